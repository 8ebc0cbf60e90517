import { generateNKeysBetween } from 'fractional-indexing';
import type { LibraryEntry, PaperId } from '../paper';
import { currentId, currentIds } from './current-ids';
import { journalled, type Ack, type Act, type Change } from './journal';
import { queuedIds } from './queued-ids';
import type { OffprintDb } from './schema';

/** Longer ones come of thousands of moves to one place; all keys are made anew then. */
const LONG_KEY = 100;

/**
 * Moves papers, in their order, to right after another one of the queue, or to its front. Papers
 * that were never moved and stand before that place get a key too, so that they stay there.
 * @throws when the paper named by `after` is not on the list any more
 */
export function orderPapers(
  db: OffprintDb,
  act: Act,
  paperIds: readonly PaperId[],
  after?: PaperId,
): Promise<Ack> {
  return journalled(db, act, async (stamp) => {
    const queue = await queuedIds(db);
    const ids = await onQueue(db, paperIds, queue);
    const isMoved = new Set(ids);
    const rest = queue.filter((id) => !isMoved.has(id));
    const at = after === undefined ? 0 : rest.indexOf(await currentId(db, after)) + 1;
    if (after !== undefined && at === 0)
      throw new Error('That paper is not on the list any more; nothing was moved.');
    const next = [...rest.slice(0, at), ...ids, ...rest.slice(at)];
    if (next.every((id, i) => id === queue[i])) return [];
    const keys = await keysFor(db, next, at, ids.length);
    const entries = await db.library.bulkGet([...keys.keys()]);
    const writes: LibraryEntry[] = [];
    const changes: Change[] = [];
    for (const entry of entries) {
      const order = entry && keys.get(entry.paperId);
      if (!order || order === entry.order) continue;
      writes.push({ ...entry, order, clocks: { ...entry.clocks, order: stamp } });
      const { paperId: entityId, order: before = null } = entry;
      changes.push({ entity: 'library', entityId, field: 'order', before, after: order });
    }
    await db.library.bulkPut(writes);
    // What was moved comes first: by it the act is named.
    return changes.sort((a, b) => +isMoved.has(b.entityId) - +isMoved.has(a.entityId));
  });
}

async function onQueue(
  db: OffprintDb,
  paperIds: readonly PaperId[],
  queue: readonly PaperId[],
): Promise<PaperId[]> {
  const saved = new Set(queue);
  return (await currentIds(db, paperIds)).filter((id) => saved.has(id));
}

/** New keys for `count` papers of the queue from `at` on, and for what else needs one. */
async function keysFor(
  db: OffprintDb,
  queue: readonly PaperId[],
  at: number,
  count: number,
): Promise<Map<PaperId, string>> {
  const known = new Set(await db.library.orderBy('order').primaryKeys());
  const keyOf = async (id: PaperId | undefined) =>
    (id && (await db.library.get(id))?.order) || null;
  const isKept = (id: PaperId, i: number) => (i < at || i >= at + count) && known.has(id);
  // Those that keep their keys stand first; from there up to the place all need one.
  const kept = queue.findLastIndex(isKept) + 1;
  const from = Math.min(at, kept);
  const to = at + count;
  const low = await keyOf(queue[from - 1]);
  const high = to < kept ? await keyOf(queue[to]) : null;
  // Two devices may have made the same key: between those there is no room.
  if (low === null || high === null || low < high) {
    const keys = generateNKeysBetween(low, high, to - from);
    if (keys.every((key) => key.length <= LONG_KEY)) return paired(queue.slice(from, to), keys);
  }
  const all = queue.slice(0, Math.max(to, kept));
  return paired(all, generateNKeysBetween(null, null, all.length));
}

function paired(ids: readonly PaperId[], keys: readonly string[]): Map<PaperId, string> {
  return new Map(ids.map((id, i) => [id, keys[i]!] as const));
}
