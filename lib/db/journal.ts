import type { Table } from 'dexie';
import type { Instant, Tag } from '../paper';
import type { Clock } from './clock';
import type { JournalEntity, JournalRow } from './rows';
import type { OffprintDb } from './schema';

/** One field of one row, changed. */
export interface Change {
  entity: JournalEntity;
  entityId: string;
  field: string;
  before: unknown;
  after: unknown;
  created?: Tag[];
  dropped?: Tag[];
}

/** What the sender of a change learns. */
export interface Ack {
  /** The group to undo it by. */
  op: string;
  /** Rows that changed; 0 when all was so already, or the same message came twice. */
  changed: number;
}

/** What every verb that changes something takes. */
export interface Act {
  /** Made by the sender; the same act sent twice is done once. */
  op: string;
  now: Instant;
  clock: Clock;
}

/**
 * Runs `body` in one transaction with its journal rows, once per `act.op`.
 * @param body makes the change and returns it field by field; `stamp` is the clock for the rows
 * @param more the group it takes back, and tables that `body` needs besides the usual ones
 */
export function journalled(
  db: OffprintDb,
  act: Act,
  body: (stamp: string) => Promise<Change[]>,
  { undoes, tables = [] }: { undoes?: string; tables?: readonly Table[] } = {},
): Promise<Ack> {
  const usual = [db.library, db.tags, db.journal, db.papers, db.merges];
  return db.transaction('rw', [...new Set([...usual, ...tables])], async () => {
    const done = await db.journal.where('groupId').equals(act.op).count();
    if (done > 0) return { op: act.op, changed: 0 };
    const { clock } = act.clock.next(act.now);
    const changes = await body(clock);
    const rows = changes.map((change): JournalRow => {
      const stamp = act.clock.next(act.now);
      const row: JournalRow = {
        id: stamp.id,
        groupId: act.op,
        at: act.now,
        device: act.clock.device,
        clock: stamp.clock,
        ...change,
      };
      if (undoes) row.undoes = undoes;
      return row;
    });
    await db.journal.bulkAdd(rows);
    return { op: act.op, changed: rows.length };
  });
}

/**
 * The newest group that can still be undone, walking back over undone ones and those in `passed`;
 * undefined if there is none.
 */
export async function lastUndoable(
  db: OffprintDb,
  passed: ReadonlySet<string> = new Set(),
): Promise<string | undefined> {
  const takenBack = new Set(passed);
  let found: string | undefined;
  await db.journal
    .orderBy('id')
    .reverse()
    .until(() => found !== undefined)
    .each((row) => {
      if (row.compacted || takenBack.has(row.groupId)) return;
      if (row.undoes) takenBack.add(row.undoes);
      else found ??= row.groupId;
    });
  return found;
}
