import type { BackupRecord } from '../backup/check-record';
import type { BackupTable } from '../backup/format';
import type { ImportMode } from '../messages';
import type { Instant } from '../paper';
import type { FileWins } from './file-wins';
import { Incoming } from './incoming';
import type { OffprintDb } from './schema';
import {
  dropRecords,
  keepImages,
  mustBeOnlyImport,
  readHead,
  stagedRecords,
  writeHead,
} from './staging';

export interface Commit {
  importId: string;
  mode: ImportMode;
  now: Instant;
  /** A stamp of the clock: changes with a later one were made after the import. */
  clock: string;
  /** Where the backup's settings are to be taken too. */
  settings?: { before: unknown; after: unknown };
  /** In mode `add`: fields in which the file's word stands, by the paper's id. */
  fileWins?: FileWins;
}

/**
 * Takes every staged record in one transaction, or none, and keeps every row it touches as it was.
 * A commit that was done already answers the same again.
 * @throws when nothing was staged under that name
 */
export function commitImport(
  db: OffprintDb,
  { importId, mode, now, clock, settings, fileWins }: Commit,
): Promise<{ papers: number; saved: number }> {
  return db.transaction('rw', db.tables, async () => {
    const head = await readHead(db, importId);
    if (!head) throw new Error('That import is not there any more; nothing was changed.');
    if (head.state !== 'staged') return { papers: head.papers, saved: head.saved };
    await mustBeOnlyImport(db);
    const records = byTable(await stagedRecords(db, importId));
    const incoming = new Incoming(db, records, mode, fileWins);
    const { papers, saved, images } = await incoming.enter(clock);
    await keepImages(db, importId, images);
    await dropRecords(db, importId);
    await writeHead(db, importId, {
      ...head,
      ...(settings ? { settingsToApply: settings.after, settingsBefore: settings.before } : {}),
      state: 'committed',
      at: now,
      mode,
      clock,
      papers,
      saved,
    });
    return { papers, saved };
  });
}

function byTable(records: readonly BackupRecord[]): Map<BackupTable, object[]> {
  const tables = new Map<BackupTable, object[]>();
  for (const [table, row] of records) {
    const rows = tables.get(table);
    if (rows) rows.push(row);
    else tables.set(table, [row]);
  }
  return tables;
}
