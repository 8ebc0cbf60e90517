import { describe, expect, it } from 'vitest';
import { timeLeft } from '../../../lib/triage/time-left';

const SECOND = 1_000;

describe('the time left', () => {
  it('is not known before three papers', () => {
    expect(timeLeft([], 60)).toBeUndefined();
    expect(timeLeft([SECOND, SECOND], 60)).toBeUndefined();
  });

  it('is the usual time for one, for all that are left', () => {
    expect(timeLeft([8 * SECOND, 12 * SECOND, 10 * SECOND], 54)).toBe(540 * SECOND);
    expect(timeLeft([4, 1, 3, 2], 10)).toBe(25);
    expect(timeLeft([4, 1, 3], 0)).toBe(0);
  });

  it('does not mind one paper that took an hour', () => {
    expect(timeLeft([9, 10, 3_600_000, 11, 10], 6)).toBe(60);
  });
});
