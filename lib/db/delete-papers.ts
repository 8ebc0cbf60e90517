import type { PaperId } from '../paper';
import { keyOf } from './key-of';
import type { BeforeImage } from './rows';
import { PAPER_TABLES, type OffprintDb } from './schema';

/**
 * Deletes papers with all that belongs to them: identifiers, sightings, ledger, history. Answers
 * the rows as they stood. Inside the caller's transaction, over every table.
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
  await drop(
    'papers',
    (await db.papers.bulkGet(some)).filter((row) => row !== undefined),
  );
  await drop('aliases', await db.aliases.where('paperId').anyOf(some).toArray());
  await drop('library', await db.library.where('paperId').anyOf(some).toArray());
  await drop('fills', await db.fills.filter(({ paperId }) => ids.has(paperId)).toArray());
  await drop('pdfs', await db.pdfs.where('paperId').anyOf(some).toArray());
  const digests = await db.digests
    .filter(({ items }) => items.some(({ paperId }) => ids.has(paperId)))
    .toArray();
  for (const digest of digests) {
    images.push({ table: 'digests', key: digest.date, row: digest });
    const items = digest.items.filter(({ paperId }) => !ids.has(paperId));
    await db.digests.put({ ...digest, items });
  }
  for (const name of PAPER_TABLES) {
    const keys = (await db.table(name).toCollection().primaryKeys()) as [PaperId][];
    const mine = keys.filter(([paperId]) => ids.has(paperId));
    await drop(name, (await db.table(name).bulkGet(mine)) as object[]);
  }
  await drop(
    'merges',
    await db.merges.filter(({ from, to }) => ids.has(from) || ids.has(to)).toArray(),
  );
  await drop(
    'journal',
    await db.journal
      .where('[entity+entityId]')
      .anyOf(some.map((id) => ['library', id]))
      .toArray(),
  );
  return images;
}
