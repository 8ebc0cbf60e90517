import type { LibraryEntry, Paper, PaperId, Tag } from '../paper';
import { unasked } from './fills';
import { tagsOf } from './library';
import type { OffprintDb } from './schema';

/** A paper as lists show it: what pages said, what the user decided, its tags. */
export interface PaperRow {
  paper: Paper;
  /** Undefined: not saved. */
  entry: LibraryEntry | undefined;
  tags: Tag[];
}

/** Saved papers, newest first; only their ids, so that a long list costs little. */
export async function savedIds(db: OffprintDb): Promise<PaperId[]> {
  // Read forwards and turned round: backwards, IndexedDB has no way to give all keys at once.
  return (await db.library.orderBy('savedAt').primaryKeys()).reverse();
}

/** The first of `savedIds` and how many there are, without reading the others. */
export async function newestSaved(
  db: OffprintDb,
  limit: number,
): Promise<{ ids: PaperId[]; count: number }> {
  const [ids, count] = await Promise.all([
    db.library.orderBy('savedAt').reverse().limit(limit).primaryKeys(),
    db.library.count(),
  ]);
  return { ids, count };
}

/** The rows of these papers in their order; ids that name no paper are left out. */
export async function paperRows(db: OffprintDb, ids: readonly PaperId[]): Promise<PaperRow[]> {
  const keys = [...ids];
  const [papers, entries, tags] = await Promise.all([
    db.papers.bulkGet(keys),
    db.library.bulkGet(keys),
    db.tags.toArray(),
  ]);
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  return papers.flatMap((paper, i): PaperRow[] => {
    if (!paper) return [];
    const entry = entries[i];
    return [{ paper, entry, tags: entry ? tagsOf(entry, byId) : [] }];
  });
}

/** Which of these papers are saved. */
export async function savedAmong(
  db: OffprintDb,
  ids: readonly PaperId[],
): Promise<ReadonlySet<PaperId>> {
  return new Set(
    await db.library
      .where('paperId')
      .anyOf([...ids])
      .primaryKeys(),
  );
}

/** Every tag with the number of saved papers that have it, most used first. */
export function countTags(db: OffprintDb): Promise<(Tag & { count: number })[]> {
  return db.transaction('r', db.tags, db.library, async () => {
    const tags = await db.tags.toArray();
    // One count for each tag is much cheaper than walking the index over all of them.
    const counts = await Promise.all(
      tags.map(({ id }) => db.library.where('tagIds').equals(id).count()),
    );
    return tags
      .map((tag, i) => ({ ...tag, count: counts[i] ?? 0 }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  });
}

/** Those of these papers whose abstract arXiv could give and that nobody was asked about yet. */
export async function askableFills(db: OffprintDb, ids: readonly PaperId[]): Promise<PaperId[]> {
  const papers = await db.papers.bulkGet([...ids]);
  const toAsk = await unasked(
    db,
    papers.filter((paper) => paper !== undefined),
  );
  return ids.filter((id) => toAsk.has(id));
}
