import type { PaperId } from '../paper';
import { currentIds } from './current-ids';
import { pairKey } from './distinct';
import { journalled, type Ack, type Act, type Change } from './journal';
import { mergePapers, mergeTables, undoMerge, wasMergedAgain } from './merge';
import type { JournalRow } from './rows';
import type { OffprintDb } from './schema';

/** Makes two papers one because the user says so; what belongs to `from` moves to `to`. */
export function mergeByHand(db: OffprintDb, act: Act, from: PaperId, to: PaperId): Promise<Ack> {
  const body = () => makeOne(db, act, from, to);
  return journalled(db, act, body, { tables: mergeTables(db) });
}

/** Remembers that two papers are two: they are not suggested again, nor merged by the rules. */
export function keepBoth(db: OffprintDb, act: Act, x: PaperId, y: PaperId): Promise<Ack> {
  return journalled(db, act, () => setApart(db, act, x, y), { tables: [db.distinct] });
}

/**
 * Takes a merge apart. Papers that the rules had merged are remembered as two, or the rules would
 * merge them again.
 * @throws when one of the two was merged with yet another since
 */
export function splitMerge(db: OffprintDb, act: Act, mergeId: string): Promise<Ack> {
  const body = () => takeApart(db, act, mergeId);
  return journalled(db, act, body, { tables: mergeTables(db) });
}

/** Takes back what a row of the journal says of two papers; inside a transaction over all of it. */
export async function takeBackPair(db: OffprintDb, act: Act, row: JournalRow): Promise<Change[]> {
  const pair = (row.before ?? row.after) as Record<'from' | 'to' | 'a' | 'b', PaperId>;
  const isDone = row.after !== null;
  const merge = row.entity === 'merges' && (await db.merges.get(row.entityId));
  // The rules may have merged it again: then undo has nothing to take back, and goes on.
  if (merge && isDone && (await wasMergedAgain(db, merge))) return [];
  if (row.entity === 'merges')
    return isDone ? takeApart(db, act, row.entityId, false) : makeOne(db, act, pair.from, pair.to);
  return isDone ? dropApart(db, pair.a, pair.b) : setApart(db, act, pair.a, pair.b);
}

async function makeOne(db: OffprintDb, act: Act, from: PaperId, to: PaperId): Promise<Change[]> {
  const ids = await currentIds(db, [from, to]);
  const [one, other] = await db.papers.bulkGet(ids);
  // Both are one already.
  if (ids.length < 2) return [];
  if (!one || !other) throw new Error('One of these papers is not here any more.');
  const { merge } = await mergePapers(db, one, other, act.now, { byHand: true });
  return [change('merges', merge, null, { from: one.id, to: other.id })];
}

async function takeApart(
  db: OffprintDb,
  act: Act,
  mergeId: string,
  remember = true,
): Promise<Change[]> {
  const merge = await db.merges.get(mergeId);
  if (!merge) return [];
  await undoMerge(db, mergeId);
  const { from, to } = merge;
  const parted = merge.byHand || !remember ? [] : await setApart(db, act, from, to);
  return [change('merges', mergeId, { from, to }, null), ...parted];
}

async function setApart(db: OffprintDb, act: Act, x: PaperId, y: PaperId): Promise<Change[]> {
  const ids = await currentIds(db, [x, y]);
  const [first, second] = ids;
  if (!first || !second) return [];
  if ((await db.papers.bulkGet(ids)).includes(undefined))
    throw new Error('One of these papers is not here any more.');
  const [a, b] = pairKey(first, second);
  if (await db.distinct.get([a, b])) return [];
  await db.distinct.add({ a, b, at: act.now });
  return [change('distinct', a, null, { a, b })];
}

async function dropApart(db: OffprintDb, a: PaperId, b: PaperId): Promise<Change[]> {
  if (!(await db.distinct.get([a, b]))) return [];
  await db.distinct.delete([a, b]);
  return [change('distinct', a, { a, b }, null)];
}

function change(
  entity: 'merges' | 'distinct',
  entityId: string,
  before: Record<string, PaperId> | null,
  after: Record<string, PaperId> | null,
): Change {
  return { entity, entityId, field: 'exists', before, after };
}
