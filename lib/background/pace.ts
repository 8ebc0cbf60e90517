/** How fast a source may be asked: pure rules, and where they are kept across worker restarts. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Instant } from '../paper';
import { backoff, waitUntil } from './backoff';

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

/** After a refusal: longer each time, and never sooner than the server said. */
export function afterRefusal(
  { failures }: Pace,
  now: Instant,
  random: number,
  retryAfterMs = 0,
): Pace {
  const wait = Math.max(
    backoff(failures, random, FIRST_BACKOFF_MS, MAX_BACKOFF_MS),
    retryAfterMs,
    SPACING_MS,
  );
  return { nextAt: Math.round(now + wait), failures: failures + 1 };
}

/** How long to wait at `now`; a clock that was set back does not stop the queue. */
export function waitFor(pace: Pace, now: Instant): number {
  return waitUntil(pace.nextAt, now);
}

const KEY = 'pace';
const schema = z.object({ nextAt: z.number(), failures: z.number() });

/** The pace of arXiv's API, or of a host that PDFs come from. */
export async function readPace(host?: string): Promise<Pace> {
  const key = keyOf(host);
  const parsed = schema.safeParse((await browser.storage.local.get(key))[key]);
  return parsed.success ? parsed.data : { nextAt: 0, failures: 0 };
}

export async function writePace(pace: Pace, host?: string): Promise<void> {
  await browser.storage.local.set({ [keyOf(host)]: pace });
}

function keyOf(host: string | undefined): string {
  return host === undefined ? KEY : `${KEY}-${host}`;
}
