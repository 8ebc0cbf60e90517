import { CAPS, plain } from './source-text';

/** One line of a text as it was meant: hard line breaks inside a paragraph are gone. */
export interface Passage {
  text: string;
  /** A paragraph of sentences, rather than a title, a label or an empty line. */
  prose: boolean;
}

const PROSE = 200;

/** The lines of `text`, those of one broken paragraph joined; an empty line is an empty passage. */
export function passages(text: string): Passage[] {
  const lines = text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => line && plain(line, CAPS.abstract));
  const whole = isWrapped(lines)
    ? unwrap(lines)
    : isSentencewise(lines)
      ? gather(lines)
      : mend(lines);
  return whole.map((line) => ({ text: line, prose: isProse(line) }));
}

function isProse(text: string): boolean {
  if (text.length * 3 < PROSE || weight(text) < PROSE) return false;
  return /[.!?…]["')\]]?\s+\p{Lu}|[。！？]|[.!?]["')\]]?$/u.test(text);
}

/** Length in Latin letters: a Chinese, Japanese or Korean sign says about as much as three. */
function weight(text: string): number {
  return text.length + 2 * (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
}

/** Whether most of the text stands in lines that a fixed width broke. */
function isWrapped(lines: string[]): boolean {
  const letters = (some: string[]) => some.reduce((n, line) => n + line.length, 0);
  return letters(lines.filter(isProse)) < letters(lines) / 4 && !isSentencewise(lines);
}

/** Whether paragraphs stand one sentence a line, rather than whole on a line. */
function isSentencewise(lines: string[]): boolean {
  const long = lines.filter((line) => line.length >= 40);
  const ended = long.filter((line) => ENDED.test(line));
  const several = ended.filter((line) => /[\p{Ll})][.?!] \p{Lu}/u.test(line));
  return ended.length >= 2 && ended.length > long.length * 0.6 && several.length < ended.length / 3;
}

const ENDED = /[.!?。！？…]["')\]]?$/;

/** Joins a line that goes on in the middle of a sentence to the one before. */
function mend(lines: string[]): string[] {
  const whole: string[] = [];
  lines.forEach((line, i) => {
    const before = whole.at(-1) ?? '';
    const isTitle = !isProse(line) && isProse(lines[i + 1] ?? '');
    const goesOn = isProse(line) || /^\p{Ll}.* /u.test(line);
    if (isProse(before) && goesOn && !isTitle && (isProse(line) || !ENDED.test(before))) {
      whole.push(plain(`${whole.pop()} ${line}`, CAPS.abstract));
    } else {
      whole.push(line);
    }
  });
  return whole;
}

/** Joins neighbouring lines that are sentences. */
function gather(lines: string[]): string[] {
  const isSentence = (line: string) => line.length >= 30 && /[.。]["')\]]?$/.test(line);
  const whole: string[] = [];
  lines.forEach((line, i) => {
    if (isSentence(line) && isSentence(lines[i - 1] ?? '')) {
      whole.push(plain(`${whole.pop()} ${line}`, CAPS.abstract));
    } else {
      whole.push(line);
    }
  });
  return whole;
}

/** Joins what a line width has broken: lines that leave no room for the next line's first word. */
function unwrap(lines: string[]): string[] {
  const lengths = lines.map((line) => line.length).filter((n) => n >= 30 && n < PROSE);
  const width = lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.8)] ?? 0;
  if (width < 40) return lines;
  const spaced = lines.filter((line) => !line).length > lines.length / 40;
  const whole: string[] = [];
  let titled = false;
  for (let i = 0; i < lines.length;) {
    let end = i + 1;
    while (flows(lines, end, width) && (spaced || !isHeading(lines, end))) end++;
    const heading = titled || end - i < 3 ? 0 : headingLines(lines.slice(i, end));
    if (heading) whole.push(lines.slice(i, i + heading).join(' '));
    const rest = plain(lines.slice(i + heading, end).join(' '), CAPS.abstract);
    whole.push(rest);
    if (rest) titled = !isProse(rest) && rest.length > 12;
    i = end;
  }
  return whole;
}

/** Whether the line at `i` goes on from the one before it. */
function flows(lines: string[], i: number, width: number): boolean {
  const [line, next] = [lines[i - 1], lines[i]];
  if (!line || !next || line.length > width + 15) return false;
  return line.length + 1 + next.split(' ', 1)[0]!.length > width;
}

/** Whether a full line at `i` is a title that follows the end of a paragraph. */
function isHeading(lines: string[], i: number): boolean {
  return ENDED.test(lines[i - 1]!) && headingLines(lines.slice(i, i + 3)) > 0;
}

/** How many lines of a broken paragraph are its title: full lines in title case before a sentence. */
function headingLines(piece: string[]): number {
  const open = /[.,;:–-]$|\s(?:a|an|the|of|and|or|in|on|to|for|with|from|by|via|as|at|is)$/i;
  const ends = (n: number) =>
    !open.test(piece[n - 1] ?? '') && /^["'(]?[\p{Lu}\d]/u.test(piece[n] ?? '');
  return [1, 2].find((n) => ends(n) && isTitleCase(piece.slice(0, n).join(' '))) ?? 0;
}

function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return (
    words.length > 2 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.7
  );
}
