/** How fast a source may be asked: pure rules, and where they are kept across worker restarts. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Instant } from '../paper';

export interface Pace {
  /** Nothing is asked before. */
  nextAt: Instant;
  /** Refusals in a row. */
  failures: number;
}

/** arXiv asks for at most one request in three seconds. */
export const SPACING_MS = 3_000;
const FIRST_BACKOFF_MS = 15_000;
const MAX_BACKOFF_MS = 60 * 60 * 1000;

/** After an answer: the usual distance. */
export function afterAnswer(now: Instant): Pace {
  return { nextAt: now + SPACING_MS, failures: 0 };
}

/**
 * After a refusal: twice as long each time, half of it by chance so that browsers that were
 * refused together do not come back together, and never sooner than the server said.
 */
export function afterRefusal(
  { failures }: Pace,
  now: Instant,
  random: number,
  retryAfterMs = 0,
): Pace {
  const longest = Math.min(FIRST_BACKOFF_MS * 2 ** failures, MAX_BACKOFF_MS);
  const wait = Math.max(longest / 2 + (longest / 2) * random, retryAfterMs, SPACING_MS);
  return { nextAt: Math.round(now + wait), failures: failures + 1 };
}

/** How long to wait at `now`; a clock that was set back does not stop the queue. */
export function waitFor(pace: Pace, now: Instant): number {
  const wait = pace.nextAt - now;
  return wait > 24 * MAX_BACKOFF_MS ? 0 : Math.max(0, wait);
}

const KEY = 'pace';
const schema = z.object({ nextAt: z.number(), failures: z.number() });

export async function readPace(): Promise<Pace> {
  const parsed = schema.safeParse((await browser.storage.local.get(KEY))[KEY]);
  return parsed.success ? parsed.data : { nextAt: 0, failures: 0 };
}

export async function writePace(pace: Pace): Promise<void> {
  await browser.storage.local.set({ [KEY]: pace });
}
