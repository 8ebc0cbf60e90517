import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStringTable, writeStringTable } from '../../../lib/search/string-table';

const tableOf = (sorted: readonly string[]) => {
  const [blocks, strings] = writeStringTable(sorted);
  return openStringTable(new Uint8Array(blocks.buffer), strings);
};

const anyStrings = fc
  .uniqueArray(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[ab]{0,6}$/)), {
    maxLength: 100,
  })
  .map((strings) => strings.sort((a, b) => (a < b ? -1 : 1)));

test('holds any strings, and finds each and those that are not there', () => {
  fc.assert(
    fc.property(anyStrings, fc.string(), fc.nat(100), (strings, other, start) => {
      const table = tableOf(strings);
      expect(table.size).toBe(strings.length);
      expect([...table.from(start)]).toEqual(strings.slice(start));
      for (const [i, text] of strings.entries()) {
        expect(table.at(i)).toBe(text);
        expect(table.indexOf(text)).toBe(i);
      }
      expect(table.indexOf(other)).toBe(strings.indexOf(other));
      expect(table.lowerBound(other)).toBe(strings.filter((text) => text < other).length);
    }),
  );
});

test('holds strings of any length, and none at all', () => {
  const long = 'x'.repeat(100_000);
  expect(tableOf(['a', long]).at(1)).toBe(long);
  expect(tableOf([]).indexOf('')).toBe(-1);
  expect([...tableOf([]).from(0)]).toEqual([]);
});
