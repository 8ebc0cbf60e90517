import type { PaperId } from '../paper';
import { forbid, requirePhrase, type Tagged } from './conditions';
import { errorsAllowed, stemsBeginning, stemsNear } from './expand';
import type { Marks } from './highlight';
import type { SearchIndex } from './search-index';
import { documentsWith } from './places';
import type { Clause } from './query';
import { addWord, newScores, type Scores } from './score';
import { stem } from './stem';
import { topOf } from './top';
import { queryWords, type QueryWord } from './words';

export interface SearchOptions {
  /**
   * `any`: by relevance alone, for sentences. `all`: papers that have all words come first, for the
   * few words one types. Both find every paper that has one of the words, and a known one equally
   * soon (mean reciprocal rank .78 among 9,000); but a reader who types more sees fewer: 217 papers
   * have all words of such a query, 4,055 have one.
   */
  mode: 'any' | 'all';
  /** Whether the last word may be the beginning of one (`Query.isTyping`). */
  isTyping?: boolean;
  /** How many hits to return; 50 unless told. */
  limit?: number;
  /** What filters leave, made by `SearchIndex.mask`; all live documents unless told. */
  within?: Uint8Array | undefined;
  /** The papers that have a tag with this word in its name, or a word that begins so. */
  tagged?: Tagged | undefined;
}

export interface SearchResult {
  /** Best first. Without any word to find, all that is left, newest id first, with score 0. */
  hits: Hit[];
  /** How many papers were found. */
  total: number;
  /** How many of them have all words. */
  complete: number;
  /** What to mark in their texts. */
  marks: Marks;
}

export interface Hit {
  id: PaperId;
  score: number;
  /** The words of the query, folded, that it has; of a query's first 32. */
  words: string[];
}

const TYPO_WEIGHT = 0.6;
const TITLE_BONUS = 0.3;
const RERANKED = 200;
const MAX_DISTANCE = 3;

/**
 * Finds papers by the words and phrases of a query; its filters are the caller's, as `within`.
 * Words are scored by BM25, any of them is enough. A phrase and what stands after a `-` must hold.
 * A word that no paper has stands for those it may be a slip for. Words that stand beside each
 * other in the query and in a title count more.
 *
 * It is our own, since no library was as good: nDCG@10 on SciFact is .700 (`npm run bench -- search`),
 * where MiniSearch came to .677 at best, Lunr to .623, Orama and FlexSearch stayed below .45. SQLite
 * FTS5 had .693, but wants wasm, and files that a service worker cannot open. Compounds indexed
 * joined as well gave .012 of it, the bonus for titles .004; that finds a paper by words of its
 * title at a mean reciprocal rank of .78 in place of .67.
 */
export function search(
  index: SearchIndex,
  clauses: readonly Clause[],
  { mode, isTyping = false, limit = 50, within = index.live, tagged }: SearchOptions,
): SearchResult {
  const texts = clauses.filter((clause) => clause.kind === 'word' || clause.kind === 'phrase');
  const wanted = texts.filter(({ not }) => !not);
  const last = isTyping ? texts.at(-1) : undefined;
  const words = queryWords(
    wanted.map(({ text }) => text),
    last?.not === false,
  );

  const into = newScores(index.size);
  const { scores, bits } = into;
  const allowed = index.live.map((isLive, doc) => (isLive && within[doc] ? 1 : 0));
  for (const clause of texts)
    if (clause.not) forbid(index, clause.text, allowed, into, tagged);
    else if (clause.kind === 'phrase') requirePhrase(index, clause.text, allowed, clause === last);
  const stems = words.map((word) => score(index, word, into, tagged));

  const all = words.reduce((sum, word) => (sum | word.bits) >>> 0, 0);
  const isFound = (doc: number) => allowed[doc] === 1 && (words.length === 0 || scores[doc]! > 0);
  const isComplete = (doc: number) => bits[doc] === all;
  const comesBefore = (a: number, b: number) => {
    if (mode === 'all' && isComplete(a) !== isComplete(b)) return isComplete(a);
    return scores[a] === scores[b] ? index.idOf(a) > index.idOf(b) : scores[a]! > scores[b]!;
  };
  // Without words all are equal, and each is compared by its id.
  if (words.length === 0) index.ids();
  const best = topOf(index.size, Math.max(limit, RERANKED), isFound, comesBefore);
  addTitleBonus(index, words, stems, best.slice(0, RERANKED), scores);
  best.sort((a, b) => (comesBefore(a, b) ? -1 : 1));

  return {
    hits: best.slice(0, limit).map((doc) => ({
      id: index.idOf(doc),
      score: scores[doc]!,
      words: words.flatMap((word) =>
        !word.isJoined && (bits[doc]! & word.bits) !== 0 ? word.word : [],
      ),
    })),
    total: count(index.size, isFound),
    complete: count(index.size, (doc) => isFound(doc) && isComplete(doc)),
    marks: {
      stems: new Set(stems.flatMap((some, i) => (words[i]!.isBeginning ? [] : some))),
      beginnings: words.flatMap(({ word, isBeginning }) => (isBeginning ? word : [])),
    },
  };
}

/** Scores one word, and answers the stems it stood for. */
function score(index: SearchIndex, word: QueryWord, into: Scores, tagged?: Tagged): string[] {
  const { word: text, isBeginning, isJoined, bits } = word;
  const stems = isBeginning ? stemsBeginning(index, text) : [stem(text)];
  const df = addWord(index, { stems, tagged: tagged?.(text, isBeginning), weight: 1, bits }, into);
  if (df > 0 || isJoined) return stems;
  for (let errors = 1; errors <= errorsAllowed(text); errors++) {
    const near = stemsNear(index, text, errors, isBeginning);
    if (addWord(index, { stems: near, weight: TYPO_WEIGHT, bits }, into) > 0) return near;
  }
  return stems;
}

function addTitleBonus(
  index: SearchIndex,
  words: readonly QueryWord[],
  stems: readonly string[][],
  documents: readonly number[],
  scores: Float64Array,
): void {
  const parts = words.flatMap(({ place, isJoined }, i) =>
    isJoined ? [] : { place, stems: stems[i]! },
  );
  const within = new Uint8Array(index.size);
  for (const doc of documents) within[doc] = 1;
  const pairs = new Uint8Array(index.size);
  for (const [i, second] of parts.entries()) {
    const first = parts[i - 1];
    if (!first || second.place - first.place > MAX_DISTANCE) continue;
    for (const doc of documentsWith(index, [first, second], within, true)) pairs[doc]!++;
  }
  for (const doc of documents)
    scores[doc]! *= 1 + (TITLE_BONUS * pairs[doc]!) / (parts.length - 1 || 1);
}

function count(size: number, passes: (n: number) => boolean): number {
  let n = 0;
  for (let i = 0; i < size; i++) if (passes(i)) n++;
  return n;
}
