/**
 * When two records are one paper: canonical keys from addresses and numbers, comparable titles,
 * and the rules under which records merge by themselves. Everything weaker is left to the user.
 */
import type { Day, PaperLink } from './paper';

/** An arXiv number split into the work and, where it was named, the version. */
export interface ArxivNumber {
  /** `2401.01234`, or `math/0309136` with the subject class dropped. */
  id: string;
  version?: number;
}

// The whole text must match, so neither expression can backtrack over more than one number.
const NEW_ARXIV = /^(\d{2})(0[1-9]|1[0-2])\.(\d{4,5})(?:v(\d{1,3}))?$/;
const OLD_ARXIV =
  /^([a-z]+(?:-[a-z]+)?)(?:\.[A-Za-z-]{2,12})?\/(\d{2}(?:0[1-9]|1[0-2])\d{3})(?:v(\d{1,3}))?$/i;

/** Reads `2401.01234v2`, `math.GT/0309136` or `arXiv:…`; undefined for anything else. */
export function parseArxivNumber(text: string): ArxivNumber | undefined {
  const number = text.trim().replace(/^arxiv:\s*/i, '');
  if (number.length > 40) return undefined;
  const modern = NEW_ARXIV.exec(number);
  if (modern) {
    const [, year, month, serial, version] = modern;
    return withVersion(`${year}${month}.${serial}`, version);
  }
  const old = OLD_ARXIV.exec(number);
  if (old) return withVersion(`${old[1]!.toLowerCase()}/${old[2]}`, old[3]);
  return undefined;
}

function withVersion(id: string, version: string | undefined): ArxivNumber {
  return version ? { id, version: Number(version) } : { id };
}

const ARXIV_HOST =
  /^(?:(?:(?:www|export|browse|ar5iv\.labs)\.)?arxiv\.org|(?:www\.)?(?:ar5iv|alphaxiv)\.org)$/;
const ARXIV_PATH = /^\/(?:abs|pdf|html|format|e-print|ps|src|tb)\/(.+?)(?:\.pdf)?\/?$/;
const HUGGING_FACE_PATH = /^\/papers\/([^/]+?)(?:\.md)?\/?$/;

/** The arXiv number an address names, on arXiv, its mirrors and readers; undefined for lists. */
export function arxivFromUrl(url: URL): ArxivNumber | undefined {
  const pattern = ARXIV_HOST.test(url.hostname)
    ? ARXIV_PATH
    : /^(?:huggingface\.co|hf\.co)$/.test(url.hostname) && HUGGING_FACE_PATH;
  const path = pattern && pattern.exec(safeDecode(url.pathname));
  return path ? parseArxivNumber(path[1]!) : undefined;
}

/** Canonical keys of the work at `url`, strongest first; empty when the address names none. */
export function keysFromUrl(url: URL): string[] {
  const arxiv = arxivFromUrl(url);
  if (arxiv) return [arxivKey(arxiv.id)];
  if (/^(?:dx\.)?doi\.org$/.test(url.hostname)) {
    const doi = doiId(url.pathname.slice(1));
    return doi ? [doi] : [];
  }
  return [];
}

/** `arxiv:2401.01234`. */
export function arxivKey(id: string): string {
  return `arxiv:${id}`;
}

/** Where arXiv keeps the work of this number: its page and its PDF, of the newest version. */
export function arxivLinks(id: string): PaperLink[] {
  return [
    { rel: 'page', href: `https://arxiv.org/abs/${id}` },
    { rel: 'pdf', href: `https://arxiv.org/pdf/${id}` },
  ];
}

/**
 * The identifier a DOI gives, in any usual spelling, with its letters as they were written. arXiv's
 * own DOIs give the arXiv key, so that they never conflict with a publisher's.
 */
