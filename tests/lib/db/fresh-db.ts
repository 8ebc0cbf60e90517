import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { hybridClock } from '../../../lib/db/clock';
import type { Act } from '../../../lib/db/journal';
import { DERIVED_TABLES, OffprintDb } from '../../../lib/db/schema';
import type { Recorded } from '../../../lib/db/sightings';
import { recordSightings } from '../../../lib/db/sightings';
import type { SeenPaper } from '../../../lib/paper';

/** 2026-08-22, 10:00 UTC. */
export const NOON = Date.UTC(2026, 7, 22, 10);

/** A database of its own, in memory. */
export function freshDb(): OffprintDb {
  return new OffprintDb({ indexedDB: new IDBFactory(), IDBKeyRange });
}

let ops = 0;

/** Acts one after the other, each a minute after the last. */
export function acts(start = NOON, device = 'testdev1'): (op?: string) => Act {
  const clock = hybridClock(device);
  let n = 0;
  return (op = `operation-${++ops}`) => ({ op, now: start + ++n * 60_000, clock });
}

export function seen(title: string, more: Partial<SeenPaper> = {}): SeenPaper {
  return { title, authors: ['Ada Example', 'Bo Sample'], ids: [], links: [], ...more };
}

export function show(
  db: OffprintDb,
  rows: SeenPaper[],
  {
    site = 'arxiv',
    listing = 'https://arxiv.org/list/cs.AI/new',
    now = NOON,
    day = '2026-08-22',
  } = {},
): Promise<Recorded[]> {
  return recordSightings(db, rows, { site, listing, day, now });
}

const NOT_IN_A_BACKUP: ReadonlySet<string> = new Set(['staging', ...DERIVED_TABLES]);

/** Every row of every table that a backup holds, in a form that two databases compare by. */
export async function everything(db: OffprintDb): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  return Object.fromEntries(tables.filter(([name]) => !NOT_IN_A_BACKUP.has(name)));
}
