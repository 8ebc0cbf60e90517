import type { LibraryEntry, PaperId, Tag } from '../paper';
import { currentIds } from './current-ids';
import { tagsToPutBack } from './dropped-tags';
import { takeBackPair } from './duplicates';
import { journalled, lastUndoable, type Ack, type Act, type Change } from './journal';
import { sameList } from './library';
import { mergeTables } from './merge';
import type { JournalRow } from './rows';
import type { OffprintDb } from './schema';
import { withoutTags } from './tags';

/**
 * Takes back one group (the newest that can be, when none is named) as a new group. A field that
 * was changed again since keeps its newer value; tags are taken back one by one.
 */
export async function undo(
  db: OffprintDb,
  act: Act,
  group?: string,
): Promise<Ack & { undone?: string }> {
  const earlier = await db.journal.where('groupId').equals(act.op).first();
  if (earlier)
    return { op: act.op, changed: 0, ...(earlier.undoes ? { undone: earlier.undoes } : {}) };
  if (group) return { ...(await takeBackGroup(db, act, group)), undone: group };
  // A group of which nothing is left to take back is passed over, or undo would be stuck at it.
  const passed = new Set<string>();
  for (;;) {
    const target = await lastUndoable(db, passed);
    if (!target) return { op: act.op, changed: 0 };
    const ack = await takeBackGroup(db, act, target);
    if (ack.changed > 0) return { ...ack, undone: target };
    passed.add(target);
  }
}

async function takeBackGroup(db: OffprintDb, act: Act, target: string): Promise<Ack> {
  const [first] = await db.journal.where('groupId').equals(target).toArray();
  const isOfPairs = first?.entity === 'merges' || first?.entity === 'distinct';
  return journalled(
    db,
    act,
    async (stamp) => {
      const rows = await db.journal.where('groupId').equals(target).sortBy('id');
      const changes: Change[] = [];
      if (await isHeldUp(db, rows)) return changes;
      for (const row of rows.reverse()) {
        if (!row.compacted) changes.push(...(await takeBack(db, act, row, stamp)));
      }
      return changes;
    },
    { undoes: target, ...(isOfPairs && { tables: mergeTables(db) }) },
  );
}

/**
 * Whether `rows` merged tags one of which cannot come back, since another has its name by now: to
 * take the merge back by half would leave papers without either.
 */
async function isHeldUp(db: OffprintDb, rows: readonly JournalRow[]): Promise<boolean> {
  if (!rows.some(({ entity }) => entity === 'library')) return false;
  for (const { entity, field, before } of rows) {
    if (entity !== 'tags' || field !== 'exists' || before === null) continue;
    if (await nameTaken(db, (before as { tag: Tag }).tag)) return true;
  }
  return false;
}

async function takeBack(
  db: OffprintDb,
  act: Act,
  row: JournalRow,
  stamp: string,
): Promise<Change[]> {
  if (row.entity === 'merges' || row.entity === 'distinct') return takeBackPair(db, act, row);
  const created = await putBack(db, await tagsToPutBack(db, row));
  const changes =
    row.entity === 'library'
      ? await takeBackEntry(db, row, stamp)
      : await takeBackTag(db, row, stamp);
  if (!changes[0]) {
    await db.tags.bulkDelete(created.map(({ id }) => id));
    return changes;
  }
  const dropped = await dropUnused(db, row.created ?? []);
  if (created.length > 0) changes[0].created = created;
  if (dropped.length > 0) changes[0].dropped = dropped;
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
  const [paperId = row.entityId] = await currentIds(db, [row.entityId]);
  const now = await db.library.get(paperId);
  const change = (before: unknown, after: unknown): Change[] => [
    { entity: 'library', entityId: paperId, field: row.field, before, after },
  ];
  if (row.field === 'saved') {
    const entry = row.before as LibraryEntry | null;
    if (entry) {
      const tagIds = await known(db, entry.tagIds);
      if (now)
        return paperId === row.entityId ? [] : completed(db, now, { ...entry, tagIds }, stamp);
      if (!(await db.papers.get(paperId))) return [];
      const back = { ...entry, paperId, tagIds, clocks: { ...entry.clocks, saved: stamp } };
      await db.library.add(back);
      return change(null, back);
    }
    // Saved apart and merged since: what was saved as the other paper is not this act's to undo.
    if (!now || paperId !== row.entityId) return [];
    await db.library.delete(paperId);
    return change(now, null);
  }
  if (!now) return [];
  if (row.field === 'tagIds') {
    const before = row.before as string[];
    const after = row.after as string[];
    const unchanged = sameList(now.tagIds, after);
    const tagIds = await known(db, unchanged ? before : withoutEdit(now.tagIds, before, after));
    if (sameList(tagIds, now.tagIds)) return [];
    await db.library.put({ ...now, tagIds, clocks: { ...now.clocks, tagIds: stamp } });
    return change(now.tagIds, tagIds);
  }
  if (row.field === 'order') {
    const { order, ...unordered } = now;
    if ((order ?? null) !== row.after) return [];
    const clocks = { ...now.clocks, order: stamp };
    const before = row.before as string | null;
    await db.library.put({ ...unordered, ...(before !== null && { order: before }), clocks });
    return change(row.after, before);
  }
  const field = row.field as 'status' | 'note';
  if (now[field] !== row.after) return [];
  const back = { ...now, [field]: row.before, clocks: { ...now.clocks, [field]: stamp } };
  await db.library.put(back as LibraryEntry);
  return change(row.after, row.before);
}

