import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStringTable, writeStringTable } from '../../../lib/search/string-table';
import { nearTerms } from '../../../lib/search/typo';

const tableOf = (sorted: readonly string[]) => {
  const [blocks, strings] = writeStringTable(sorted);
  return openStringTable(new Uint8Array(blocks.buffer), strings);
};

/** As the definition has it. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  return d[a.length]![b.length]!;
}

const word = fc.stringMatching(/^[abc]{0,7}$/);
const vocabulary = fc
  .uniqueArray(word, { maxLength: 60 })
  .map((words) => words.sort((a, b) => (a < b ? -1 : 1)));

test('finds just the terms that are near enough', () => {
  fc.assert(
    fc.property(vocabulary, word, fc.integer({ min: 0, max: 2 }), (terms, sought, most) => {
      const near = nearTerms(tableOf(terms), sought, most);
      const expected = terms
        .map((term, i) => ({ i, distance: distance(term, sought) }))
        .filter((term) => term.distance <= most);
      expect(near).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('finds just the terms of which a beginning is near enough', () => {
  fc.assert(
    fc.property(vocabulary, word, fc.integer({ min: 0, max: 2 }), (terms, sought, most) => {
      const near = nearTerms(tableOf(terms), sought, most, true);
      const least = (term: string) =>
        Math.min(
          ...Array.from({ length: term.length + 1 }, (_, n) => distance(term.slice(0, n), sought)),
        );
      const expected = terms
        .map((term, i) => ({ i, distance: least(term) }))
        .filter((term) => term.distance <= most);
      expect(near).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
