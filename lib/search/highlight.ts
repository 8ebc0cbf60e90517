import { stem } from './stem';
import { tokenise } from './tokens';

/** What the words of a query look like in a text. */
export interface Marks {
  stems: ReadonlySet<string>;
  /** Of words that may go on. */
  beginnings: readonly string[];
}

/** A part of a text: `text.slice(start, end)`. */
export interface TextRange {
  start: number;
  end: number;
}

/** Where the words of a query stand in a text, in order, none within another. */
export function highlight(text: string, marks: Marks): TextRange[] {
  return markedWords(text, marks).map(({ start, end }) => ({ start, end }));
}

interface MarkedWord extends TextRange {
  /** What it was found by. */
  mark: string;
}

function markedWords(text: string, { stems, beginnings }: Marks): MarkedWord[] {
  const found: MarkedWord[] = [];
  for (const { word, start, end } of tokenise(text)) {
    const base = stem(word);
    const mark =
      beginnings.find((some) => word.startsWith(some) || base === stem(some)) ??
      (stems.has(base) ? base : undefined);
    const last = found.at(-1);
    if (mark === undefined || (last && end <= last.end)) continue;
    // Pairs of letters of a script without spaces overlap.
    if (last && start < last.end) last.end = end;
    else found.push({ start, end, mark });
  }
  return found;
}

export interface Snippet extends TextRange {
  /** The marked words in it, as places in the whole text. */
  ranges: TextRange[];
}

const WINDOW = 240;

/**
 * The part of a text that says most about a query: where most different words of it stand, and of
 * those parts the one with most of them, then the first. It begins and ends between words.
 * @param letters how long it may be
 */
export function snippet(text: string, marks: Marks, letters = WINDOW): Snippet {
  const words = markedWords(text, marks);
  const counts = new Map<string, number>();
  let best = { value: 0, first: 0, last: -1 };
  let first = 0;
  for (const [last, { mark, end }] of words.entries()) {
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
    while (first < last && end - words[first]!.start > letters) {
      const left = words[first++]!.mark;
      const rest = counts.get(left)! - 1;
      if (rest > 0) counts.set(left, rest);
      else counts.delete(left);
    }
    const value = counts.size * (words.length + 1) + last - first;
    if (value > best.value) best = { value, first, last };
  }
  const ranges = words.slice(best.first, best.last + 1).map(({ start, end }) => ({ start, end }));
  return { ...window(text, ranges, letters), ranges };
}

/** At most so many letters around the ranges, which are never cut; others between words. */
function window(text: string, ranges: readonly TextRange[], letters: number): TextRange {
  const from = ranges[0]?.start ?? 0;
  const to = ranges.at(-1)?.end ?? 0;
  const spare = Math.max(letters - (to - from), 0);
  // A text that ends soon leaves its share to what stands before.
  const before = Math.max(Math.floor(spare / 2), spare - (text.length - to));
  const start = from <= before ? 0 : cut(text, from - before, from);
  const end = Math.min(start + letters, text.length);
  return { start, end: end <= to ? to : end === text.length ? end : cut(text, end, to) };
}

// Scripts without spaces are cut anywhere but within a letter.
const SLACK = 30;

/** The place nearest to `at`, on the way to `limit`, where a word begins or ends. */
function cut(text: string, at: number, limit: number): number {
  const step = Math.sign(limit - at);
  for (let i = at, left = SLACK; i !== limit && left > 0; i += step, left--)
    if (/\s/.test(text[step > 0 ? i - 1 : i]!)) return i;
  return at !== limit && /[\udc00-\udfff]/.test(text[at]!) ? at + step : at;
}
