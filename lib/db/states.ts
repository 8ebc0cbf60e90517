import type { PaperState, ShownTag } from '../messages';
import { isNewToYou, type Instant, type PaperId } from '../paper';
import { unasked } from './fills';
import { tagsOf } from './library';
import type { OffprintDb } from './schema';

/** How pages show these papers; unknown ids are left out. */
export async function paperStates(
  db: OffprintDb,
  ids: readonly PaperId[],
  now?: Instant,
): Promise<PaperState[]> {
  const keys = [...ids];
  const [papers, entries] = await Promise.all([db.papers.bulkGet(keys), db.library.bulkGet(keys)]);
  const toAsk = await unasked(
    db,
    papers.filter((paper) => paper !== undefined),
  );
  const tagIds = [...new Set(entries.flatMap((entry) => entry?.tagIds ?? []))];
  const tags = await db.tags.bulkGet(tagIds);
  const byId = new Map(tags.flatMap((tag) => (tag ? [[tag.id, tag] as const] : [])));
  return papers.flatMap((paper, i): PaperState[] => {
    if (!paper) return [];
    const entry = entries[i];
    const saved = entry !== undefined;
    const { id, firstSeenAt } = paper;
    return [
      {
        id,
        saved,
        tags: entry ? tagsOf(entry, byId).map(({ name, color }) => ({ name, color })) : [],
        isNew: now !== undefined && isNewToYou({ firstSeenAt, saved }, now),
        firstSeenAt,
        hasAbstract: paper.abstract !== undefined,
        askFill: toAsk.has(id),
      },
    ];
  });
}

const SUGGESTED = 100;

/** Tags to suggest where counting their use would cost too much: newest first. */
export async function tagSuggestions(db: OffprintDb): Promise<ShownTag[]> {
  const tags = await db.tags.orderBy('id').reverse().limit(SUGGESTED).toArray();
  return tags.map(({ name, color }) => ({ name, color }));
}