export function doiId(text: string): string | undefined {
  if (text.length > 400) return undefined;
  let doi = safeDecode(text.trim()).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  while (/[.,;:'"]$/.test(doi) || hasUnbalancedEnd(doi)) doi = doi.slice(0, -1);
  if (doi.length > 256 || !/^10\.\d{4,9}\/\S+$/.test(doi)) return undefined;
  const own = /^10\.48550\/arxiv\.(.+)$/i.exec(doi);
  const arxiv = own && parseArxivNumber(own[1]!);
  return arxiv ? arxivKey(arxiv.id) : `doi:${doi}`;
}

/** What an identifier is compared and looked up by: a DOI ignores the case of its letters. */
export function aliasKey(id: string): string {
  return keyKind(id) === 'doi' ? id.toLowerCase() : id;
}

function hasUnbalancedEnd(text: string): boolean {
  const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
  const close = text.at(-1) ?? '';
  const open = pairs[close];
  return open !== undefined && text.split(open).length < text.split(close).length;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The kind of a key: `arxiv` in `arxiv:2401.01234`. */
export function keyKind(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

/** True when the two lists name different works of one kind, such as two arXiv numbers. */
export function idsConflict(a: readonly string[], b: readonly string[]): boolean {
  const kinds = new Set(a.map(keyKind));
  const keys = new Set(a.map(aliasKey));
  const contested = b.filter((id) => kinds.has(keyKind(id)));
  const agreed = new Set(contested.filter((id) => keys.has(aliasKey(id))).map(keyKind));
  return contested.some((id) => !agreed.has(keyKind(id)));
}

const GREEK_LETTERS = 'αβγδεζηθικλμνξοπρστυφχψωςϕ';
const GREEK_NAMES =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega sigma phi';

function greekName(letter: string): string {
  return GREEK_NAMES.split(' ')[GREEK_LETTERS.indexOf(letter)] ?? letter;
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const TEX_ACCENT = /\\(?:["'`^~=.]|[uvHcdbkr](?=[{ ]))\s?(?:\{\\?(\p{L})\}|(\p{L}))/gu;
const TEX_FORMAT =
  /\\(?:text|math)(?:it|bf|sc|tt|rm|sf|bb|cal|frak)?(?![a-z])|\\(?:emph|ensuremath)(?![a-z])/g;

/**
 * Text in the form titles are compared in: compatibility forms and case folded, Latin accents
 * dropped, LaTeX marks dropped, Greek letters spelled out, anything but letters, digits, `+` and
 * `#` a single space. Letters of every script stay, so no two titles meet in an empty key.
 */
export function normalise(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(TEX_ACCENT, '$1$2')
    .replace(TEX_FORMAT, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\\{}$]/g, '')
    .replace(/[α-ωϕ]/g, greekName)
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, ' ')
    .trim();
}

const GENERIC_TITLES =
  /^(?:introduction|preface|editorial|reply to|response to|erratum|correction to|comment on)\b/;

/** The comparable title, or '' when it is too short or too common to say anything. */
export function titleKey(title: string): string {
  const key = normalise(title.slice(0, 2000));
  const letters = key.replace(/ /g, '').length;
  const words = key.split(' ').reduce((n, word) => n + wordsIn(word), 0);
  return words >= 4 && letters >= 20 && !GENERIC_TITLES.test(key) ? key.slice(0, 500) : '';
}

// Chinese, Japanese and Thai write no spaces: each of their letters counts as a word.
function wordsIn(word: string): number {
  return word.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)
    ? [...word].length
    : 1;
}

/** What `sameWork` compares. */
export interface WorkEvidence {
  titleKey: string;
  ids: readonly string[];
  abstract?: string | undefined;
  authors: readonly string[];
  authorsCut?: boolean | undefined;
  publishedAt?: Day | undefined;
}

/**
 * Whether two records that share no identifier are certainly one work (design, "Merging by
 * itself", rules b and c): same title and same abstract; or, without two abstracts, same title,
 * same family names and same year (within one when exactly one side is a preprint).
 */
export function sameWork(a: WorkEvidence, b: WorkEvidence): boolean {
  if (!a.titleKey || a.titleKey !== b.titleKey || idsConflict(a.ids, b.ids)) return false;
  if (a.abstract && b.abstract) return sameAbstract(a.abstract, b.abstract);
  return sameFamilies(a, b) && sameYear(a, b);
}

const MIN_ABSTRACT_LETTERS = 200;
const MIN_SHARED_TRIGRAMS = 0.95;

/** Equal after normalising, or at least 95 % of trigrams shared; both at least 200 letters long. */
export function sameAbstract(a: string, b: string): boolean {
  const x = normalise(a.slice(0, 20_000));
  const y = normalise(b.slice(0, 20_000));
  if (x.length < MIN_ABSTRACT_LETTERS || y.length < MIN_ABSTRACT_LETTERS) return false;
  if (x === y) return true;
  const shorter = Math.min(x.length, y.length);
  if (shorter / Math.max(x.length, y.length) < MIN_SHARED_TRIGRAMS) return false;
  const left = trigrams(x);
  const right = trigrams(y);
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared++;
  return shared / (left.size + right.size - shared) >= MIN_SHARED_TRIGRAMS;
}

function trigrams(text: string): Set<string> {
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= text.length; i++) grams.add(text.slice(i, i + 3));
  return grams;
}

/** The last word of the family name in comparable form, of "Given Family" or "Family, Given". */
export function familyName(author: string): string {
  const name = author.slice(0, 200).replace(/[\s,]+(?:jr|sr|ii|iii)\.?$/i, '');
  return normalise(name.split(',', 1)[0]!).split(' ').at(-1) ?? '';
}

function sameFamilies(a: WorkEvidence, b: WorkEvidence): boolean {
  const x = a.authors.map(familyName).filter(Boolean);
  const y = b.authors.map(familyName).filter(Boolean);
  if (x.length === 0 || y.length === 0) return false;
  if (a.authorsCut || b.authorsCut) {
    const n = Math.min(a.authorsCut ? x.length : Infinity, b.authorsCut ? y.length : Infinity);
    return x.length >= n && y.length >= n && x.slice(0, n).every((name, i) => name === y[i]);
  }
  const names = new Set(x);
  return names.size === new Set(y).size && y.every((name) => names.has(name));
}

function sameYear(a: WorkEvidence, b: WorkEvidence): boolean {
  const x = Number(a.publishedAt?.slice(0, 4));
  const y = Number(b.publishedAt?.slice(0, 4));
  if (!x || !y) return false;
  return isPreprint(a) === isPreprint(b) ? x === y : Math.abs(x - y) <= 1;
}

function isPreprint(work: WorkEvidence): boolean {
  return work.ids.some((id) => keyKind(id) === 'arxiv');
}
