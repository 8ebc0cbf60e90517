import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { COPIED, CopyDb } from '../../../lib/db/copy-schema';
import { OffprintDb } from '../../../lib/db/schema';
import { SecondCopy } from '../../../lib/db/second-copy';

/** The schema of the copy's version 1, written down here once and never changed. */
const V1_STORES = {
  papers: 'id',
  aliases: 'key, paperId',
  library: 'paperId',
  tags: 'id',
  journal: 'id',
};

/** A browser's storage: two places, either of which may be lost. */
export class Disk {
  private main = new IDBFactory();
  private aside = new IDBFactory();

  /** The worker as it starts: the database, opened, and the copy beside it. */
  async start(): Promise<{ db: OffprintDb; copy: SecondCopy; restored: number | undefined }> {
    const db = new OffprintDb({ indexedDB: this.main, IDBKeyRange });
    const copy = new SecondCopy(db, async () => {
      const opened = new CopyDb({ indexedDB: this.aside, IDBKeyRange });
      await opened.open();
      return opened;
    });
    let restored: number | undefined;
    db.on('ready', async (opened) => {
      restored = await copy.restoreLost(opened);
    });
    await db.open();
    return { db, copy, restored };
  }

  /** The database with no copy beside it, as if the worker were stopped after each commit. */
  alone(): OffprintDb {
    return new OffprintDb({ indexedDB: this.main, IDBKeyRange });
  }

  /** The copy as version 1 made it, before anything was told. */
  async olderCopy(rows: Record<string, object[]>): Promise<void> {
    const old = new Dexie('offprint-copy', { indexedDB: this.aside, IDBKeyRange });
    old.version(1).stores(V1_STORES);
    for (const [table, some] of Object.entries(rows)) await old.table(table).bulkAdd(some);
    old.close();
  }

  lose(which: 'main' | 'aside'): void {
    this[which] = new IDBFactory();
  }

  async copied(): Promise<Record<string, object[]>> {
    return rowsOf(new CopyDb({ indexedDB: this.aside, IDBKeyRange }));
  }
}

/** The rows of every table that is copied, in the database or in the copy. */
export async function rowsOf(db: Dexie): Promise<Record<string, object[]>> {
  const rows = await Promise.all(
    COPIED.map(async (name) => [name, await db.table<object>(name).toArray()] as const),
  );
  return Object.fromEntries(rows);
}
