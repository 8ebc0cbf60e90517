import type { PaperState, ShownTag } from '../messages';
import type { LibraryEntry, Paper, PaperId } from '../paper';
import { unasked } from './fills';
import { tagsOf } from './library';
import type { OffprintDb } from './schema';

/** How pages show these papers; unknown ids are left out. Only a sighting knows what is new. */
export async function paperStates(db: OffprintDb, ids: readonly PaperId[]): Promise<PaperState[]> {
  const papers = await db.papers.bulkGet([...ids]);
  return statesOf(
    db,
    papers.filter((paper) => paper !== undefined),
  );
}

/** How pages show these papers, in their order; `known` are their entries, where they were read. */
export async function statesOf(
  db: OffprintDb,
  papers: readonly Paper[],
  known?: readonly (LibraryEntry | undefined)[],
): Promise<PaperState[]> {
  const [entries, toAsk] = await Promise.all([
    known ?? db.library.bulkGet(papers.map(({ id }) => id)),
    unasked(db, papers),
  ]);
  const tagIds = [...new Set(entries.flatMap((entry) => entry?.tagIds ?? []))];
  const tags = tagIds.length > 0 ? await db.tags.bulkGet(tagIds) : [];
  const byId = new Map(tags.flatMap((tag) => (tag ? [[tag.id, tag] as const] : [])));
  return papers.map(({ id, firstSeenAt = 0, abstract }, i): PaperState => {
    const entry = entries[i];
    return {
      id,
      saved: entry !== undefined,
      tags: entry ? tagsOf(entry, byId).map(({ name, color }) => ({ name, color })) : [],
      isNew: false,
      firstSeenAt,
      hasAbstract: abstract !== undefined,
      askFill: toAsk.has(id),
    };
  });
}

const SUGGESTED = 100;

/** Tags to suggest where counting their use would cost too much: newest first. */
export async function tagSuggestions(db: OffprintDb): Promise<ShownTag[]> {
  const tags = await db.tags.orderBy('id').reverse().limit(SUGGESTED).toArray();
  return tags.map(({ name, color }) => ({ name, color }));
}
