import { chooseDigest } from '../digest/choose';
import type { Digest, DigestItem } from '../digest/digest';
import type { DigestSettings } from '../digest/digest-settings';
import type { DigestState } from '../digest/next-step';
import type { Day, FeedbackKind, Instant, Paper, PaperId, Sighting } from '../paper';
import { candidates } from '../trending/candidates';
import { noted } from '../trending/trend';
import { currentId } from './current-ids';
import type { OffprintDb } from './schema';

const FORTNIGHT_MS = 14 * 24 * 60 * 60 * 1000;
/** Liked papers whose words have a say; older ones fade with what the reader works on. */
const TASTE = 100;

export interface Freeze {
  date: Day;
  /** The latest chosen day it covers. */
  settled: Day;
  now: Instant;
  settings: DigestSettings;
  /** Ids of sources that could not be read. */
  missing: readonly string[];
}

/**
 * Makes the digest of a day and enters its papers into the ledger of what was told, in one
 * transaction: whoever is notified afterwards, nothing is told twice. Answers undefined where that
 * day has its digest already.
 */
export function freezeDigest(db: OffprintDb, freeze: Freeze): Promise<Digest | undefined> {
  const { date, settled, now, missing } = freeze;
  return db.transaction('rw', db.tables, async () => {
    if (await db.digests.get(date)) return undefined;
    const items = chooseDigest(await material(db, freeze));
    const digest: Digest = { date, madeAt: now, settled, items, missing: [...missing] };
    await db.digests.add(digest);
    await db.notified.bulkPut(
      items.map(({ paperId }) => ({ paperId, kind: 'digest' as const, at: now })),
    );
    return digest;
  });
}

async function material(db: OffprintDb, { now: madeAt, settings }: Freeze) {
  const now = noted(madeAt);
  const { size, muted, watches } = settings;
  const trends = await db.trends
    .where('at')
    .above(now - FORTNIGHT_MS)
    .toArray();
  const risen = candidates(trends, now);
  // What did not fit into one digest may come in the next: the ledger keeps it from coming twice.
  const fresh = watches.length > 0 ? await heardSince(db, now - FORTNIGHT_MS) : [];
  const ids = [...new Set(risen.map(({ trend }) => trend.paperId))];
  const [papers, excluded, liked, disliked] = await Promise.all([
    db.papers.bulkGet(ids),
    notToTell(db),
    liking(db),
    byFeedback(db, ['fewer', 'not-interested']),
  ]);
  const byId = new Map(papers.flatMap((paper) => (paper ? [[paper.id, paper] as const] : [])));
  const told = [...fresh.map(({ id }) => id), ...ids].filter((id) => !excluded.has(id));
  const shown = await lastShown(db, told);
  return {
    candidates: risen,
    fresh,
    papers: byId,
    excluded,
    liked,
    disliked,
    shown,
    muted,
    watches,
    size,
    now,
  };
}

function heardSince(db: OffprintDb, since: Instant): Promise<Paper[]> {
  return db.papers.where('heardAt').aboveOrEqual(since).toArray();
}

/** Saved, told before, or dismissed. */
async function notToTell(db: OffprintDb): Promise<ReadonlySet<PaperId>> {
  const [saved, told, dismissed] = await Promise.all([
    db.library.toCollection().primaryKeys(),
    db.notified.toCollection().primaryKeys(),
    db.feedback.toCollection().primaryKeys(),
  ]);
  return new Set([...saved, ...told.map(([id]) => id), ...dismissed.map(([id]) => id)]);
}

/** What the reader saved lately or wants more of. */
async function liking(db: OffprintDb): Promise<Paper[]> {
  const saved = await db.library.orderBy('savedAt').reverse().limit(TASTE).primaryKeys();
  const papers = await db.papers.bulkGet(saved);
  return [...(await byFeedback(db, ['more'])), ...papers.filter((paper) => paper !== undefined)];
}

async function byFeedback(db: OffprintDb, kinds: readonly FeedbackKind[]): Promise<Paper[]> {
  const rows = await db.feedback.orderBy('at').reverse().toArray();
  const ids = rows.filter(({ kind }) => kinds.includes(kind)).map(({ paperId }) => paperId);
  const papers = await db.papers.bulkGet(ids.slice(0, TASTE));
  return papers.filter((paper) => paper !== undefined);
}

async function lastShown(
  db: OffprintDb,
  ids: readonly PaperId[],
): Promise<ReadonlyMap<PaperId, Sighting>> {
  const shown = new Map<PaperId, Sighting>();
  for (const id of new Set(ids)) {
    const rows = await db.sightings.where(':id').between([id], [id, []]).toArray();
    const last = rows.sort((a, b) => a.lastAt - b.lastAt).at(-1);
    if (last) shown.set(id, last);
  }
  return shown;
}

/**
 * What is dealt with so far.
 * @param since days up to this one count as dealt with even where no digest was made
 * @param furthest the latest date that any clock can show now; a digest of a later one was dated by
 *   a clock that ran ahead
 */
export async function digestState(db: OffprintDb, since: Day, furthest: Day): Promise<DigestState> {
  const last = await lastDigest(db, furthest);
  if (!last) return { settled: since };
  return { settled: last.settled > since ? last.settled : since, told: last.date };
}

/** Lets a due day go that the newest digest stands for already. */
export async function settleDigest(db: OffprintDb, settled: Day, furthest: Day): Promise<void> {
  const last = await lastDigest(db, furthest);
  if (last) await db.digests.update(last.date, { settled });
}

function lastDigest(db: OffprintDb, furthest: Day): Promise<Digest | undefined> {
  return db.digests.where('date').belowOrEqual(furthest).last();
}

/** Digests that hold papers, newest first. */
export async function pastDigests(db: OffprintDb, limit = 400): Promise<Digest[]> {
  const newest = db.digests.orderBy('date').reverse();
  return newest
    .filter(({ items }) => items.length > 0)
    .limit(limit)
    .toArray();
}

/** The items of a digest under the papers they are now: some were merged since. */
export async function currentItems(db: OffprintDb, { items }: Digest): Promise<DigestItem[]> {
  return Promise.all(
    items.map(async (item) => ({ ...item, paperId: await currentId(db, item.paperId) })),
  );
}
