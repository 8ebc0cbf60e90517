import type { PaperId } from '../paper';
import type { OffprintDb } from './schema';

/**
 * The papers that pages mean: one that was merged into another since a page was drawn is that
 * other one. Each once, in their order; inside the caller's transaction.
 */
export async function currentIds(db: OffprintDb, ids: readonly PaperId[]): Promise<PaperId[]> {
  const wanted = [...new Set(ids)];
  if ((await db.merges.count()) === 0) return wanted;
  const known = new Set(await db.papers.where('id').anyOf(wanted).primaryKeys());
  const current = await Promise.all(
    wanted.map((id) => (known.has(id) ? id : followMerges(db, id))),
  );
  return [...new Set(current)];
}

/** The paper that a page means by `id`; inside the caller's transaction, where there is one. */
export async function currentId(db: OffprintDb, id: PaperId): Promise<PaperId> {
  return (await db.papers.where('id').equals(id).count()) > 0 ? id : followMerges(db, id);
}

/** The paper that `id` has become; `id` itself where it was never merged. */
export async function followMerges(db: OffprintDb, id: PaperId): Promise<PaperId> {
  const passed = new Set<PaperId>();
  let at = id;
  while (!passed.has(at)) {
    passed.add(at);
    const merge = await db.merges.where('from').equals(at).last();
    if (!merge) return at;
    at = merge.to;
  }
  return id;
}
