import Dexie from 'dexie';
import { normalise } from '../identity';
import {
  SIGNALS,
  STATUSES,
  type Instant,
  type PaperId,
  type Sighting,
  type Status,
} from '../paper';
import { trendOrder } from '../trending/candidates';
import { paperRows, savedIds, type PaperRow } from './list';
import { queuedIds } from './queued-ids';
import type { TrendRow } from './rows';
import type { OffprintDb } from './schema';

/** A part of what is kept, as the library's left side names it. */
export type View =
  | { kind: 'list' }
  | { kind: 'status'; status: Status }
  | { kind: 'tag'; tagId: string }
  | { kind: 'seen' }
  | { kind: 'site'; site: string };

/**
 * What a list is ordered by. `saved` and `queue` (as the reader moved them) are for papers on the
 * list, `seen` for everything seen.
 */
export type Sort = 'saved' | 'seen' | 'published' | 'title' | 'trend' | 'queue';

const { minKey, maxKey } = Dexie;

/** The ids of a view in order, taken from indexes alone: no row is read but of odd titles. */
export async function viewIds(
  db: OffprintDb,
  view: View,
  sort: Sort,
  now: Instant,
): Promise<PaperId[]> {
  if (sort === 'saved' && view.kind === 'list') return savedIds(db);
  if (sort === 'saved' && view.kind === 'status') return byStatus(db, view.status);
  if (sort === 'seen' && view.kind === 'seen') return byIndex(db, 'lastSeenAt');
  const [members, order] = await Promise.all([memberIds(db, view), orderedIds(db, sort, now)]);
  const left = new Set(members);
  const listed = order.filter((id) => left.delete(id));
  // What the order does not know (no date, not saved) comes last, newest record first.
  return [...listed, ...[...left].sort().reverse()];
}

/**
 * The first ids of a view, for a first look: in the usual orders they cost next to nothing.
 * Undefined where only the whole list can tell.
 */
export async function firstIds(
  db: OffprintDb,
  view: View,
  sort: Sort,
  limit: number,
): Promise<PaperId[] | undefined> {
  if (sort === 'saved' && view.kind === 'list')
    return db.library.orderBy('savedAt').reverse().limit(limit).primaryKeys();
  if (sort === 'saved' && view.kind === 'status')
    return statusRange(db, view.status).reverse().limit(limit).primaryKeys();
  if (sort === 'seen' && view.kind === 'seen')
    return db.papers.orderBy('lastSeenAt').reverse().limit(limit).primaryKeys();
  return undefined;
}

function memberIds(db: OffprintDb, view: View): Promise<PaperId[]> {
  switch (view.kind) {
    case 'list':
      return savedIds(db);
    case 'status':
      return byStatus(db, view.status);
    case 'tag':
      return db.library.where('tagIds').equals(view.tagId).primaryKeys();
    case 'seen':
      return byIndex(db, 'lastSeenAt');
    case 'site':
      return db.sightings
        .where('[site+day]')
        .between([view.site, minKey], [view.site, maxKey])
        .primaryKeys()
        .then((keys) => keys.map(([paperId]) => paperId));
  }
}

function orderedIds(db: OffprintDb, sort: Sort, now: Instant): Promise<PaperId[]> {
  switch (sort) {
    case 'saved':
      return savedIds(db);
    case 'queue':
      return queuedIds(db);
    case 'seen':
      return byIndex(db, 'lastSeenAt');
    case 'published':
      return byIndex(db, 'publishedAt');
    case 'title':
      return byTitle(db);
    case 'trend':
      return db.trends.toArray().then((trends) => trendOrder(trends, now));
  }
}

// Keys are read forwards and turned round: backwards, IndexedDB gives them one by one.
async function byStatus(db: OffprintDb, status: Status): Promise<PaperId[]> {
  return (await statusRange(db, status).primaryKeys()).reverse();
}

function statusRange(db: OffprintDb, status: Status) {
  return db.library.where('[status+savedAt]').between([status, minKey], [status, maxKey]);
}

async function byIndex(db: OffprintDb, index: 'lastSeenAt' | 'publishedAt'): Promise<PaperId[]> {
  return (await db.papers.orderBy(index).primaryKeys()).reverse();
}

// Titles too short to be compared have an empty key; those few are read.
async function byTitle(db: OffprintDb): Promise<PaperId[]> {
  const [strong, weak] = await Promise.all([
    db.papers.where('titleKey').above('').primaryKeys(),
    db.papers.where('titleKey').equals('').toArray(),
  ]);
  if (weak.length === 0) return strong;
  const keys = weak.map((paper) => ({ id: paper.id, key: normalise(paper.title) }));
  keys.sort((a, b) => (a.key < b.key ? -1 : 1));
  const places = await Promise.all(
    keys.map(({ key }) => db.papers.where('titleKey').between('', key, false, true).count()),
  );
  const ids: PaperId[] = [];
  let at = 0;
  keys.forEach(({ id }, i) => {
    for (; at < places[i]!; at++) ids.push(strong[at]!);
    ids.push(id);
  });
  for (; at < strong.length; at++) ids.push(strong[at]!);
  return ids;
}

/** How many papers each part of the reading list holds, and how many were seen. */
export interface ViewCounts {
  list: number;
  seen: number;
  status: Record<Status, number>;
}

export async function viewCounts(db: OffprintDb): Promise<ViewCounts> {
  // Counted in indexes: to count the rows of a table, IndexedDB walks over every abstract.
  const [seen, ...each] = await Promise.all([
    db.papers.orderBy('lastSeenAt').count(),
    ...STATUSES.map((status) => db.library.where('status').equals(status).count()),
  ]);
  const status = Object.fromEntries(STATUSES.map((name, i) => [name, each[i]!]));
  const list = each.reduce((sum, count) => sum + count, 0);
  return { list, seen, status: status as Record<Status, number> };
}

/** The ids of the sites that showed anything, by one look into the index for each. */
export async function seenSites(db: OffprintDb): Promise<string[]> {
  const sites: string[] = [];
  let next = await db.sightings.orderBy('[site+day]').first();
  while (next) {
    sites.push(next.site);
    next = await db.sightings.where('[site+day]').above([next.site, maxKey]).first();
  }
  return sites;
}

/** Everything the library shows of one paper. */
export interface PaperInFull extends PaperRow {
  /** Newest first. */
  sightings: Sighting[];
  /** What sources count of it, votes first. */
  trends: TrendRow[];
  /** Whether arXiv was asked for its abstract, and with what result. */
  fill?: 'waiting' | 'missing' | undefined;
}

export async function paperInFull(db: OffprintDb, id: PaperId): Promise<PaperInFull | undefined> {
  const [[row], sightings, trends] = await Promise.all([
    paperRows(db, [id]),
    db.sightings.where('[paperId+listing+day]').between([id], [id, maxKey]).toArray(),
    db.trends.where('[paperId+source+signal]').between([id], [id, maxKey]).toArray(),
  ]);
  if (!row) return undefined;
  const { paper } = row;
  const fills = paper.abstract ? [] : await db.fills.bulkGet(paper.ids);
  return {
    ...row,
    sightings: sightings.sort((a, b) => b.lastAt - a.lastAt),
    trends: trends.sort((a, b) => SIGNALS.indexOf(a.signal) - SIGNALS.indexOf(b.signal)),
    fill: fills.find((fill) => fill !== undefined)?.state,
  };
}
