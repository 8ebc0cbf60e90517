/** What the user decides about PDFs, each act in one transaction. */
import type { Instant, PaperId } from '../paper';
import { currentId } from './current-ids';
import { newId } from './new-id';
import { marksOf } from './pdf-arrival';
import { pdfsOf, piecesOf } from './pdfs';
import type { PdfRow } from './rows';
import type { OffprintDb } from './schema';

export interface WantedPdf {
  paperId: PaperId;
  /** An https address. */
  url: string;
}

/**
 * Asks for PDFs. One that is kept or on its way stays as it is, one that was stopped goes on, one
 * that was removed a moment ago is put back. Answers how many of them are now on their way.
 */
export function queuePdfs(
  db: OffprintDb,
  wanted: readonly WantedPdf[],
  now: Instant,
): Promise<number> {
  return db.transaction('rw', [db.pdfs, db.pdfPieces, db.papers, db.merges], async () => {
    let queued = 0;
    for (const { paperId: named, url } of wanted) {
      const paperId = await currentId(db, named);
      const known = (await pdfsOf(db, [paperId])).get(paperId);
      if (known?.state === 'removed') await putBack(db, known);
      if (known && known.state !== 'stopped' && known.state !== 'failed') continue;
      const fresh: PdfRow = {
        id: known?.id ?? newId(now),
        paperId,
        keptFor: known?.keptFor ?? paperId,
        url,
        host: new URL(url).host,
        state: 'waiting',
        received: 0,
        askedAt: now,
        nextAt: now,
        tries: 0,
      };
      const { received = 0, ...marks } = known?.url === url ? known : {};
      if (known && received === 0) await piecesOf(db, known.id).delete();
      await db.pdfs.put({ ...fresh, received, ...marksOf(marks) });
      queued++;
    }
    return queued;
  });
}

/**
 * Ends what is on its way. What has come of a file whose rest can be asked for stays until it goes
 * on or is removed; of others nothing is left. Answers the rows that were waiting.
 */
export function cancelPdfs(
  db: OffprintDb,
  paperIds: readonly PaperId[],
  now: Instant,
): Promise<string[]> {
  return db.transaction('rw', db.pdfs, db.pdfPieces, async () => {
    const rows = (await rowsOf(db, paperIds)).filter(({ state }) => state === 'waiting');
    for (const row of rows) {
      if (row.received > 0 && row.etag)
        await db.pdfs.put({ ...row, state: 'stopped', nextAt: now });
      else await drop(db, row.id);
    }
    return rows.map(({ id }) => id);
  });
}

/** Removes what there is of these papers' PDFs. A kept one can be put back for a while. */
export function removePdfs(
  db: OffprintDb,
  paperIds: readonly PaperId[],
  now: Instant,
): Promise<string[]> {
  return db.transaction('rw', db.pdfs, db.pdfPieces, async () => {
    const rows = (await rowsOf(db, paperIds)).filter(({ state }) => state !== 'removed');
    for (const row of rows) {
      if (row.state === 'kept')
        await db.pdfs.put({ ...row, state: 'removed', removedAt: now, nextAt: now });
      else await drop(db, row.id);
    }
    return rows.filter(({ state }) => state === 'kept').map(({ paperId }) => paperId);
  });
}

/** Takes a removal back. */
export function putBackPdfs(db: OffprintDb, paperIds: readonly PaperId[]): Promise<void> {
  return db.transaction('rw', db.pdfs, async () => {
    for (const row of await rowsOf(db, paperIds))
      if (row.state === 'removed') await putBack(db, row);
  });
}

async function putBack(db: OffprintDb, row: PdfRow): Promise<void> {
  const { removedAt: _, ...rest } = row;
  await db.pdfs.put({ ...rest, state: 'kept' });
}

/** Deletes a row and its bytes; inside the caller's transaction. */
export async function drop(db: OffprintDb, id: string): Promise<void> {
  await db.pdfs.delete(id);
  await piecesOf(db, id).delete();
}

function rowsOf(db: OffprintDb, paperIds: readonly PaperId[]): Promise<PdfRow[]> {
  return db.pdfs
    .where('paperId')
    .anyOf([...paperIds])
    .toArray();
}
