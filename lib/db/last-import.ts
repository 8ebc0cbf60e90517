import type { OffprintDb } from './schema';
import { stagedHeads, type StagedHead } from './staging';

/** An import that was taken and can still be taken back; undefined when there is none. */
export async function lastImport(
  db: OffprintDb,
): Promise<(StagedHead & { id: string }) | undefined> {
  const heads = await stagedHeads(db);
  return heads.find(({ kind, state }) => kind === 'import' && state === 'committed');
}

/** The name of that import, where it is the newest thing the user did. */
export async function importToUndo(db: OffprintDb): Promise<string | undefined> {
  const [head, row] = await Promise.all([lastImport(db), db.journal.orderBy('id').last()]);
  return head && (row?.clock ?? '') < (head.clock ?? '') ? head.id : undefined;
}