/** Gives a saved paper what was decided about another one that it has become since. */
async function completed(
  db: OffprintDb,
  now: LibraryEntry,
  { tagIds, note }: LibraryEntry,
  stamp: string,
): Promise<Change[]> {
  const next: LibraryEntry = { ...now, clocks: { ...now.clocks } };
  next.tagIds = [...new Set([...now.tagIds, ...tagIds])];
  if (!now.note.includes(note)) next.note = [now.note, note].filter(Boolean).join('\n\n');
  const fields = (['tagIds', 'note'] as const).filter(
    (field) => String(next[field]) !== String(now[field]),
  );
  for (const field of fields) next.clocks[field] = stamp;
  if (fields.length > 0) await db.library.put(next);
  return fields.map((field) => ({
    entity: 'library',
    entityId: now.paperId,
    field,
    before: now[field],
    after: next[field],
  }));
}

/** Tags as they are now, less what an edit added, with what it removed. */
function withoutEdit(now: string[], before: string[], after: string[]): string[] {
  return [
    ...now.filter((id) => before.includes(id) || !after.includes(id)),
    ...before.filter((id) => !after.includes(id) && !now.includes(id)),
  ];
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
      const paperIds = await currentIds(db, kept.paperIds);
      const entries = await db.library.bulkGet(paperIds);
      const back = entries.filter((entry): entry is LibraryEntry => entry !== undefined);
      await db.library.bulkPut(
        back.map((entry) => ({
          ...entry,
          tagIds: [...new Set([...entry.tagIds, kept.tag.id])],
          clocks: { ...entry.clocks, tagIds: stamp },
        })),
      );
      return change(null, { ...kept, paperIds });
    }
    if (!now) return [];
    const gone = new Set([now.id]);
    const entries = await db.library.where('tagIds').equals(now.id).toArray();
    await db.library.bulkPut(entries.map((entry) => withoutTags(entry, gone, stamp)));
    await db.tags.delete(now.id);
    return change({ tag: now, paperIds: entries.map((entry) => entry.paperId) }, null);
  }
  const before = row.before as Tag;
  const after = row.after as Tag;
  if (!now) return [];
  const back = { ...now };
  const wasRenamed = before.name !== after.name;
  if (wasRenamed && now.name === after.name && !(await nameTaken(db, before)))
    Object.assign(back, { name: before.name, nameKey: before.nameKey });
  if (before.color !== after.color && now.color === after.color) back.color = before.color;
  if (back.name === now.name && back.color === now.color) return [];
  await db.tags.put(back);
  return change(now, back);
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
    const pair = (row.before ?? row.after ?? {}) as Record<string, PaperId>;
    if (row.entity === 'library') ids.add(row.entityId);
    else if (row.entity !== 'tags') for (const id of Object.values(pair)) ids.add(id);
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
