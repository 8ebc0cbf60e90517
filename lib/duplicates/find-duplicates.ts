import { candidatePairs } from './blocks';
import { compare, type Suggestion } from './compare';
import { printOf, type Print } from './print';
import type { DuplicateRecord } from './record';

/** How far a search has come: steps done, steps in all as far as is known. */
export interface SearchProgress {
  done: number;
  of: number;
}

/** Records that are made ready, and pairs that are compared, between two pauses. */
const RECORDS_AT_ONCE = 50;
const PAIRS_AT_ONCE = 500;

/**
 * Finds the pairs among `records` that may be one work, the likeliest first. It pauses every few
 * milliseconds with its progress, so that a page can draw meanwhile or give it up; what it returns
 * in the end are the suggestions.
 */
export function* findDuplicates(
  records: readonly DuplicateRecord[],
): Generator<SearchProgress, Suggestion[]> {
  const prints: Print[] = [];
  const of = 2 * records.length;
  for (const record of records) {
    prints.push(printOf(record));
    if (prints.length % RECORDS_AT_ONCE === 0) yield { done: prints.length, of };
  }
  const found: Suggestion[] = [];
  let compared = 0;
  let reached = 0;
  for (const pairs of candidatePairs(prints)) {
    for (const [x, y] of pairs) {
      reached = Math.max(reached, x);
      const suggestion = compare(prints[x]!, prints[y]!);
      if (suggestion) found.push(suggestion);
      if (++compared % PAIRS_AT_ONCE === 0) yield { done: records.length + reached, of };
    }
  }
  return found.sort((x, y) => y.confidence - x.confidence || (x.a + x.b < y.a + y.b ? -1 : 1));
}
