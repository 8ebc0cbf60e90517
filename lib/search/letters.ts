/** What each character is to the tokeniser, and the form in which words are compared. */

/** Stands between words. */
export const BREAK = 0;
export const LETTER = 1;
/** Of a script that writes no spaces: each letter may begin a word. */
export const UNSPACED = 2;
/** Belongs to the letter before it. */
export const MARK = 3;
/** Neither ends a word nor belongs to it: soft hyphens, and LaTeX's braces and dollars. */
export const SILENT = 4;

const UNKNOWN = 255;
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);

/** The kind of the character that begins at `at`, after compatibility folding: `①` is a digit. */
export function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code < 0xdc00) return kindOf(text.codePointAt(at)!);
  const kind = kinds[code]!;
  return kind === UNKNOWN ? (kinds[code] = kindOf(code)) : kind;
}

function kindOf(code: number): number {
  const char = String.fromCodePoint(code);
  if (/[{}$\u00ad\u0640\u200b-\u200f\u2060\ufeff]/.test(char)) return SILENT;
  const plain = char.normalize('NFKC');
  if (/^\p{M}/u.test(plain)) return MARK;
  if (!/[\p{L}\p{N}]/u.test(plain)) return BREAK;
  return /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}]/u.test(
    plain,
  )
    ? UNSPACED
    : LETTER;
}

// Accents and fonts belong to the word they stand in; any other command is a word itself.
const TEX =
  /\\(?:["'`^~=.]|[uvHcdbkr](?:(?=\{)| )|(?:text|math)(?:it|bf|sc|tt|rm|sf|bb|cal|frak)?(?![a-z])|(?:emph|ensuremath)(?![a-z]))/y;

/** How many letters the LaTeX accent or font at `at` takes; 0 when there is none. */
export function texLength(text: string, at: number): number {
  if (text.charCodeAt(at) !== BACKSLASH) return 0;
  TEX.lastIndex = at;
  return TEX.exec(text)?.[0].length ?? 0;
}

const BACKSLASH = 92;
const ALL_TEX = new RegExp(TEX.source, 'g');
const PLAIN = /^[a-zA-Z0-9.+#]*$/;
// Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic; not the vowels of India.
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670]/g;
const SPELLED: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ', ϕ: 'φ' },
};

/**
 * A word in the form it is compared in: NFKC, lower case, without accents (`ø` and `ł` are no
 * accents to Unicode, but to readers), without LaTeX.
 */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word
    .replace(ALL_TEX, '')
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþıςϕ]/g, (letter) => SPELLED[letter]!)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}.+#]|\u0640/gu, '');
}
