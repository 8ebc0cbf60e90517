/** What is remembered of each source between polls; kept in `storage.local`. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Instant } from '../paper';
import { NEVER_POLLED, type SourcePace } from './source-pace';

/** What an answer was marked with, so that only a newer one is asked for. */
export interface Marks {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

export interface SourceState {
  pace: SourcePace;
  /** By address. */
  marks: Record<string, Marks>;
  /** When it was polled first: all polls keep to this time of the day, however late one was. */
  anchor?: Instant | undefined;
}

const KEY = 'sources';
const mark = z.optional(z.string().check(z.maxLength(200)));
const schema = z.record(
  z.string(),
  z.object({
    pace: z.object({
      nextAt: z.number(),
      failures: z.number(),
      lastOkAt: z.optional(z.number()),
      fault: z.optional(z.string()),
    }),
    marks: z.record(z.string(), z.object({ etag: mark, lastModified: mark })),
    anchor: z.optional(z.number()),
  }),
);

export async function readSourceState(id: string): Promise<SourceState> {
  return (await readSourceStates())[id] ?? { pace: NEVER_POLLED, marks: {} };
}

export async function writeSourceState(id: string, state: SourceState): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await readSourceStates()), [id]: state } });
}

async function readSourceStates(): Promise<Record<string, SourceState>> {
  const parsed = schema.safeParse((await browser.storage.local.get(KEY))[KEY] ?? {});
  return parsed.success ? parsed.data : {};
}
