import { describe, expect, test } from 'vitest';
import { nextDueDay } from '../../../lib/snapshots/due';

describe('the next due day', () => {
  test.each([
    ['day', '2026-11-22', '2026-11-23'],
    ['day', '2026-12-31', '2027-01-01'],
    ['week', '2026-11-16', '2026-11-23'],
    ['week', '2026-02-25', '2026-03-04'],
    ['month', '2026-10-23', '2026-11-23'],
    ['month', '2026-01-31', '2026-02-28'],
    ['month', '2028-01-31', '2028-02-29'],
    ['month', '2026-12-31', '2027-01-31'],
    ['month', '2026-10-31', '2026-11-30'],
  ] as const)('every %s after %s is %s', (every, done, next) => {
    expect(nextDueDay(every, done, done)).toBe(next);
  });

  test('is today where none was ever dealt with', () => {
    expect(nextDueDay('month', undefined, '2026-11-23')).toBe('2026-11-23');
  });

  test('is today where a clock that ran ahead has dated the last', () => {
    expect(nextDueDay('day', '2031-01-01', '2026-11-23')).toBe('2026-11-23');
    // East of here it may be tomorrow already.
    expect(nextDueDay('day', '2026-11-24', '2026-11-23')).toBe('2026-11-25');
  });
});
