import type { Day } from '../paper';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The median of the calendar days between two days each, such as from saved to read; undefined of
 * none. What came before its beginning counts as the same day.
 */
export function medianDays(spans: Iterable<readonly [from: Day, to: Day]>): number | undefined {
  const lengths = [...spans].map(([from, to]) =>
    Math.max(0, (Date.parse(to) - Date.parse(from)) / DAY_MS),
  );
  lengths.sort((a, b) => a - b);
  const middle = lengths.length / 2;
  const [low, high] = [lengths[Math.ceil(middle) - 1], lengths[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
