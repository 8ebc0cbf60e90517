import type { Instant } from '../paper';
import { drop } from './pdf-queue';
import { inStates, piecesOf } from './pdfs';
import type { OffprintDb } from './schema';
import { keptImages, stagedHeads } from './staging';

/** How long a removed PDF can be put back. */
export const WAY_BACK_MS = 10 * 60 * 1000;
/** How long what was stopped or failed is shown. */
const LEFT_OVER_MS = 7 * 24 * 60 * 60 * 1000;

/** Deletes PDFs that were removed before `before`; answers when the next of them is due. */
export function dropRemoved(db: OffprintDb, before: Instant): Promise<Instant | undefined> {
  return db.transaction('rw', db.pdfs, db.pdfPieces, async () => {
    const removed = await inStates(db, ['removed']);
    const isOld = ({ removedAt = 0 }: { removedAt?: Instant }) => removedAt <= before;
    for (const row of removed) if (isOld(row)) await drop(db, row.id);
    const left = removed.filter((row) => !isOld(row)).map(({ removedAt = 0 }) => removedAt);
    return left.length > 0 ? Math.min(...left) + WAY_BACK_MS : undefined;
  });
}

/** Lets go of what is left of PDFs: removed ones, old attempts, bytes that nothing names. */
export async function sweepPdfs(db: OffprintDb, now: Instant): Promise<void> {
  await dropRemoved(db, now - WAY_BACK_MS);
  await db.transaction('rw', db.pdfs, db.pdfPieces, db.staging, async () => {
    for (const row of await inStates(db, ['stopped', 'failed']))
      if (row.nextAt < now - LEFT_OVER_MS) await drop(db, row.id);
    const named = new Set(await db.pdfs.toCollection().primaryKeys());
    const keys = await db.pdfPieces.toCollection().primaryKeys();
    const orphans = new Set(keys.map(([pdf]) => pdf).filter((pdf) => !named.has(pdf)));
    if (orphans.size === 0) return;
    // A forgetting or an import that can be taken back brings its rows back, and needs the bytes.
    for (const { id } of await stagedHeads(db))
      for (const { table, key } of await keptImages(db, id))
        if (table === 'pdfs') orphans.delete(key as string);
    for (const pdf of orphans) await piecesOf(db, pdf).delete();
  });
}
