import type { BackupRecord } from '../backup/check-record';
import type { ImportMode } from '../messages';
import type { Instant } from '../paper';
import type { BeforeImage, Staged } from './rows';
import type { OffprintDb } from './schema';

/** How long what was forgotten can be taken back, and a started import waits for its end. */
export const STAGED_FOR_MS = 24 * 60 * 60 * 1000;

/** What is told of an import, or of a forgetting that can be taken back. */
export interface StagedHead {
  kind: 'import' | 'forget';
  /** `committed`: done, and can be taken back; `reverted`: taken back, but for the settings. */
  state: 'staged' | 'committed' | 'reverted';
  at: Instant;
  mode?: ImportMode;
  /** The clock when it was committed: later changes of the user's are told from it. */
  clock?: string;
  papers: number;
  saved: number;
  /** Settings live outside this database: they follow as soon as they can. */
  settingsToApply?: unknown;
  settingsBefore?: unknown;
}

// Heads stand together, so that pages that watch them are not woken by each chunk that comes in.
const HEADS = 'heads';
// Of an import, chunks stand at the number of their first record, from 1, and images below 0.
const FIRST_RECORD = 1;
const IMAGES_PER_ROW = 500;

const rowsOf = (db: OffprintDb, id: string, from: number, to: number) =>
  db.staging.where('[importId+n]').between([id, from], [id, to], true, true);

type Head = StagedHead & { id: string };

async function headRows(db: OffprintDb): Promise<{ n: number; head: Head }[]> {
  const rows = await rowsOf(db, HEADS, 0, Infinity).toArray();
  return rows.map(({ n, data }) => ({ n, head: data as Head }));
}

export async function readHead(db: OffprintDb, id: string): Promise<StagedHead | undefined> {
  return (await headRows(db)).find(({ head }) => head.id === id)?.head;
}

export async function writeHead(db: OffprintDb, id: string, head: StagedHead): Promise<void> {
  const rows = await headRows(db);
  const n = rows.find((row) => row.head.id === id)?.n ?? (rows.at(-1)?.n ?? 0) + 1;
  await db.staging.put({ importId: HEADS, n, data: { ...head, id } });
}

async function dropAll(db: OffprintDb, id: string): Promise<void> {
  const own = (await headRows(db)).find(({ head }) => head.id === id);
  if (own) await db.staging.delete([HEADS, own.n]);
  await rowsOf(db, id, -Infinity, Infinity).delete();
}

/** Every import and forgetting that is not settled, oldest first; pages offer *Keep* and *Go back*. */
export async function stagedHeads(db: OffprintDb): Promise<Head[]> {
  return (await headRows(db)).map(({ head }) => head).sort((a, b) => a.at - b.at);
}

/**
 * Puts good records aside until the import is committed; the same chunk sent twice is one.
 * @throws while another import waits to be kept or taken back
 */
export function stageRecords(
  db: OffprintDb,
  chunk: { importId: string; n: number; records: readonly BackupRecord[]; now: Instant },
): Promise<void> {
  const { importId, n, records, now } = chunk;
  return db.transaction('rw', db.staging, async () => {
    const head = await readHead(db, importId);
    if (head && head.state !== 'staged') return;
    if (!head) {
      await mustBeOnlyImport(db);
      await writeHead(db, importId, {
        kind: 'import',
        state: 'staged',
        at: now,
        papers: 0,
        saved: 0,
      });
    }
    await db.staging.put({ importId, n, data: records });
  });
}

/**
 * To be asked before an import begins or is taken: two ways back would cross.
 * @throws while another import waits to be kept or taken back
 */
export async function mustBeOnlyImport(db: OffprintDb): Promise<void> {
  const heads = await stagedHeads(db);
  if (heads.some(({ kind, state }) => kind === 'import' && state === 'committed'))
    throw new Error('Keep the last import or go back first; nothing was changed.');
}

export async function stagedRecords(db: OffprintDb, id: string): Promise<BackupRecord[]> {
  const rows = await rowsOf(db, id, FIRST_RECORD, Infinity).toArray();
  return rows.flatMap((row) => row.data as BackupRecord[]);
}

/** Drops the chunks of an import, for its transaction to call once they are taken. */
export async function dropRecords(db: OffprintDb, id: string): Promise<void> {
  await rowsOf(db, id, FIRST_RECORD, Infinity).delete();
}

/** Keeps rows as they stood, for the way back. */
export async function keepImages(
  db: OffprintDb,
  id: string,
  images: readonly BeforeImage[],
): Promise<void> {
  const rows: Staged[] = [];
  for (let i = 0; i < images.length; i += IMAGES_PER_ROW)
    rows.push({ importId: id, n: -1 - rows.length, data: images.slice(i, i + IMAGES_PER_ROW) });
  await db.staging.bulkPut(rows);
}

export async function keptImages(db: OffprintDb, id: string): Promise<BeforeImage[]> {
  const rows = await rowsOf(db, id, -Infinity, -1).toArray();
  return rows.flatMap((row) => row.data as BeforeImage[]);
}

/** The user confirms: the way back is given up. What was not committed stays where it is. */
export function settle(db: OffprintDb, id: string): Promise<void> {
  return db.transaction('rw', db.staging, async () => {
    if ((await readHead(db, id))?.state === 'committed') await dropAll(db, id);
  });
}

/** Drops what was staged and not committed. */
export function cancelStaged(db: OffprintDb, id: string): Promise<void> {
  return db.transaction('rw', db.staging, async () => {
    if ((await readHead(db, id))?.state === 'staged') await dropAll(db, id);
  });
}

/** Notes that the settings followed; one that was taken back is done with. */
export function settingsApplied(db: OffprintDb, id: string): Promise<void> {
  return db.transaction('rw', db.staging, async () => {
    const head = await readHead(db, id);
    if (!head) return;
    const { settingsToApply: _, ...rest } = head;
    if (head.state === 'reverted') await dropAll(db, id);
    else await writeHead(db, id, rest);
  });
}

/** Drops imports that were never committed and forgettings older than a day. */
export async function dropStale(db: OffprintDb, now: Instant): Promise<void> {
  for (const { id, kind, state, at } of await stagedHeads(db)) {
    const waits = kind === 'import' && state !== 'staged';
    if (!waits && now - at > STAGED_FOR_MS) await dropAll(db, id);
  }
}
