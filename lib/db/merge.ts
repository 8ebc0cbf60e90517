import { newId } from './new-id';
import type { IndexableType, Table } from 'dexie';
import {
  MAX_NOTE,
  STATUSES,
  type Instant,
  type LibraryEntry,
  type Paper,
  type PaperId,
  type Sighting,
  type Status,
} from '../paper';
import { distinctOf, pairKey } from './distinct';
import { currentId } from './current-ids';
import { keyOf } from './key-of';
import { latestOfEach } from './latest';
import { unitePapers } from './refresh';
import type { BeforeImage, Merge } from './rows';
import { sameRow } from './same-row';
import { PAPER_TABLES, type OffprintDb } from './schema';
import { uniteSightings } from './unite-sightings';

/** The tables a merge may write; to be listed by transactions that merge. */
export function mergeTables(db: OffprintDb): Table[] {
  return [
    db.papers,
    db.aliases,
    db.library,
    db.tags,
    db.fills,
    db.pdfs,
    db.merges,
    db.distinct,
    ...PAPER_TABLES.map((t) => db.table(t)),
  ];
}

/**
 * Makes `from` and `to` one paper: aliases, sightings, library, ledger and feedback move to `to`,
 * and a row in `merges`, whose id is answered, keeps every touched row as it was. Inside the
 * caller's transaction.
 */
export async function mergePapers(
  db: OffprintDb,
  from: Paper,
  to: Paper,
  now: Instant,
  { byHand = false } = {},
): Promise<{ paper: Paper; merge: string }> {
  const before: BeforeImage[] = [];
  const keep = (table: string, key: unknown, row: unknown) =>
    before.push({ table, key, row: row ?? null });

  const united = unitePapers(to, from);
  keep('papers', from.id, from);
  keep('papers', to.id, to);
  await db.papers.delete(from.id);
  await db.papers.put(united);

  for (const alias of await db.aliases.where('paperId').equals(from.id).toArray()) {
    keep('aliases', alias.key, alias);
    await db.aliases.put({ ...alias, paperId: to.id });
  }
  for (const fill of await db.fills.filter((row) => row.paperId === from.id).toArray()) {
    keep('fills', fill.key, fill);
    await db.fills.put({ ...fill, paperId: to.id });
  }
  await db.pdfs.where('paperId').equals(from.id).modify({ paperId: to.id });
  for (const name of PAPER_TABLES) await moveRows(db, name, from.id, to.id, keep);

  for (const row of await distinctOf(db, [from.id])) {
    const [a, b] = [row.a, row.b].map((id) => (id === from.id ? to.id : id)) as [PaperId, PaperId];
    keep('distinct', [row.a, row.b], row);
    await db.distinct.delete([row.a, row.b]);
    const key = pairKey(a, b);
    if (a === b || (await db.distinct.get(key))) continue;
    keep('distinct', key, undefined);
    await db.distinct.add({ a: key[0], b: key[1], at: row.at });
  }

  const merge: Merge = { id: newId(now), from: from.id, to: to.id, at: now, before };
  const [mine, theirs] = await db.library.bulkGet([to.id, from.id]);
  if (theirs) {
    keep('library', from.id, theirs);
    keep('library', to.id, mine);
    merge.made = unitedEntry(to.id, mine, theirs);
    await db.library.delete(from.id);
    await db.library.put(merge.made);
  }
  if (byHand) merge.byHand = true;
  await db.merges.add(merge);
  return { paper: united, merge: merge.id };
}

async function moveRows(
  db: OffprintDb,
  name: (typeof PAPER_TABLES)[number],
  from: PaperId,
  to: PaperId,
  keep: (table: string, key: unknown, row: unknown) => void,
): Promise<void> {
  const table: Table<{ paperId: PaperId }, IndexableType> = db.table(name);
  const rows = await table.where(':id').between([from], [from, []]).toArray();
  for (const row of rows) {
    const key = keyOf(table, row);
    const moved = { ...row, paperId: to };
    const target = keyOf(table, moved);
    const other = await table.get(target);
    keep(name, key, row);
    keep(name, target, other);
    await table.delete(key);
    if (!other) await table.put(moved);
    else if (name === 'sightings')
      await db.sightings.put(uniteSightings(other as Sighting, moved as Sighting));
  }
}

