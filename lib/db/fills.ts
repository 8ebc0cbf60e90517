import { keyKind, parseArxivNumber } from '../identity';
import type { Instant, Paper, PaperId } from '../paper';
import type { Fill } from './rows';
import type { OffprintDb } from './schema';

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

/** How many abstracts are still to be fetched. */
export function countWaiting(db: OffprintDb): Promise<number> {
  return db.fills.filter((row) => row.state === 'waiting').count();
}
