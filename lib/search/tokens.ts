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
  for (let at = 0; at < text.length;) {
    const start = at;
    const kind = kindAt(text, at);
    if (kind === LETTER) {
      at = plainEnd(text, start);
      if (at > start) addWord(start, at, text.slice(start, at).toLowerCase());
      else at = addCompound(compound(text, start));
    } else if (kind === UNSPACED) {
      const starts = letters(text, at);
      at = starts.at(-1)!;
      for (let i = 0; i < Math.max(starts.length - 2, 1); i++)
        addRaw(starts[i]!, starts[i + 2] ?? at);
    } else {
      at += kind === BREAK ? texLength(text, at) || 1 : 1;
    }
  }
  return tokens;

  function addWord(start: number, end: number, word: string): void {
    tokens.push({ word: cut(word), start, end, place: place++ });
  }

  function addRaw(start: number, end: number): void {
    const word = fold(text.slice(start, end));
    if (word) addWord(start, end, word);
  }

  function addCompound(bounds: readonly number[]): number {
    const start = bounds[0]!;
    const end = bounds.at(-1)!;
    if (bounds.length > 2) {
      let word = '';
      for (let i = 0; i < bounds.length; i += 2) word += fold(text.slice(bounds[i], bounds[i + 1]));
      if (word) tokens.push({ word: cut(word), start, end, place, joined: true });
    }
    for (let i = 0; i < bounds.length; i += 2) addRaw(bounds[i]!, bounds[i + 1]!);
    return end;
  }
}

function cut(word: string): string {
  return word.length > MAX_WORD ? word.slice(0, MAX_WORD) : word;
}

/** Where the plain word at `at` ends, as most do; `at` when it takes a closer look. */
function plainEnd(text: string, at: number): number {
  let end = at;
  while (isPlain(text.charCodeAt(end))) end++;
  const isOver = end === text.length || ' ,;:)\n'.includes(text[end]!);
  const isAtStop = text[end] === '.' && !isDigit(text.charCodeAt(end + 1));
  return isOver || isAtStop ? end : at;
}

function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code);
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

const SUFFIX = /(?:\+\+|#)(?![\p{L}\p{N}+#])/uy;

/** Where the part at `at` ends, and where what is silent after it ends. */
function partEnd(text: string, at: number): [end: number, next: number] {
  let end = at;
  let next = at;
  while (next < text.length) {
    const kind = kindAt(text, next);
    if (kind === LETTER || kind === MARK || isDecimalPoint(text, next)) {
      next += text.codePointAt(next)! > 0xffff ? 2 : 1;
      end = next;
    } else {
      const silent = silentLength(text, next);
      if (silent === 0) break;
      next += silent;
    }
  }
  // C++ and C#, but not CD4+ or BERT++.
  SUFFIX.lastIndex = end;
  if (end === at + 1 && SUFFIX.test(text)) end = next = SUFFIX.lastIndex;
  return [end, next];
}

function isDecimalPoint(text: string, at: number): boolean {
  return text[at] === '.' && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function silentLength(text: string, at: number): number {
  return kindAt(text, at) === SILENT ? 1 : texLength(text, at);
}

function afterSilence(text: string, at: number): number {
  for (let silent; (silent = silentLength(text, at)) > 0;) at += silent;
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
