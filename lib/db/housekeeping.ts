import { localDay, type Instant, type Paper, type PaperId, type Sighting } from '../paper';
import { heldByPdf } from './pdfs';
import { KEPT_REQUESTS } from './requests';
import { dropStale } from './staging';
import { sweepPdfs } from './sweep-pdfs';
import type { OffprintDb } from './schema';
import { uniteSightings } from './unite-sightings';

const DAY = 24 * 60 * 60 * 1000;
const FOLD_AFTER = 180 * DAY;
const TRENDS_FOR = 28 * DAY;
const COMPACT_AFTER = 365 * DAY;
/** Rows of one transaction, so that nobody waits long for it. */
const BATCH = 500;

/**
 * Lets go of what need not be kept: texts of papers that were not saved and not seen for
 * `keepDays` (0: for ever), single old sightings, the way back of old changes, old requests,
 * leftovers of imports and of PDFs. In small transactions; stopped anywhere, the next run goes on.
 */
export async function keepHouse(
  db: OffprintDb,
  { now, keepDays }: { now: Instant; keepDays: number },
): Promise<void> {
  await dropStale(db, now);
  if (keepDays > 0) await leaveStubs(db, now - keepDays * DAY);
  await foldSightings(db, localDay(now - FOLD_AFTER));
  await compactJournal(db, now - COMPACT_AFTER);
  await trimRequests(db);
  await sweepPdfs(db, now);
  // Trends older than what they are compared with; a digest keeps its own charts.
  await db.trends
    .where('at')
    .below(now - TRENDS_FOR)
    .delete();
}

async function leaveStubs(db: OffprintDb, before: Instant): Promise<void> {
  const old = (index: 'lastSeenAt' | 'heardAt') =>
    db.papers
      .where(index)
      .below(before)
      .filter((paper) => isOld(paper, before))
      .primaryKeys();
  const ids = [...new Set([...(await old('lastSeenAt')), ...(await old('heardAt'))])];
  for (const batch of inBatches(ids)) {
    await db.transaction('rw', db.papers, db.library, db.merges, db.journal, db.pdfs, async () => {
      const [papers, saved, decided, withPdf] = await Promise.all([
        db.papers.bulkGet(batch),
        db.library.bulkGet(batch),
        decidedSince(db, batch, before),
        heldByPdf(db),
      ]);
      const unsaved = papers.filter(
        (paper, i) =>
          paper &&
          !saved[i] &&
          isOld(paper, before) &&
          !decided.has(paper.id) &&
          !withPdf.has(paper.id),
      ) as Paper[];
      await db.papers.bulkPut(unsaved.map(stubOf));
      // A merge keeps whole papers for its undo: their texts go too. What it made one stays one.
      const merges = db.merges.where('to').anyOf(unsaved.map(({ id }) => id));
      await db.merges.bulkPut((await merges.toArray()).map((row) => ({ ...row, before: [] })));
    });
  }
}

function isOld({ stub, lastSeenAt = 0, heardAt = 0 }: Paper, before: Instant): boolean {
  return !stub && Math.max(lastSeenAt, heardAt) < before;
}

// A paper that was un-saved lately can be had back by undo, with all of its text.
async function decidedSince(
  db: OffprintDb,
  ids: readonly PaperId[],
  from: Instant,
): Promise<ReadonlySet<PaperId>> {
  const rows = await db.journal
    .where('[entity+entityId]')
    .anyOf(ids.map((id) => ['library', id]))
    .filter(({ at }) => at >= from)
    .toArray();
  return new Set(rows.map(({ entityId }) => entityId));
}

/** What is left of a forgotten paper: enough to know it again, so that nothing is told twice. */
export function stubOf(paper: Paper): Paper {
  const { id, titleKey, ids, firstSite, firstSeenAt, lastSeenAt, heardAt } = paper;
  return {
    id,
    title: '',
    titleKey,
    provisional: true,
    authors: [],
    ids,
    links: [],
    versions: [],
    firstSite,
    ...(firstSeenAt !== undefined && { firstSeenAt }),
    ...(lastSeenAt !== undefined && { lastSeenAt }),
    ...(heardAt !== undefined && { heardAt }),
    stub: true,
  };
}

async function foldSightings(db: OffprintDb, before: string): Promise<void> {
  const single = db.sightings.where('day').below(before);
  const keys = await single.filter((row) => row.folded === undefined).primaryKeys();
  const paperIds = [...new Set(keys.map(([paperId]) => paperId))];
  for (const batch of inBatches(paperIds)) {
    await db.transaction('rw', db.sightings, async () => {
      for (const paperId of batch) {
        const rows = await db.sightings.where(':id').between([paperId], [paperId, []]).toArray();
        const old = rows.filter(({ day }) => day < before);
        await db.sightings.bulkDelete(old.map(({ listing, day }) => [paperId, listing, day]));
        await db.sightings.bulkPut(foldedByListing(old));
      }
    });
  }
}

function foldedByListing(rows: readonly Sighting[]): Sighting[] {
  const folded = new Map<string, Sighting>();
  for (const row of rows) {
    const before = folded.get(row.listing);
    const one = before ? uniteSightings(before, row) : { ...row };
    one.day = before && before.day < row.day ? before.day : row.day;
    one.folded = (before?.folded ?? 0) + (row.folded ?? 1);
    folded.set(row.listing, one);
  }
  return [...folded.values()];
}

// Of each field only its last change is left, as a log that is compacted keeps it.
async function compactJournal(db: OffprintDb, before: Instant): Promise<void> {
  const old = db.journal.where('at').below(before);
  const ids = await old.filter((row) => !row.compacted).primaryKeys();
  for (const batch of inBatches(ids)) {
    await db.transaction('rw', db.journal, async () => {
      for (const row of await db.journal.bulkGet(batch)) {
        if (!row) continue;
        const same = db.journal.where('[entity+entityId]').equals([row.entity, row.entityId]);
        const isLast =
          (await same.filter(({ field, id }) => field === row.field && id > row.id).count()) === 0;
        if (!isLast) await db.journal.delete(row.id);
        else await db.journal.put({ ...row, before: null, compacted: true });
      }
    });
  }
}

async function trimRequests(db: OffprintDb): Promise<void> {
  const last = await db.requests.orderBy(':id').reverse().offset(KEPT_REQUESTS).first();
  if (last) await db.requests.where(':id').belowOrEqual(last.id).delete();
}

function inBatches<T>(items: readonly T[]): T[][] {
  const batches: T[][] = [];
  for (let i = 0; i < items.length; i += BATCH) batches.push(items.slice(i, i + BATCH));
  return batches;
}