function unitedEntry(
  paperId: PaperId,
  mine: LibraryEntry | null | undefined,
  theirs: LibraryEntry,
): LibraryEntry {
  if (!mine) return { ...theirs, paperId };
  return {
    ...latestOfEach(mine, theirs),
    savedAt: Math.min(mine.savedAt, theirs.savedAt),
    status: further(mine.status, theirs.status),
    tagIds: [...new Set([...mine.tagIds, ...theirs.tagIds])],
    note: bothNotes(mine.note, theirs.note),
  };
}

function further(one: Status, other: Status): Status {
  return STATUSES.indexOf(one) > STATUSES.indexOf(other) ? one : other;
}

/** Stands alone on a line between the notes of two records that became one. */
const NOTE_BREAK = '\n\n———\n\n';

function bothNotes(mine: string, theirs: string): string {
  if (!theirs || mine.includes(theirs)) return mine;
  if (theirs.includes(mine)) return theirs;
  // What is too long for one note is in the way back alone.
  return [mine, theirs].join(NOTE_BREAK).slice(0, MAX_NOTE);
}

/**
 * Takes a merge apart again: every row it touched is as it was before, except that what the user
 * decided about the one paper since stays with it. Answers false where nothing is kept of it.
 * @throws when one of the two was merged with yet another since
 */
export function undoMerge(db: OffprintDb, mergeId: string): Promise<boolean> {
  return db.transaction('rw', mergeTables(db), async () => {
    const merge = await db.merges.get(mergeId);
    if (!merge || merge.before.length === 0) return false;
    if (await wasMergedAgain(db, merge))
      throw new Error('These papers were merged with others since; take that apart first.');
    await restore(db, await withTagsThereAre(db, await withoutDecided(db, merge)));
    await db.merges.delete(mergeId);
    await takeApartPdfs(db, merge.to);
    return true;
  });
}

/** Whether one of the two was merged with yet another since; inside the caller's transaction. */
export async function wasMergedAgain(db: OffprintDb, { id, from, to }: Merge): Promise<boolean> {
  const isOfThem = (other: Merge) => [other.from, other.to].some((it) => it === from || it === to);
  return (await db.merges.where('id').above(id).filter(isOfThem).count()) > 0;
}

// A PDF goes on while papers merge and part: each goes back to the paper it was asked for.
async function takeApartPdfs(db: OffprintDb, paperId: PaperId): Promise<void> {
  for (const pdf of await db.pdfs.where('paperId').equals(paperId).toArray())
    await db.pdfs.update(pdf.id, { paperId: await currentId(db, pdf.keptFor) });
}

async function withoutDecided(db: OffprintDb, merge: Merge): Promise<BeforeImage[]> {
  const { from, to, before } = merge;
  const isOwn = ({ table, key }: BeforeImage) => table === 'library' && key === to;
  const theirs = before.find(({ table, key }) => table === 'library' && key === from)?.row;
  if (!theirs) return before;
  const mine = before.find(isOwn)?.row;
  const made = merge.made ?? unitedEntry(to, mine as LibraryEntry | null, theirs as LibraryEntry);
  const now = await db.library.get(to);
  return now && sameRow(now, made) ? before : before.filter((image) => !isOwn(image));
}

// A tag that was deleted since is not there to be had.
async function withTagsThereAre(
  db: OffprintDb,
  images: readonly BeforeImage[],
): Promise<BeforeImage[]> {
  const tags = new Set(await db.tags.toCollection().primaryKeys());
  return images.map((image) => {
    if (image.table !== 'library' || image.row === null) return image;
    const entry = image.row as LibraryEntry;
    return { ...image, row: { ...entry, tagIds: entry.tagIds.filter((id) => tags.has(id)) } };
  });
}

/** Puts rows back as they stood; inside the caller's transaction. */
export async function restore(db: OffprintDb, before: readonly BeforeImage[]): Promise<void> {
  for (const image of [...before].reverse()) {
    if (image.row === null) await db.table(image.table).delete(image.key as IndexableType);
    else await db.table(image.table).put(image.row);
  }
}
