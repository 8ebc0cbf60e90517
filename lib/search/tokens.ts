import { BREAK, fold, kindAt, LETTER, MARK, SILENT, texLength, UNSPACED } from './letters';

/** One word of a text. */
export interface Token {
  /** Folded (see `fold`), not stemmed; at most `MAX_WORD` letters. */
  word: string;
  /** Where it stands: `text.slice(start, end)` is the word as it was written. */
  start: number;
  end: number;
  /** Counts the words of the text from 0. */
  place: number;
  /** `gpt4` of `GPT-4`: at the place of its first part, and the parts follow as words. */
  joined?: true;
}

export const MAX_WORD = 64;

/**
 * The words of a text in the order of their places. A compound is given joined and in its parts;
 * scripts without spaces are given as overlapping pairs of letters. Linear in the text.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let place = 0;
  const add = (start: number, end: number, word: string, joined?: true) => {
    if (!word) return false;
    const token = { word: word.slice(0, MAX_WORD), start, end, place };
    tokens.push(joined ? { ...token, joined } : token);
    return true;
  };
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === LETTER) {
      const bounds = compound(text, at);
      const parts: string[] = [];
      for (let i = 0; i < bounds.length; i += 2)
        parts.push(fold(text.slice(bounds[i], bounds[i + 1])));
      at = bounds.at(-1)!;
      if (parts.length > 1) add(bounds[0]!, at, parts.join(''), true);
      for (const [i, part] of parts.entries())
        if (add(bounds[2 * i]!, bounds[2 * i + 1]!, part)) place++;
    } else if (kind === UNSPACED) {
      const starts = letters(text, at);
      at = starts.at(-1)!;
      const last = Math.max(starts.length - 2, 1);
      for (let i = 0; i < last; i++) {
        const end = starts[i + 2] ?? at;
        if (add(starts[i]!, end, fold(text.slice(starts[i], end)))) place++;
      }
    } else {
      at += kind === BREAK ? texLength(text, at) || 1 : 1;
    }
  }
  return tokens;
}

const HYPHENS = '-\u2010\u2011\u2013';
const MAX_PARTS = 4;

/** Start and end of each part of the compound at `at`; longer chains go on as the next compound. */
function compound(text: string, at: number): number[] {
  const bounds: number[] = [];
  for (let start = at; ;) {
    const [end, next] = partEnd(text, start);
    bounds.push(start, end);
    if (bounds.length === 2 * MAX_PARTS || !HYPHENS.includes(text[next] ?? ' ')) return bounds;
    start = afterSilence(text, next + 1);
    if (kindAt(text, start) !== LETTER) return bounds;
  }
}

/** Where the word at `at` ends, and where what is silent after it ends. */
function partEnd(text: string, at: number): [end: number, next: number] {
  let end = at;
  let next = at;
  while (next < text.length) {
    const kind = kindAt(text, next);
    if (kind === LETTER || kind === MARK || isDecimalPoint(text, next)) {
      next += text.codePointAt(next)! > 0xffff ? 2 : 1;
      end = next;
    } else if (kind === SILENT) next++;
    else {
      const tex = texLength(text, next);
      if (tex === 0) break;
      next += tex;
    }
  }
  // C++ and C#, but not CD4+ or BERT++.
  const suffix = end === at + 1 ? /(?:\+\+|#)(?![\p{L}\p{N}+#])/uy : undefined;
  if (suffix) {
    suffix.lastIndex = end;
    if (suffix.test(text)) return [suffix.lastIndex, suffix.lastIndex];
  }
  return [end, next];
}

function isDecimalPoint(text: string, at: number): boolean {
  return text[at] === '.' && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function afterSilence(text: string, at: number): number {
  while (at < text.length) {
    const tex = kindAt(text, at) === SILENT ? 1 : texLength(text, at);
    if (tex === 0) break;
    at += tex;
  }
  return at;
}

/** Where each letter of an unspaced run begins, marks included, and where the run ends. */
function letters(text: string, at: number): number[] {
  const starts: number[] = [];
  for (; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) {
    const kind = kindAt(text, at);
    if (kind === UNSPACED) starts.push(at);
    else if (kind !== MARK) break;
  }
  starts.push(at);
  return starts;
}
