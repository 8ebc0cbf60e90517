import { candidatePairs } from './blocks';
import { compare, type Suggestion } from './compare';
import { printOf, type Print } from './print';
import type { DuplicateRecord } from './record';

/** How far a search has come: steps done, steps in all as far as is known. */
export interface SearchProgress {
  done: number;
  of: number;
}

/** Records that are made ready between two pauses. */
const RECORDS_AT_ONCE = 50;
const PAIRS_PER_RECORD = 18;

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
  // How many pairs there will be is not known; about this many a record (measured, 2026-11).
  const expected = PAIRS_PER_RECORD * records.length;
  let compared = 0;
  for (const pairs of candidatePairs(prints)) {
    for (const [x, y] of pairs) {
      const suggestion = compare(prints[x]!, prints[y]!);
      if (suggestion) found.push(suggestion);
    }
    compared += pairs.length;
    const share = Math.min(1, compared / expected);
    yield { done: records.length * (1 + share), of };
  }
  return found.sort((x, y) => y.confidence - x.confidence || (x.a + x.b < y.a + y.b ? -1 : 1));
}
