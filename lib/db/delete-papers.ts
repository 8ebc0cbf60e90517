import type { PaperId } from '../paper';
import { keyOf } from './key-of';
import { distinctOf } from './distinct';
import type { BeforeImage, FeedbackRow, JournalRow, Merge, NotifiedRow } from './rows';
import { PAPER_TABLES, type OffprintDb } from './schema';
import { isWordless, toldStub } from './told-stub';

/**
 * Deletes papers with all that belongs to them: identifiers, sightings, history. Of one that must
 * not be told (again) a stub stays, with its identifiers and the row that says so. Answers the rows
 * as they stood. Inside the caller's transaction, over every table.
 */
export async function deletePapers(
  db: OffprintDb,
  ids: ReadonlySet<PaperId>,
): Promise<BeforeImage[]> {
  const images: BeforeImage[] = [];
  const drop = async (name: string, rows: readonly object[]) => {
    const table = db.table(name);
    const keys = rows.map((row) => keyOf(table, row));
    rows.forEach((row, i) => images.push({ table: name, key: keys[i], row }));
    await table.bulkDelete(keys);
  };
  const some = [...ids];
  const belongings = new Map<string, object[]>();
  for (const name of PAPER_TABLES) {
    const keys = (await db.table(name).toCollection().primaryKeys()) as [PaperId][];
    const mine = keys.filter(([paperId]) => ids.has(paperId));
    belongings.set(name, (await db.table(name).bulkGet(mine)) as object[]);
  }
  const held = new Set([...belongings].flatMap(([name, rows]) => heldBy(name, rows)));
  const aliases = await db.aliases.where('paperId').anyOf(some).toArray();
  const staying = aliases.filter(({ key, paperId }) => held.has(paperId) && isWordless(key));
  const keys = new Set(staying.map(({ key }) => key));
  const known = new Set(staying.map(({ paperId }) => paperId));
  const papers = (await db.papers.bulkGet(some)).filter((row) => row !== undefined);
  const stubs = papers.filter(({ id }) => known.has(id)).map((paper) => toldStub(paper, keys));
  await drop('papers', papers);
  await db.papers.bulkAdd(stubs);
  await drop(
    'aliases',
    aliases.filter(({ key }) => !keys.has(key)),
  );
  await drop('library', await db.library.where('paperId').anyOf(some).toArray());
  await drop('fills', await db.fills.filter(({ paperId }) => ids.has(paperId)).toArray());
  await drop('pdfs', await db.pdfs.where('paperId').anyOf(some).toArray());
  const merges = await mergesInto(db, ids);
  const names = new Set([...ids, ...merges.map(({ from }) => from)]);
  const digests = await db.digests
    .filter(({ items }) => items.some(({ paperId }) => names.has(paperId)))
    .toArray();
  for (const digest of digests) {
    images.push({ table: 'digests', key: digest.date, row: digest });
    const items = digest.items.filter(({ paperId }) => !names.has(paperId));
    await db.digests.put({ ...digest, items });
  }
  for (const [name, rows] of belongings)
    await drop(
      name,
      rows.filter((row) => !heldBy(name, [row]).some((id) => known.has(id))),
    );
  await drop('merges', merges);
  await drop('distinct', await distinctOf(db, ids));
  const ofPairs = db.journal.where('[entity+entityId]').inAnyRange([
    [['distinct'], ['distinct', []]],
    [['merges'], ['merges', []]],
  ]);
  await drop('journal', await ofPairs.filter((row) => isOfPair(row, ids)).toArray());
  await drop(
    'journal',
    await db.journal
      .where('[entity+entityId]')
      .anyOf(some.map((id) => ['library', id]))
      .toArray(),
  );
  return images;
}

/** Papers that these rows of a table keep from being told. */
function heldBy(table: string, rows: readonly object[]): PaperId[] {
  if (table === 'notified') return (rows as NotifiedRow[]).map(({ paperId }) => paperId);
  if (table !== 'feedback') return [];
  const dismissed = (rows as FeedbackRow[]).filter(({ kind }) => kind === 'not-interested');
  return dismissed.map(({ paperId }) => paperId);
}

/** Merges by which others became these papers, or these others. */
async function mergesInto(db: OffprintDb, ids: ReadonlySet<PaperId>): Promise<Merge[]> {
  const names = new Set(ids);
  const merges = await db.merges.toArray();
  for (let known = 0; known < names.size;) {
    known = names.size;
    for (const { from, to } of merges) if (names.has(to)) names.add(from);
  }
  return merges.filter(({ from, to }) => names.has(to) || names.has(from));
}

function isOfPair({ before, after }: JournalRow, ids: ReadonlySet<PaperId>): boolean {
  const pair = (before ?? after ?? {}) as Record<string, PaperId>;
  return Object.values(pair).some((id) => ids.has(id));
}
