import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterFault,
  afterPolled,
  NEVER_POLLED,
  waitForSource,
  type SourcePace,
} from '../../../lib/background/source-pace';

const now = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const waits = (n: number, random: number) => {
  let pace: SourcePace = NEVER_POLLED;
  return Array.from({ length: n }, () => {
    pace = afterFault(pace, '503', now, random);
    return pace.nextAt - now;
  });
};

describe('the pace of a source', () => {
  it('asks at once for the first time', () => {
    expect(waitForSource(NEVER_POLLED, now)).toBe(0);
  });

  it('asks again after the usual time, and forgets what was wrong', () => {
    expect(afterPolled(now, 4 * HOUR)).toEqual({
      nextAt: now + 4 * HOUR,
      failures: 0,
      lastOkAt: now,
    });
  });

  it('asks later and later, from a quarter of an hour to a day', () => {
    expect(waits(9, 0).map((ms) => ms / MINUTE)).toEqual([
      15, 30, 60, 120, 240, 480, 720, 720, 720,
    ]);
    expect(waits(9, 1).map((ms) => ms / MINUTE)).toEqual([
      30, 60, 120, 240, 480, 960, 1440, 1440, 1440,
    ]);
    expect(waits(1, 0.5)).toEqual([22.5 * MINUTE]);
  });

  it('keeps when all was well, and says what is wrong', () => {
    expect(afterFault(afterPolled(now - HOUR, HOUR), 'html', now, 0)).toEqual({
      nextAt: now + 15 * MINUTE,
      failures: 1,
      lastOkAt: now - HOUR,
      fault: 'html',
    });
  });

  it('waits as long as the server said, but no longer than a day', () => {
    const wait = (ms: number) => afterFault(NEVER_POLLED, '429', now, 0, ms).nextAt - now;
    expect(wait(3 * HOUR)).toBe(3 * HOUR);
    expect(wait(5_000)).toBe(15 * MINUTE);
    expect(wait(40 * DAY)).toBe(DAY);
  });

  it('is not stopped by a clock that was set back', () => {
    const pace = afterPolled(now, 6 * HOUR);
    expect(waitForSource(pace, now)).toBe(6 * HOUR);
    expect(waitForSource(pace, now - HOUR)).toBe(7 * HOUR);
    expect(waitForSource(pace, now - 400 * DAY)).toBe(0);
  });

  it('never waits for longer than a day, nor for less than a quarter of an hour after a fault', () => {
    const failures = fc.nat(5_000);
    const random = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(failures, random, fc.nat(), fc.integer(), (failures, random, retry, later) => {
        const pace = afterFault({ nextAt: 0, failures }, '503', now, random, retry);
        expect(pace.nextAt - now).toBeGreaterThanOrEqual(15 * MINUTE);
        expect(waitForSource(pace, now + later)).toBeLessThanOrEqual(DAY);
        expect(waitForSource(afterPolled(now, retry * 1000), now)).toBeLessThanOrEqual(DAY);
      }),
    );
  });
});
