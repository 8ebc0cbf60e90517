import type { LibraryEntry, PaperId, Tag } from '../paper';
import { cleanTagName, tagNameKey } from '../tag-name';
import { journalled, type Ack, type Act, type Change } from './journal';
import type { OffprintDb } from './schema';

export const TAG_COLORS = 8;

/**
 * The tags of these names, in their order; unknown ones are made unless `create` is false.
 * To be called inside the transaction of the act.
 */
export async function ensureTags(
  db: OffprintDb,
  names: readonly string[],
  act: Act,
  { create = true } = {},
): Promise<{ tags: Tag[]; created: Tag[] }> {
  const wanted = new Map(names.map((name) => [tagNameKey(name), cleanTagName(name)] as const));
  wanted.delete('');
  if (wanted.size === 0) return { tags: [], created: [] };
  const known = await db.tags
    .where('nameKey')
    .anyOf([...wanted.keys()])
    .toArray();
  const byKey = new Map(known.map((tag) => [tag.nameKey, tag]));
  const created: Tag[] = [];
  if (create && byKey.size < wanted.size) {
    let count = await db.tags.count();
    for (const [nameKey, name] of wanted) {
      if (byKey.has(nameKey)) continue;
      const { id } = act.clock.next(act.now);
      const tag = { id, name, nameKey, color: count++ % TAG_COLORS, createdAt: act.now };
      byKey.set(nameKey, tag);
      created.push(tag);
    }
    await db.tags.bulkAdd(created);
  }
  return { tags: [...wanted.keys()].flatMap((key) => byKey.get(key) ?? []), created };
}

/**
 * Renames a tag everywhere by writing one row.
 * @throws when another tag has that name, or the name is empty
 */
export function renameTag(db: OffprintDb, act: Act, tagId: string, name: string): Promise<Ack> {
  const nameKey = tagNameKey(name);
  if (!nameKey) throw new Error('A tag needs a name; nothing was changed.');
  return journalled(db, act, async () => {
    const tag = await db.tags.get(tagId);
    if (!tag) return [];
    const other = await db.tags.where('nameKey').equals(nameKey).first();
    if (other && other.id !== tagId)
      throw new Error(`There is a tag "${other.name}" already; nothing was changed.`);
    const after = { ...tag, name: cleanTagName(name), nameKey };
    if (after.name === tag.name) return [];
    await db.tags.put(after);
    return [tagChange(tag.id, 'tag', tag, after)];
  });
}

/** Gives a tag one of the palette's colours, 0 to 7. */
export function recolorTag(db: OffprintDb, act: Act, tagId: string, color: number): Promise<Ack> {
  return journalled(db, act, async () => {
    const tag = await db.tags.get(tagId);
    if (!tag || tag.color === color) return [];
    const after = { ...tag, color };
    await db.tags.put(after);
    return [tagChange(tag.id, 'tag', tag, after)];
  });
}

/** Deletes tags and takes them off their papers; one journal row for each keeps both for undo. */
export function deleteTags(db: OffprintDb, act: Act, tagIds: readonly string[]): Promise<Ack> {
  return journalled(db, act, async (stamp) => {
    const tags = await presentTags(db, tagIds);
    const entries = await entriesWith(db, tags);
    const gone = new Set(tags.map(({ id }) => id));
    await db.library.bulkPut(entries.map((entry) => withoutTags(entry, gone, stamp)));
    await db.tags.bulkDelete([...gone]);
    const papers = new Map<string, PaperId[]>(tags.map(({ id }) => [id, []]));
    for (const { paperId, tagIds } of entries)
      for (const id of tagIds) papers.get(id)?.push(paperId);
    return tags.map((tag) =>
      tagChange(tag.id, 'exists', { tag, paperIds: papers.get(tag.id) }, null),
    );
  });
}

/** Those of these tags that are there, each once; inside the caller's transaction. */
export async function presentTags(db: OffprintDb, tagIds: readonly string[]): Promise<Tag[]> {
  const tags = await db.tags.bulkGet([...new Set(tagIds)]);
  return tags.filter((tag) => tag !== undefined);
}

/** The saved papers that have any of these tags; inside the caller's transaction. */
export function entriesWith(db: OffprintDb, tags: readonly Tag[]): Promise<LibraryEntry[]> {
  return db.library
    .where('tagIds')
    .anyOf(tags.map(({ id }) => id))
    .distinct()
    .toArray();
}

export function withoutTags(
  entry: LibraryEntry,
  gone: ReadonlySet<string>,
  stamp: string,
): LibraryEntry {
  const tagIds = entry.tagIds.filter((id) => !gone.has(id));
  return { ...entry, tagIds, clocks: { ...entry.clocks, tagIds: stamp } };
}

/** What the journal keeps of a change of a tag. */
export function tagChange(
  entityId: string,
  field: string,
  before: unknown,
  after: unknown,
): Change {
  return { entity: 'tags', entityId, field, before, after };
}
