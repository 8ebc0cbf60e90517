import type { SearchIndex } from './search-index';
import { termHead } from './segment';
import { stem } from './stem';
import { nearTerms } from './typo';

/** How many stems the beginning of a word stands for at most: those of most documents. */
export const MAX_EXPANSIONS = 200;
const MAX_NEAR = 50;
const SHORTEST_FOR_ONE = 5;
const SHORTEST_FOR_TWO = 9;

/** The stems of the words that begin with `beginning`, most frequent first; its own always. */
export function stemsBeginning(index: SearchIndex, beginning: string): string[] {
  const counts = new Map<string, number>([[stem(beginning), Infinity]]);
  for (const segment of index.segments) {
    const { terms } = segment;
    const found = new Map<number, number>();
    const end = terms.lowerBound(`${beginning}\uffff`);
    for (let i = terms.lowerBound(beginning); i < end; i++) {
      const head = termHead(segment, i);
      if (head.df > 0) found.set(i, head.df);
      if (head.stem !== -1) found.set(head.stem, termHead(segment, head.stem).df);
    }
    const most = [...found].sort((a, b) => b[1] - a[1]).slice(0, MAX_EXPANSIONS);
    for (const [i, df] of most) {
      const term = terms.at(i);
      counts.set(term, (counts.get(term) ?? 0) + df);
    }
  }
  return mostFrequent(counts, MAX_EXPANSIONS);
}

/** How many typing errors a word may have: one from 5 letters on, two from 9; none in a number. */
export function errorsAllowed(word: string): number {
  if (word.length < SHORTEST_FOR_ONE || /\d/.test(word)) return 0;
  return word.length < SHORTEST_FOR_TWO ? 1 : 2;
}

/**
 * The stems of the words that are at most so many typing errors from `word`, most frequent first.
 * @param isBeginning whether it may go on
 */
export function stemsNear(
  index: SearchIndex,
  word: string,
  errors: number,
  isBeginning: boolean,
): string[] {
  const counts = new Map<string, number>();
  for (const segment of index.segments)
    for (const { i } of nearTerms(segment.terms, word, errors, isBeginning)) {
      const { stem: base } = termHead(segment, i);
      const target = base === -1 ? i : base;
      const term = segment.terms.at(target);
      counts.set(term, (counts.get(term) ?? 0) + termHead(segment, target).df);
    }
  return mostFrequent(counts, MAX_NEAR);
}

function mostFrequent(counts: ReadonlyMap<string, number>, n: number): string[] {
  return [...counts]
    .sort(([a, x], [b, y]) => (x === y ? (a < b ? -1 : 1) : y - x))
    .slice(0, n)
    .map(([term]) => term);
}
