import type { LibraryEntry } from '../paper';
import { journalled, type Ack, type Act, type Change } from './journal';
import type { OffprintDb } from './schema';
import { entriesWith, presentTags, tagChange } from './tags';

/**
 * Makes several tags one: their papers get the tag `into`, each in the place of the first of them,
 * and the others go. One transaction; the journal has a row for each paper and each tag that went,
 * so that undo gives every paper exactly the tags it had.
 * @param tagIds the tags to merge; `into` may be among them
 * @throws when the tag to keep is not there
 */
export function mergeTags(
  db: OffprintDb,
  act: Act,
  tagIds: readonly string[],
  into: string,
): Promise<Ack> {
  return journalled(db, act, async (stamp) => {
    const [kept] = await presentTags(db, [into]);
    if (!kept) throw new Error('The tag to merge into is not there any more; nothing was changed.');
    const tags = (await presentTags(db, tagIds)).filter(({ id }) => id !== into);
    const gone = new Set(tags.map(({ id }) => id));
    const entries = await entriesWith(db, tags);
    const merged = entries.map((entry): LibraryEntry => {
      const ids = entry.tagIds.map((id) => (gone.has(id) ? into : id));
      return { ...entry, tagIds: [...new Set(ids)], clocks: { ...entry.clocks, tagIds: stamp } };
    });
    await db.library.bulkPut(merged);
    await db.tags.bulkDelete([...gone]);
    const moved = entries.map(({ paperId, tagIds }, i): Change => {
      const after = merged[i]!.tagIds;
      return { entity: 'library', entityId: paperId, field: 'tagIds', before: tagIds, after };
    });
    // After the papers': undo goes backwards, and a paper cannot get a tag that is not there.
    const went = tags.map((tag) => tagChange(tag.id, 'exists', { tag, paperIds: [] }, null));
    return [...moved, ...went];
  });
}
