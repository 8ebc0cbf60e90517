import type { PaperId } from '../paper';
import type { SearchIndex } from './search-index';
import { newPostings, readPostings } from './segment';

/** One word to score documents by: any of its stems, the best of which counts, and its tags. */
export interface ScoredWord {
  stems: readonly string[];
  /** Papers one of whose tags has the word, as often as there are such tags. */
  tagged?: Iterable<PaperId> | undefined;
  /** How much it counts. */
  weight: number;
  /** Set in `Scores.bits` of each document that has it. */
  bits: number;
}

/** How many times a word in the name of a tag counts. */
export const TAG_WEIGHT = 2;

/** What documents score; used again by the next search, so it is read before that. */
export interface Scores {
  scores: Float64Array;
  bits: Uint32Array;
  /** Of the word at hand: how often each document has it, and which have. */
  weights: Uint32Array;
  found: Uint32Array;
}

let shared: Scores | undefined;
const postings = newPostings();

/** Scores of 0 for `size` documents. */
export function newScores(size: number): Scores {
  if (!shared || shared.scores.length < size)
    shared = {
      scores: new Float64Array(size),
      bits: new Uint32Array(size),
      weights: new Uint32Array(size),
      found: new Uint32Array(size),
    };
  shared.scores.fill(0);
  shared.bits.fill(0);
  return shared;
}

/**
 * The live documents that have a word; how often each has it is left in `weights`, to be cleared.
 * Dead ones do not count, so that an index with tombstones scores as one built anew.
 */
export function gather(
  index: SearchIndex,
  { stems, tagged = [] }: Pick<ScoredWord, 'stems' | 'tagged'>,
  { weights, found }: Scores,
): Uint32Array {
  const { live } = index;
  let size = 0;
  for (const stem of stems)
    for (const [s, segment] of index.segments.entries()) {
      const i = segment.terms.indexOf(stem);
      if (i === -1) continue;
      readPostings(segment, i, postings);
      const base = index.bases[s]!;
      for (let n = 0; n < postings.size; n++) {
        const doc = base + postings.docs[n]!;
        if (!live[doc]) continue;
        const weight = postings.weights[n]!;
        if (weights[doc] === 0) found[size++] = doc;
        if (weight > weights[doc]!) weights[doc] = weight;
      }
    }
  for (const id of tagged) {
    const doc = index.docOf(id);
    if (doc === -1) continue;
    if (weights[doc] === 0) found[size++] = doc;
    weights[doc]! += TAG_WEIGHT;
  }
  return found.subarray(0, size);
}

/**
 * Adds to each document what BM25 gives for a word (Robertson and Zaragoza 2009, with Lucene's
 * idf, which is never negative), and answers how many have it.
 */
export function addWord(index: SearchIndex, word: ScoredWord, into: Scores): number {
  const { scores, bits, weights } = into;
  const found = gather(index, word, into);
  const df = found.length;
  const idf = Math.log(1 + (index.documents - df + 0.5) / (df + 0.5));
  const most = word.weight * idf * (index.bm25.k1 + 1);
  for (const doc of found) {
    const weight = weights[doc]!;
    scores[doc]! += (most * weight) / (weight + index.norms[doc]!);
    bits[doc]! |= word.bits;
    weights[doc] = 0;
  }
  return df;
}
