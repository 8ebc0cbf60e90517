import type { Day, Instant } from '../paper';
import type { SiteHealth } from './rows';
import type { OffprintDb } from './schema';

/** What one poll of a source gave. */
export interface PolledHealth {
  source: string;
  day: Day;
  now: Instant;
  /** Items that were there, and those that could be read. */
  promised: number;
  found: number;
  /** What went wrong, in a word. */
  fault?: string | undefined;
}

/** Different faults of one day that are kept. */
const KEPT_FAULTS = 10;

/** Adds one poll to its source's day, where the settings show it beside the pages'. */
export function recordSourceHealth(db: OffprintDb, polled: PolledHealth): Promise<void> {
  const { source, day, now, promised, found, fault } = polled;
  return db.transaction('rw', db.siteHealth, async () => {
    const before = await db.siteHealth.get([source, day]);
    const errors = new Set([...(before?.errors ?? []), ...(fault ? [fault] : [])]);
    const row: SiteHealth = {
      abstractsPromised: 0,
      abstractsFound: 0,
      ...before,
      site: source,
      day,
      at: now,
      pages: (before?.pages ?? 0) + 1,
      rowsPromised: (before?.rowsPromised ?? 0) + promised,
      rowsFound: (before?.rowsFound ?? 0) + found,
      errors: [...errors].slice(-KEPT_FAULTS),
    };
    await db.siteHealth.put(row);
  });
}
