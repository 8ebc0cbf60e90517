import type { Table } from 'dexie';
import { BACKUP_TABLES, type BackupTable } from '../backup/format';
import { BackupText } from '../backup/write-backup';
import type { Instant } from '../paper';
import type { Settings } from '../settings';
import { keyOf } from './key-of';
import type { OffprintDb } from './schema';

export interface ExportOptions {
  settings: Settings;
  now: Instant;
  /** Told after every piece: records written, records in all. */
  onProgress?: (done: number, of: number) => void;
  signal?: AbortSignal;
}

const ROWS_AT_ONCE = 2_000;

/**
 * The whole backup as a file, read in one transaction so that it is of one moment, and how many
 * papers are in it.
 * @throws the signal's reason when it was cancelled
 */
export async function exportBackup(
  db: OffprintDb,
  { settings, now, onProgress, signal }: ExportOptions,
): Promise<{ file: Blob; papers: number }> {
  const tables = BACKUP_TABLES.map((name) => db.table<object>(name));
  const { text, papers } = await db.transaction('r', tables, async () => {
    const numbers = await Promise.all(tables.map((table) => table.count()));
    const counts = Object.fromEntries(BACKUP_TABLES.map((name, i) => [name, numbers[i]!]));
    const of = numbers.reduce((sum, n) => sum + n, 0);
    const backup = new BackupText({ madeAt: now, counts, settings });
    let done = 0;
    const add = (name: BackupTable, rows: readonly object[]) => {
      signal?.throwIfAborted();
      backup.add(name, rows);
      if (rows.length > 0) onProgress?.((done += rows.length), of);
    };
    // All tables at a time: the browser reads one while another is written.
    await Promise.all(
      BACKUP_TABLES.map((name) => inPieces(db.table<object>(name), (rows) => add(name, rows))),
    );
    return { text: backup, papers: counts.papers ?? 0 };
  });
  signal?.throwIfAborted();
  return { file: await text.finish(), papers };
}

async function inPieces(
  table: Table<object>,
  take: (rows: readonly object[]) => void,
): Promise<void> {
  let rows = await table.orderBy(':id').limit(ROWS_AT_ONCE).toArray();
  while (rows.length === ROWS_AT_ONCE) {
    const last = keyOf(table, rows.at(-1)!);
    const next = table.where(':id').above(last).limit(ROWS_AT_ONCE).toArray();
    take(rows);
    rows = await next;
  }
  take(rows);
}
