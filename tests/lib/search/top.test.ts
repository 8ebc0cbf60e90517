import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topOf } from '../../../lib/search/top';

test('the first of those that pass, in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(10), (values, count) => {
      const before = (a: number, b: number) =>
        values[a] === values[b] ? a < b : values[a]! > values[b]!;
      const sorted = values
        .map((_, i) => i)
        .filter((i) => values[i]! % 3 !== 0)
        .sort((a, b) => (before(a, b) ? -1 : 1));
      const passes = (i: number) => values[i]! % 3 !== 0;
      expect(topOf(values.length, count, passes, before)).toEqual(sorted.slice(0, count));
    }),
  );
});
