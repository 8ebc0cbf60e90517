import type Dexie from 'dexie';
import type { DBCoreKeyRange, DBCoreMutateRequest, DBCoreTransaction, IndexableType } from 'dexie';

/** What one step of a transaction did to one table. */
export type Written = { table: string } & (
  | { put: readonly object[] }
  | { gone: readonly IndexableType[] }
  /** Every row with a key in there is gone. */
  | { emptied: DBCoreKeyRange }
);

/**
 * Calls `onWrite` at the first write of each transaction to one of `tables`, with what will have
 * been written there once it is committed, in order; with nothing where it is taken back.
 */
export function watchWrites(
  db: Dexie,
  tables: readonly string[],
  onWrite: (committed: Promise<readonly Written[]>) => void,
): void {
  const open = new WeakMap<DBCoreTransaction, Written[]>();
  const note = (transaction: DBCoreTransaction, written: Written) => {
    const before = open.get(transaction);
    if (before) return void before.push(written);
    const all = [written];
    open.set(transaction, all);
    // Dexie's type shows `abort` alone; it is the browser's own transaction.
    const events = transaction as unknown as IDBTransaction;
    onWrite(
      new Promise((resolve) => {
        events.addEventListener('complete', () => resolve(all));
        events.addEventListener('abort', () => resolve([]));
      }),
    );
  };
  db.use({
    stack: 'dbcore',
    name: 'watch-writes',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        if (!tables.includes(name)) return table;
        return {
          ...table,
          mutate: (request) =>
            table.mutate(request).then((answer) => {
              note(request.trans, whatOf(name, request));
              return answer;
            }),
        };
      },
    }),
  });
}

function whatOf(table: string, request: DBCoreMutateRequest): Written {
  if (request.type === 'delete') return { table, gone: request.keys as IndexableType[] };
  if (request.type === 'deleteRange') return { table, emptied: request.range };
  return { table, put: request.values as object[] };
}
