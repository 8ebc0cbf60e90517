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

/** What the rows of a source are filed under: its pages, which share its name, have rows of their own. */
export function healthIdOf(source: string): string {
  return `poll:${source}`;
}

/** Different faults of one day that are kept. */
const KEPT_FAULTS = 10;

/** Adds one poll to its source's day, where the settings show it beside the pages'. */
export function recordSourceHealth(db: OffprintDb, polled: PolledHealth): Promise<void> {
  const { source, day, now, promised, found, fault } = polled;
  return db.transaction('rw', db.siteHealth, async () => {
    const site = healthIdOf(source);
    const before = await db.siteHealth.get([site, day]);
    // A source that answers again is well.
    const errors = new Set(fault ? [...(before?.errors ?? []), fault] : []);
    const row: SiteHealth = {
      abstractsPromised: 0,
      abstractsFound: 0,
      ...before,
      site,
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
