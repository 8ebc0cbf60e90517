import { expect, test } from 'vitest';
import { median, p95 } from './statistics';

test('the median is the middle, or between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([7])).toBe(7);
});

test('95 % of the values do not exceed p95', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(p95(hundred)).toBe(95);
  expect(p95([3, 1, 2])).toBe(3);
});
