import { normalise } from '../identity';
import type { Paper } from '../paper';
import { familyWithParticles, splitName } from './names';

/** `vaswani2017attention`, as Google Scholar makes them. */
export const DEFAULT_KEY_PATTERN = '[auth][year][word]';

/** What a key is made of. */
export type KeyedPaper = Pick<Paper, 'id' | 'title' | 'authors' | 'publishedAt' | 'ids'>;

/**
 * Tokens of a pattern; anything else in it stands for itself.
 * - `[auth]` family name of the first author, `vandenberg`; `[Auth]` as `VanDenBerg`
 * - `[year]` `2017`; `[yy]` `17`
 * - `[word]` first word of the title that says something, `attention`; `[Word]` as `Attention`
 * - `[words]` the first three of them, `attentionneed`; `[Words]` as `AttentionNeed`
 * - `[id]` four letters made of the paper's identifier: then hardly two papers share a key, and
 *   it does not depend on what else is in the library
 */
const TOKENS: Record<string, (paper: KeyedPaper) => string> = {
  auth: (paper) => authorWords(paper).join(''),
  Auth: (paper) => authorWords(paper).map(capital).join(''),
  year: ({ publishedAt = '' }) => publishedAt.slice(0, 4),
  yy: ({ publishedAt = '' }) => publishedAt.slice(2, 4),
  word: (paper) => titleWords(paper).slice(0, 1).join(''),
  Word: (paper) => titleWords(paper).slice(0, 1).map(capital).join(''),
  words: (paper) => titleWords(paper).slice(0, 3).join(''),
  Words: (paper) => titleWords(paper).slice(0, 3).map(capital).join(''),
  id: (paper) => letters(identityOf(paper), 4),
};

/**
 * The citation key of each paper, by its id: ASCII, legal in BibTeX, no two alike even where case
 * does not count. Give it the whole library, not what is exported: of papers with one key the one
 * that was met first (the lowest id) keeps it, the others get letters made of their own identifier.
 * So a key depends on nothing but earlier papers, and the order given plays no part.
 */
export function citationKeys(
  papers: Iterable<KeyedPaper>,
  pattern = DEFAULT_KEY_PATTERN,
): Map<string, string> {
  const inTurn = [...papers].sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const paper of inTurn) {
    const plain = keyOf(paper, pattern);
    let key = plain;
    for (let n = 3; taken.has(key.toLowerCase()); n++)
      key = `${plain}-${letters(`${identityOf(paper)} ${n > 8 ? paper.id + n : ''}`, Math.min(n, 9))}`;
    taken.add(key.toLowerCase());
    keys.set(paper.id, key);
  }
  return keys;
}

/** The key a pattern gives a paper by itself. */
export function keyOf(paper: KeyedPaper, pattern = DEFAULT_KEY_PATTERN): string {
  const said = pattern
    .slice(0, 200)
    .replace(/\[(\w+)\]/g, (whole, token: string) =>
      Object.hasOwn(TOKENS, token) ? TOKENS[token]!(paper) : whole,
    );
  const key = legal(said);
  // Of a title and names in another script nothing may be left but the year.
  return /[a-z]/i.test(key) ? key : `paper${key}-${letters(identityOf(paper), 6)}`;
}

// BibTeX takes most of ASCII; biber, shells and file names do not.
function legal(key: string): string {
  return key.replace(/[^A-Za-z0-9_:.-]/g, '').slice(0, 100);
}

function authorWords({ authors }: KeyedPaper): string[] {
  const name = splitName(authors[0] ?? '');
  return asciiWords(name.literal ?? familyWithParticles(name)).slice(0, 4);
}

const EMPTY_WORDS = new Set(
  'a an the on of in for to and or with from by via at as is are be can do does how why what when where which who your you we it its all not no over under towards toward into using'.split(
    ' ',
  ),
);

function titleWords({ title }: KeyedPaper): string[] {
  const words = asciiWords(title.slice(0, 400));
  const telling = words.filter((word) => !EMPTY_WORDS.has(word) && word.length > 1);
  return telling.length > 0 ? telling : words;
}

const LATIN: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd' };

function asciiWords(text: string): string[] {
  const folded = normalise(text).replace(/[ßæœøłđð]/g, (letter) => LATIN[letter]!);
  return folded
    .replace(/ı/g, 'i')
    .replace(/þ/g, 'th')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function identityOf({ ids, title, authors }: KeyedPaper): string {
  return [...ids].sort()[0]?.toLowerCase() ?? normalise(`${title} ${authors[0] ?? ''}`);
}

/** `n` small letters made of a text: FNV-1a, 32 bits (draft-eastlake-fnv) */
function letters(text: string, n: number): string {
  let hash = 0x811c9dc5;
  let made = '';
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  while (made.length < n) {
    made += String.fromCharCode(97 + (hash % 26));
    hash = Math.imul(hash ^ (hash >>> 15), 0x01000193) >>> 0;
  }
  return made;
}
