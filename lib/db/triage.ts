import type { PaperId, Status } from '../paper';
import type { Standing, Write } from '../triage/decision';
import { feedbackOn } from './feedback';
import type { OffprintDb } from './schema';

/** Those of `ids`, in their order, that are neither saved nor dismissed; no row is read. */
export async function undecided(db: OffprintDb, ids: readonly PaperId[]): Promise<PaperId[]> {
  const [saved, said] = await Promise.all([
    db.library.orderBy('savedAt').primaryKeys(),
    db.feedback.toCollection().primaryKeys(),
  ]);
  const dismissed = said.flatMap(([id, kind]) => (kind === 'not-interested' ? [id] : []));
  const decided = new Set([...saved, ...dismissed]);
  return ids.filter((id) => !decided.has(id));
}

/** Those of `ids`, in their order, that are saved with one of these statuses; no row is read. */
export async function withStatus(
  db: OffprintDb,
  ids: readonly PaperId[],
  statuses: readonly Status[],
): Promise<PaperId[]> {
  // One range for each: over several at once, IndexedDB gives the keys one by one.
  const each = await Promise.all(
    statuses.map((status) => db.library.where('status').equals(status).primaryKeys()),
  );
  const found = new Set(each.flat());
  return ids.filter((id) => found.has(id));
}

/** How a paper stands with the reader. */
export async function standing(db: OffprintDb, id: PaperId): Promise<Standing> {
  const [entry, said] = await Promise.all([db.library.get(id), feedbackOn(db, [id])]);
  if (entry) return entry.status;
  return said.get(id)?.has('not-interested') ? 'dismissed' : 'new';
}

/** Notes beside a dismissal what it will replace, so that taking it back can bring that back. */
export async function withReplaced(db: OffprintDb, id: PaperId, write: Write): Promise<Write> {
  if (write.to !== 'dismiss') return write;
  const said = await feedbackOn(db, [id]);
  return said.get(id)?.has('more') ? { ...write, wantedMore: true } : write;
}
