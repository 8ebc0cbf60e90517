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
}

/** Adds one read page to its site's day, and remembers the one that fell shortest. */
export function recordHealth(db: OffprintDb, page: PageHealth): Promise<void> {
  const { site, day, now, listing, promised, found } = page;
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
      pages: (before?.pages ?? 0) + 1,
      rowsPromised: (before?.rowsPromised ?? 0) + promised.rows,
      rowsFound: (before?.rowsFound ?? 0) + found.rows,
      abstractsPromised: (before?.abstractsPromised ?? 0) + promised.abstracts,
      abstractsFound: (before?.abstractsFound ?? 0) + found.abstracts,
      errors: before?.errors ?? [],
    };
    const worst = fellShort(figures) ? { listing, ...figures } : before?.worst;
    if (worst) row.worst = worst;
    await db.siteHealth.put(row);
  });
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
