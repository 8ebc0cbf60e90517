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
 * The whole backup as a file, read in one transaction so that it is of one moment.
 * @throws the signal's reason when it was cancelled
 */
export async function exportBackup(
  db: OffprintDb,
  { settings, now, onProgress, signal }: ExportOptions,
): Promise<Blob> {
  const tables = BACKUP_TABLES.map((name) => db.table<object>(name));
  const text = await db.transaction('r', tables, async () => {
    const numbers = await Promise.all(tables.map((table) => table.count()));
    const counts = Object.fromEntries(BACKUP_TABLES.map((name, i) => [name, numbers[i]!]));
    const of = numbers.reduce((sum, n) => sum + n, 0);
    const backup = new BackupText({ madeAt: now, counts, settings });
    let done = 0;
    for (const name of BACKUP_TABLES) {
      let next: Promise<Piece> | undefined = nextPiece(db, name);
      while (next) {
        const { rows, last }: Piece = await next;
        signal?.throwIfAborted();
        // Asked for before these are written, so that reading and writing go on side by side.
        next = rows.length < ROWS_AT_ONCE ? undefined : nextPiece(db, name, last);
        backup.add(name, rows);
        if (rows.length > 0) onProgress?.((done += rows.length), of);
      }
    }
    return backup;
  });
  signal?.throwIfAborted();
  return text.finish();
}

interface Piece {
  rows: object[];
  /** The key of the last of them. */
  last: unknown;
}

async function nextPiece(db: OffprintDb, name: BackupTable, after?: unknown): Promise<Piece> {
  const table = db.table<object>(name);
  const from = after === undefined ? table.orderBy(':id') : table.where(':id').above(after);
  const rows = await from.limit(ROWS_AT_ONCE).toArray();
  return { rows, last: keyOf(table, rows.at(-1) ?? {}) };
}
