import {
  STATUSES,
  type LibraryEntry,
  type Paper,
  type PaperId,
  type Status,
  type Tag,
} from '../paper';
import { currentIds } from './current-ids';
import { journalled, type Ack, type Act, type Change } from './journal';
import type { OffprintDb } from './schema';
import { ensureTags } from './tags';

/** Saves papers as unread; a paper that is saved already stays as it is. */
export function savePapers(db: OffprintDb, act: Act, paperIds: readonly PaperId[]): Promise<Ack> {
  return journalled(db, act, async (stamp) => {
    const ids = await currentIds(db, paperIds);
    const [papers, saved] = await Promise.all([db.papers.bulkGet(ids), db.library.bulkGet(ids)]);
    mustKnow(ids, papers);
    const entries = ids.flatMap((id, i): LibraryEntry[] =>
      papers[i] && !saved[i] ? [newEntry(id, act.now, stamp)] : [],
    );
    await db.library.bulkAdd(entries);
    return entries.map((entry) => existence(entry.paperId, null, entry));
  });
}

/** Takes papers off the list; the journal keeps tags, status and note for undo. */
export function unsavePapers(db: OffprintDb, act: Act, paperIds: readonly PaperId[]): Promise<Ack> {
  return journalled(db, act, async () => {
    const entries = await present(db, await currentIds(db, paperIds));
    await db.library.bulkDelete(entries.map((entry) => entry.paperId));
    return entries.map((entry) => existence(entry.paperId, entry, null));
  });
}

/**
 * Adds and removes tags by name. A paper that is not saved yet is saved by its first tag; a name
 * that is not known yet becomes a tag.
 */
export function tagPapers(
  db: OffprintDb,
  act: Act,
  edit: { paperIds: readonly PaperId[]; add: readonly string[]; remove: readonly string[] },
): Promise<Ack> {
  return journalled(db, act, async (stamp) => {
    const ids = await currentIds(db, edit.paperIds);
    const [papers, saved] = await Promise.all([db.papers.bulkGet(ids), db.library.bulkGet(ids)]);
    mustKnow(ids, papers);
    const [add, known] = await Promise.all([
      ensureTags(db, edit.add, act),
      ensureTags(db, edit.remove, act, { create: false }),
    ]);
    const removed = new Set(known.tags.map((tag) => tag.id));
    const added = add.tags.map((tag) => tag.id);
    const writes: LibraryEntry[] = [];
    const changes: Change[] = [];
    ids.forEach((id, i) => {
      const before = saved[i];
      if (!papers[i] || (!before && added.length === 0)) return;
      const entry = before ?? newEntry(id, act.now, stamp);
      const tagIds = [...new Set([...entry.tagIds.filter((tag) => !removed.has(tag)), ...added])];
      if (before && sameList(tagIds, before.tagIds)) return;
      const after = { ...entry, tagIds, clocks: { ...entry.clocks, tagIds: stamp } };
      writes.push(after);
      changes.push(
        before ? fieldChange(id, 'tagIds', before.tagIds, tagIds) : existence(id, null, after),
      );
    });
    await db.library.bulkPut(writes);
    if (changes[0] && add.created.length > 0) changes[0].created = add.created;
    return changes;
  });
}

/** Sets the reading status; papers that are not saved are saved by it. */
export function setStatus(
  db: OffprintDb,
  act: Act,
  paperIds: readonly PaperId[],
  status: Status,
): Promise<Ack> {
  if (!STATUSES.includes(status)) throw new Error(`There is no status "${status}".`);
  return setField(db, act, paperIds, 'status', status);
}

/** Replaces the note of one paper. */
export function setNote(db: OffprintDb, act: Act, paperId: PaperId, note: string): Promise<Ack> {
  return setField(db, act, [paperId], 'note', note);
}

function setField<F extends 'status' | 'note'>(
  db: OffprintDb,
  act: Act,
  paperIds: readonly PaperId[],
  field: F,
  value: LibraryEntry[F],
): Promise<Ack> {
  return journalled(db, act, async (stamp) => {
    const ids = await currentIds(db, paperIds);
    const [papers, saved] = await Promise.all([db.papers.bulkGet(ids), db.library.bulkGet(ids)]);
    mustKnow(ids, papers);
    const writes: LibraryEntry[] = [];
    const changes: Change[] = [];
    ids.forEach((id, i) => {
      const before = saved[i];
      if (!papers[i] || before?.[field] === value) return;
      const entry = before ?? newEntry(id, act.now, stamp);
      const after = { ...entry, [field]: value, clocks: { ...entry.clocks, [field]: stamp } };
      writes.push(after);
      changes.push(
        before ? fieldChange(id, field, before[field], value) : existence(id, null, after),
      );
    });
    await db.library.bulkPut(writes);
    return changes;
  });
}

// A page that was drawn before its papers were forgotten.
function mustKnow(ids: readonly PaperId[], papers: readonly (Paper | undefined)[]): void {
  if (ids.length > 0 && papers.every((paper) => paper === undefined))
    throw new Error('That paper is not kept any more; reload the page and try again.');
}

function newEntry(paperId: PaperId, now: number, stamp: string): LibraryEntry {
  return {
    paperId,
    savedAt: now,
    status: 'unread',
    tagIds: [],
    note: '',
    clocks: { saved: stamp },
  };
}

async function present(db: OffprintDb, ids: readonly PaperId[]): Promise<LibraryEntry[]> {
  const rows = await db.library.bulkGet([...ids]);
  return rows.filter((row): row is LibraryEntry => row !== undefined);
}

function existence(
  entityId: PaperId,
  before: LibraryEntry | null,
  after: LibraryEntry | null,
): Change {
  return fieldChange(entityId, 'saved', before, after);
}

function fieldChange(entityId: string, field: string, before: unknown, after: unknown): Change {
  return { entity: 'library', entityId, field, before, after };
}

/** Whether two lists are equal, order included. */
export function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

/** Tags of one entry in the order they were given; unknown ids are left out. */
export function tagsOf(entry: LibraryEntry, tags: ReadonlyMap<string, Tag>): Tag[] {
  return entry.tagIds.flatMap((id) => tags.get(id) ?? []);
}
