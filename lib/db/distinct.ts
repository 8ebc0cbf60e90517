import type { PaperId } from '../paper';
import type { Distinct } from './rows';
import type { OffprintDb } from './schema';

/** The key of two papers in `distinct`: the smaller id first. */
export function pairKey(x: PaperId, y: PaperId): [a: PaperId, b: PaperId] {
  return x < y ? [x, y] : [y, x];
}

/** Whether the user said that two papers are two; inside the caller's transaction. */
export async function areDistinct(db: OffprintDb, x: PaperId, y: PaperId): Promise<boolean> {
  return (await db.distinct.get(pairKey(x, y))) !== undefined;
}

/** What the user said of one of these papers; inside the caller's transaction. */
export async function distinctOf(db: OffprintDb, ids: Iterable<PaperId>): Promise<Distinct[]> {
  // Often empty, and then as good as free.
  if ((await db.distinct.count()) === 0) return [];
  const some = [...ids];
  const [first, second] = await Promise.all([
    db.distinct
      .where(':id')
      .inAnyRange(some.map((id) => [[id], [id, []]]))
      .toArray(),
    db.distinct.where('b').anyOf(some).toArray(),
  ]);
  return [...new Map([...first, ...second].map((row) => [`${row.a} ${row.b}`, row])).values()];
}
