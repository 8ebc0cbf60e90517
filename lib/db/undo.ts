import type { LibraryEntry, PaperId, Tag } from '../paper';
import { journalled, lastUndoable, type Ack, type Act, type Change } from './journal';
import type { JournalRow } from './rows';
import type { OffprintDb } from './schema';
import { withoutTag } from './tags';

/**
 * Takes back one group (the newest that can be, when none is named) as a new group. A field that
 * was changed again since keeps its newer value; tags are taken back one by one.
 */
export async function undo(
  db: OffprintDb,
  act: Act,
  group?: string,
): Promise<Ack & { undone?: string }> {
  // Found outside the transaction: a retry of the same act must not go one step further back.
  const earlier = await db.journal.where('groupId').equals(act.op).first();
  const target = earlier?.undoes ?? group ?? (await lastUndoable(db));
  if (!target) return { op: act.op, changed: 0 };
  const ack = await journalled(
    db,
    act,
    async (stamp) => {
      const rows = await db.journal.where('groupId').equals(target).sortBy('id');
      const changes: Change[] = [];
      for (const row of rows.reverse()) changes.push(...(await takeBack(db, row, stamp)));
      return changes;
    },
    target,
  );
  return { ...ack, undone: target };
}

async function takeBack(db: OffprintDb, row: JournalRow, stamp: string): Promise<Change[]> {
  const created = await putBack(db, row.dropped ?? []);
  const changes =
    row.entity === 'library'
      ? await takeBackEntry(db, row, stamp)
      : await takeBackTag(db, row, stamp);
  const dropped = await dropUnused(db, row.created ?? []);
  if (changes[0] && created.length > 0) changes[0].created = created;
  if (changes[0] && dropped.length > 0) changes[0].dropped = dropped;
  return changes;
}

async function putBack(db: OffprintDb, tags: readonly Tag[]): Promise<Tag[]> {
  const back: Tag[] = [];
  for (const tag of tags) {
    if ((await db.tags.get(tag.id)) || (await nameTaken(db, tag))) continue;
    await db.tags.add(tag);
    back.push(tag);
  }
  return back;
}

async function dropUnused(db: OffprintDb, tags: readonly Tag[]): Promise<Tag[]> {
  const dropped: Tag[] = [];
  for (const tag of tags) {
    if ((await db.library.where('tagIds').equals(tag.id).count()) > 0) continue;
    await db.tags.delete(tag.id);
    dropped.push(tag);
  }
  return dropped;
}

async function known(db: OffprintDb, tagIds: readonly string[]): Promise<string[]> {
  const tags = await db.tags.bulkGet([...tagIds]);
  return tagIds.filter((_, i) => tags[i] !== undefined);
}

async function takeBackEntry(db: OffprintDb, row: JournalRow, stamp: string): Promise<Change[]> {
  const paperId: PaperId = row.entityId;
  const now = await db.library.get(paperId);
  const change = (before: unknown, after: unknown): Change[] => [
    { entity: 'library', entityId: paperId, field: row.field, before, after },
  ];
  if (row.field === 'saved') {
    const entry = row.before as LibraryEntry | null;
    if (entry) {
      if (now) return [];
      const tagIds = await known(db, entry.tagIds);
      const back = { ...entry, tagIds, clocks: { ...entry.clocks, saved: stamp } };
      await db.library.add(back);
      return change(null, back);
    }
    if (!now) return [];
    await db.library.delete(paperId);
    return change(now, null);
  }
  if (!now) return [];
  if (row.field === 'tagIds') {
    const before = row.before as string[];
    const after = row.after as string[];
    const wanted = [
      ...now.tagIds.filter((id) => before.includes(id) || !after.includes(id)),
      ...before.filter((id) => !after.includes(id) && !now.tagIds.includes(id)),
    ];
    const tagIds = await known(db, wanted);
    await db.library.put({ ...now, tagIds, clocks: { ...now.clocks, tagIds: stamp } });
    return change(now.tagIds, tagIds);
  }
  const field = row.field as 'status' | 'note';
  if (now[field] !== row.after) return [];
  const back = { ...now, [field]: row.before, clocks: { ...now.clocks, [field]: stamp } };
  await db.library.put(back as LibraryEntry);
  return change(row.after, row.before);
}

async function takeBackTag(db: OffprintDb, row: JournalRow, stamp: string): Promise<Change[]> {
  const change = (before: unknown, after: unknown): Change[] => [
    { entity: 'tags', entityId: row.entityId, field: row.field, before, after },
  ];
  const now = await db.tags.get(row.entityId);
  if (row.field === 'exists') {
    const kept = row.before as { tag: Tag; paperIds: PaperId[] } | null;
    if (kept) {
      if (now || (await nameTaken(db, kept.tag))) return [];
      await db.tags.add(kept.tag);
      const entries = await db.library.bulkGet(kept.paperIds);
      const back = entries.filter((entry): entry is LibraryEntry => entry !== undefined);
      await db.library.bulkPut(
        back.map((entry) => ({
          ...entry,
          tagIds: [...new Set([...entry.tagIds, kept.tag.id])],
          clocks: { ...entry.clocks, tagIds: stamp },
        })),
      );
      return change(null, kept);
    }
    if (!now) return [];
    const entries = await db.library.where('tagIds').equals(now.id).toArray();
    await db.library.bulkPut(entries.map((entry) => withoutTag(entry, now.id, stamp)));
    await db.tags.delete(now.id);
    return change({ tag: now, paperIds: entries.map((entry) => entry.paperId) }, null);
  }
  const before = row.before as Tag;
  const after = row.after as Tag;
  if (!now || now.name !== after.name || now.color !== after.color) return [];
  if (await nameTaken(db, before)) return [];
  await db.tags.put(before);
  return change(now, before);
}

async function nameTaken(db: OffprintDb, tag: Tag): Promise<boolean> {
  const other = await db.tags.where('nameKey').equals(tag.nameKey).first();
  return other !== undefined && other.id !== tag.id;
}

/**
 * Puts back what an un-save took away, for the page that un-saved it: like undo, but only where
 * every row of the group is an un-save.
 * @throws when the group did anything else
 */
export async function resave(db: OffprintDb, act: Act, unsaved: string): Promise<Ack> {
  const rows = await db.journal.where('groupId').equals(unsaved).toArray();
  const only = rows.every((row) => row.field === 'saved' && row.after === null);
  if (!only) throw new Error('Only an un-save can be taken back from a page; nothing was changed.');
  return undo(db, act, unsaved);
}

/** The papers a group of changes touched, as far as pages show it. */
export async function touchedBy(db: OffprintDb, group: string): Promise<PaperId[]> {
  const rows = await db.journal.where('groupId').equals(group).toArray();
  const ids = new Set<PaperId>();
  for (const row of rows) {
    if (row.entity === 'library') ids.add(row.entityId);
    else for (const id of await papersOfTag(db, row)) ids.add(id);
  }
  return [...ids];
}

async function papersOfTag(db: OffprintDb, row: JournalRow): Promise<PaperId[]> {
  const kept = (row.before ?? row.after) as { paperIds?: PaperId[] } | null;
  if (kept?.paperIds) return kept.paperIds;
  const entries = await db.library.where('tagIds').equals(row.entityId).toArray();
  return entries.map((entry) => entry.paperId);
}
