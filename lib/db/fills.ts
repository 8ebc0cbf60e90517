import { keyKind, parseArxivNumber } from '../identity';
import type { Instant, Paper, PaperId, SeenPaper } from '../paper';
import { mergeTables } from './merge';
import type { Fill } from './rows';
import type { OffprintDb } from './schema';
import { learnPapers } from './sightings';

/** What an abstract that came from arXiv's API is marked by. */
export const ARXIV_API = 'arxiv-api';

/** How long an identifier that arXiv did not know is left alone. */
export const ASK_MISSING_AGAIN_MS = 30 * 24 * 60 * 60 * 1000;

/** The identifier by which arXiv can be asked for a paper's abstract; undefined if there is none. */
export function fillKey(paper: Pick<Paper, 'abstract' | 'ids'>): string | undefined {
  if (paper.abstract !== undefined) return undefined;
  return paper.ids.find((id) => keyKind(id) === 'arxiv' && parseArxivNumber(id));
}

/** Those of `papers` whose abstract arXiv could give and that were never asked for. */
export async function unasked(db: OffprintDb, papers: readonly Paper[]): Promise<Set<PaperId>> {
  const wanting = papers.flatMap((paper) => {
    const key = fillKey(paper);
    return key ? [{ id: paper.id, key }] : [];
  });
  if (wanting.length === 0) return new Set();
  const asked = await db.fills.bulkGet(wanting.map(({ key }) => key));
  return new Set(wanting.filter((_, i) => !asked[i]).map(({ id }) => id));
}

/**
 * Puts papers without an abstract into the queue. One that waits already stays where it is; one
 * that arXiv did not know is asked for again at the earliest when its time has come.
 */
export function queueFills(
  db: OffprintDb,
  paperIds: readonly PaperId[],
  now: Instant,
): Promise<void> {
  return db.transaction('rw', db.papers, db.fills, async () => {
    const papers = await db.papers.bulkGet([...new Set(paperIds)]);
    const rows = papers.flatMap((paper): Fill[] => {
      const key = paper && fillKey(paper);
      if (!key) return [];
      return [{ key, paperId: paper.id, state: 'waiting', askedAt: now, nextAt: now, tries: 0 }];
    });
    const known = await db.fills.bulkGet(rows.map((row) => row.key));
    await db.fills.bulkPut(
      rows.filter((_, i) => !known[i] || (known[i].state === 'missing' && known[i].nextAt <= now)),
    );
  });
}

/** The next rows of the queue, oldest first. */
export function nextFills(db: OffprintDb, limit: number): Promise<Fill[]> {
  return db.fills.orderBy('nextAt').filter(isWaiting).limit(limit).toArray();
}

/** How many abstracts are still to be fetched. */
export function countWaiting(db: OffprintDb): Promise<number> {
  return db.fills.filter(isWaiting).count();
}

/** Gives up every abstract that was asked for and has not come. */
export function dropWaiting(db: OffprintDb): Promise<number> {
  return db.fills.filter(isWaiting).delete();
}

/**
 * Ends these rows in one transaction: what came goes into its paper, what did not is remembered as
 * missing. An answer nobody asked for is ignored. Answers the papers that changed.
 */
export function settleFills(
  db: OffprintDb,
  asked: readonly Fill[],
  answers: readonly SeenPaper[],
  now: Instant,
): Promise<PaperId[]> {
  return db.transaction('rw', mergeTables(db), async () => {
    const open = await stillWaiting(db, asked);
    const wanted = new Set(open.map((row) => row.key));
    const came = answers.filter(({ abstract, ids }) => abstract && wanted.has(ids[0] ?? ''));
    const changed = await learnPapers(db, came, ARXIV_API, now);
    for (const { ids } of came) wanted.delete(ids[0]!);
    await db.fills.bulkDelete(open.map((row) => row.key));
    await db.fills.bulkPut(
      open
        .filter((row) => wanted.has(row.key))
        .map((row) => ({ ...row, state: 'missing', nextAt: now + ASK_MISSING_AGAIN_MS })),
    );
    return changed;
  });
}

/** Counts an answer that was empty, for these rows. */
export function countTry(db: OffprintDb, asked: readonly Fill[]): Promise<void> {
  return db.transaction('rw', db.fills, async () => {
    const open = await stillWaiting(db, asked);
    await db.fills.bulkPut(open.map((row) => ({ ...row, tries: row.tries + 1 })));
  });
}

async function stillWaiting(db: OffprintDb, asked: readonly Fill[]): Promise<Fill[]> {
  const rows = await db.fills.bulkGet(asked.map((row) => row.key));
  return rows.filter((row): row is Fill => row !== undefined && isWaiting(row));
}

function isWaiting(row: Fill): boolean {
  return row.state === 'waiting';
}

/** How many abstracts wait to be fetched, and how many arXiv did not have. */
export async function fillCounts(db: OffprintDb): Promise<{ waiting: number; missing: number }> {
  const waiting = await countWaiting(db);
  return { waiting, missing: (await db.fills.count()) - waiting };
}
