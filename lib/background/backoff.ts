/** Waiting between questions: how long after a refusal, and how long still. */
import type { Instant } from '../paper';

/** No wait is longer. */
export const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

/**
 * How long to wait after a refusal that followed on `failures` others, in milliseconds: twice as
 * long each time from `firstMs` up to `mostMs`, half of it by chance, so that browsers that were
 * refused together do not come back together.
 * @param random a number from 0 to 1
 */
export function backoff(failures: number, random: number, firstMs: number, mostMs: number): number {
  const longest = Math.min(firstMs * 2 ** failures, mostMs);
  return longest / 2 + (longest / 2) * random;
}

/** How long to wait at `now` for `nextAt`; a clock that was set back for good stops nothing. */
export function waitUntil(nextAt: Instant, now: Instant): number {
  const wait = nextAt - now;
  return wait > LONGEST_WAIT_MS ? 0 : Math.max(0, wait);
}
