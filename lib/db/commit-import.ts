import type { BackupRecord } from '../backup/check-record';
import { BACKUP_TABLES, type BackupTable } from '../backup/format';
import type { ImportMode } from '../messages';
import type { Instant } from '../paper';
import { imageName } from './image-name';
import { Incoming } from './incoming';
import type { BeforeImage } from './rows';
import type { OffprintDb } from './schema';
import { dropRecords, keepImages, readHead, stagedRecords, writeHead } from './staging';

export interface Commit {
  importId: string;
  mode: ImportMode;
  now: Instant;
  /** A stamp of the clock: changes with a later one were made after the import. */
  clock: string;
  /** Where the backup's settings are to be taken too. */
  settings?: { before: unknown; after: unknown };
}

/**
 * Takes every staged record in one transaction, or none, and keeps every row it touches as it was.
 * A commit that was done already answers the same again.
 * @throws when nothing was staged under that name
 */
export function commitImport(
  db: OffprintDb,
  { importId, mode, now, clock, settings }: Commit,
): Promise<{ papers: number; saved: number }> {
  return db.transaction('rw', db.tables, async () => {
    const head = await readHead(db, importId);
    if (!head) throw new Error('That import is not there any more; nothing was changed.');
    if (head.state !== 'staged') return { papers: head.papers, saved: head.saved };
    const records = byTable(await stagedRecords(db, importId));
    const images = mode === 'replace' ? await clear(db) : [];
    const incoming = new Incoming(db, records);
    const { papers, saved } = await incoming.enter(clock);
    await keepImages(db, importId, oldestFirst(images, incoming.images));
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

async function clear(db: OffprintDb): Promise<BeforeImage[]> {
  const images: BeforeImage[] = [];
  for (const name of [...BACKUP_TABLES, 'fills']) {
    const table = db.table(name);
    const keys = await table.toCollection().primaryKeys();
    if (keys.length === 0) continue;
    const rows: unknown[] = await table.toArray();
    rows.forEach((row, i) => images.push({ table: name, key: keys[i], row }));
    await table.clear();
  }
  return images;
}

// What an import replaced came before what it wrote in its place.
function oldestFirst(
  cleared: readonly BeforeImage[],
  written: readonly BeforeImage[],
): readonly BeforeImage[] {
  if (cleared.length === 0) return written;
  const known = new Set(cleared.map(imageName));
  return [...cleared, ...written.filter((image) => !known.has(imageName(image)))];
}
