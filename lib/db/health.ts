import type { Day, Instant } from '../paper';
import type { SiteHealth } from './rows';
import type { OffprintDb } from './schema';

export interface PageHealth {
  site: string;
  listing: string;
  day: Day;
  now: Instant;
  promised: { rows: number; abstracts: number };
  found: { rows: number; abstracts: number };
  /** What went wrong, in a word; a reading without a fault ends those before it. */
  fault?: string | undefined;
}

/** What the polls of a source are filed under: pages of the same name have rows of their own. */
export function healthIdOf(source: string): string {
  return `poll:${source}`;
}

/** Different faults of one day that are kept. */
const KEPT_FAULTS = 10;

type Counts = Pick<PageHealth, 'promised' | 'found'>;

/**
 * Adds one read page to its site's day, and remembers the last that fell short.
 * @param earlier what the same page was counted with already, when it is read in parts or again
 */
export function recordHealth(db: OffprintDb, page: PageHealth, earlier?: Counts): Promise<void> {
  const { site, day, now, listing, promised, found, fault } = page;
  return db.transaction('rw', db.siteHealth, async () => {
    const before = await db.siteHealth.get([site, day]);
    const figures = {
      rowsPromised: promised.rows,
      rowsFound: found.rows,
      abstractsPromised: promised.abstracts,
      abstractsFound: found.abstracts,
    };
    const row: SiteHealth = {
      site,
      day,
      at: now,
      pages: (before?.pages ?? 0) + (earlier ? 0 : 1),
      rowsPromised: add(before?.rowsPromised, promised.rows, earlier?.promised.rows),
      rowsFound: add(before?.rowsFound, found.rows, earlier?.found.rows),
      abstractsPromised: add(
        before?.abstractsPromised,
        promised.abstracts,
        earlier?.promised.abstracts,
      ),
      abstractsFound: add(before?.abstractsFound, found.abstracts, earlier?.found.abstracts),
      errors: fault ? [...new Set([...(before?.errors ?? []), fault])].slice(-KEPT_FAULTS) : [],
    };
    // A page that was read before its rows came is made good by the next reading.
    const kept = before?.worst?.listing === listing ? undefined : before?.worst;
    const worst = fellShort(figures) ? { listing, ...figures } : kept;
    if (worst) row.worst = worst;
    await db.siteHealth.put(row);
  });
}

function add(sum = 0, now: number, earlier = 0): number {
  return Math.max(0, sum + now - earlier);
}

/** Whether a page gave fewer rows or abstracts than its markup promised. */
export function fellShort(page: {
  rowsPromised: number;
  rowsFound: number;
  abstractsPromised: number;
  abstractsFound: number;
}): boolean {
  return page.rowsFound < page.rowsPromised || page.abstractsFound < page.abstractsPromised;
}

/** The days of one site since `from`, oldest first. */
export function healthSince(db: OffprintDb, site: string, from: Day): Promise<SiteHealth[]> {
  return db.siteHealth.where('[site+day]').between([site, from], [site, '\uffff']).toArray();
}
