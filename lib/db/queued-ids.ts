import type { PaperId } from '../paper';
import { savedIds } from './list';
import type { OffprintDb } from './schema';

/** Every saved paper as the reader queued them; those never moved come last, newest first. */
export async function queuedIds(db: OffprintDb): Promise<PaperId[]> {
  const [moved, saved] = await Promise.all([
    db.library.orderBy('order').primaryKeys(),
    savedIds(db),
  ]);
  const known = new Set(moved);
  return [...moved, ...saved.filter((id) => !known.has(id))];
}
