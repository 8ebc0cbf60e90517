import { expect, test } from 'vitest';
import { isNewToYou } from '../../lib/paper';

const NOW = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;

test.each([
  ['just now', 0, true],
  ['when the clock was set back a little since', -60_000, true],
  ['two hours ago', 2 * HOUR, false],
  ['when the clock went two years ahead', -2 * 365 * 24 * HOUR, false],
])('a paper is new that was first seen %s: %i ms, %s', (_, age, isNew) => {
  expect(isNewToYou({ firstSeenAt: NOW - age, saved: false }, NOW)).toBe(isNew);
});
