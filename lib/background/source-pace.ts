/** When a source is polled next: pure rules, kept by the caller. */
import type { Instant } from '../paper';
import { backoff, LONGEST_WAIT_MS, waitUntil } from './backoff';

export interface SourcePace {
  /** Nothing is asked before. */
  nextAt: Instant;
  /** Faults in a row. */
  failures: number;
  lastOkAt?: Instant;
  /** What is wrong with it now, in a word. */
  fault?: string;
}

/** Of a source that was never asked. */
export const NEVER_POLLED: SourcePace = { nextAt: 0, failures: 0 };

/** Chance takes up to half of a wait: the first is 15 to 30 minutes long. */
const FIRST_BACKOFF_MS = 30 * 60 * 1000;

/** After an answer that was understood, unchanged ones included: again in `everyMs`, a day at most. */
export function afterPolled(now: Instant, everyMs: number): SourcePace {
  return { nextAt: now + Math.min(everyMs, LONGEST_WAIT_MS), failures: 0, lastOkAt: now };
}

/**
 * After a refusal or an answer that made no sense: later each time, from 15 minutes to a day, and
 * never sooner than the server said.
 * @param fault what went wrong, in a word
 * @param random a number from 0 to 1
 */
export function afterFault(
  { failures, lastOkAt }: SourcePace,
  fault: string,
  now: Instant,
  random: number,
  retryAfterMs = 0,
): SourcePace {
  const wait = Math.max(backoff(failures, random, FIRST_BACKOFF_MS, LONGEST_WAIT_MS), retryAfterMs);
  return {
    nextAt: Math.round(now + Math.min(wait, LONGEST_WAIT_MS)),
    failures: failures + 1,
    ...(lastOkAt !== undefined && { lastOkAt }),
    fault,
  };
}

/** How long to wait at `now`, in milliseconds; a clock that was set back does not stop the source. */
export function waitForSource({ nextAt }: SourcePace, now: Instant): number {
  return waitUntil(nextAt, now);
}
