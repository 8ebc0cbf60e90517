/**
 * How a PDF arrives, each step in one transaction. The bytes are in this database and not in the
 * origin private file system: there a file and the row that tells of it cannot change in one step,
 * a service worker has no synchronous handle, and every `createWritable` begins with a copy of what
 * is there. Here a piece and the count of bytes are written together or not at all, so a worker
 * that is stopped anywhere, a full disk or a closed tab leaves no half. The browser puts values of
 * this size into files of their own, beside its index.
 */
import type { Instant } from '../paper';
import { inStates, piecesOf } from './pdfs';
import type { PdfRow } from './rows';
import type { OffprintDb } from './schema';

/** What a server says of a file. */
interface Marks {
  size?: number | undefined;
  etag?: string | undefined;
}

/** The hosts from which PDFs are waited for. */
export async function waitedForHosts(db: OffprintDb): Promise<string[]> {
  return [...new Set((await inStates(db, ['waiting'])).map(({ host }) => host))];
}

/** The PDF of a host whose time comes first. */
export async function nextPdf(db: OffprintDb, host: string): Promise<PdfRow | undefined> {
  return (await inStates(db, ['waiting'])).find((row) => row.host === host);
}

/** Notes what the server said of a file; one that does not go on where it ended begins anew. */
export function beginPdf(
  db: OffprintDb,
  id: string,
  { at, ...marks }: Marks & { at: number },
): Promise<boolean> {
  return db.transaction('rw', db.pdfs, db.pdfPieces, async () => {
    const row = await onItsWay(db, id);
    if (!row) return false;
    if (at !== 0 && at !== row.received) throw new Error('That is not where this PDF ended.');
    if (at === 0) await piecesOf(db, id).delete();
    const { size: _, etag: __, why: ___, ...rest } = row;
    await db.pdfs.put({ ...rest, received: at, ...marksOf(marks) });
    return true;
  });
}

/** Keeps the next bytes; false where the PDF is not waited for any more. */
export function addPiece(
  db: OffprintDb,
  id: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  return db.transaction('rw', db.pdfs, db.pdfPieces, async () => {
    const row = await onItsWay(db, id);
    if (!row) return false;
    await db.pdfPieces.add({ pdf: id, at: row.received, bytes });
    await db.pdfs.put({ ...row, received: row.received + bytes.byteLength });
    return true;
  });
}

/** All of it has come. */
export function finishPdf(db: OffprintDb, id: string, now: Instant): Promise<void> {
  return db.transaction('rw', db.pdfs, async () => {
    const row = await onItsWay(db, id);
    if (!row) return;
    const { etag: _, why: __, ...rest } = row;
    await db.pdfs.put({ ...rest, state: 'kept', size: row.received, nextAt: now, keptAt: now });
  });
}

/** It did not come this time, and is tried again at `nextAt`: with what there is of it, or `anew`. */
export function retryPdf(
  db: OffprintDb,
  id: string,
  { why, nextAt, anew }: { why: string; nextAt: Instant; anew: boolean },
): Promise<void> {
  return db.transaction('rw', db.pdfs, async () => {
    const row = await onItsWay(db, id);
    if (!row) return;
    const { etag, ...rest } = row;
    const marks = anew ? {} : marksOf({ etag });
    await db.pdfs.put({ ...rest, ...marks, why, nextAt, tries: row.tries + 1 });
  });
}

/** It does not come; what there was of it goes. */
export function failPdf(db: OffprintDb, id: string, why: string, now: Instant): Promise<void> {
  return db.transaction('rw', db.pdfs, db.pdfPieces, async () => {
    const row = await onItsWay(db, id);
    if (row) await fail(db, row, why, now);
  });
}

/** Nothing that is waited for can be kept; what is kept already stays. */
export function failAllPdfs(db: OffprintDb, why: string, now: Instant): Promise<void> {
  return db.transaction('rw', db.pdfs, db.pdfPieces, async () => {
    for (const row of await inStates(db, ['waiting'])) await fail(db, row, why, now);
  });
}

async function fail(db: OffprintDb, row: PdfRow, why: string, now: Instant): Promise<void> {
  await piecesOf(db, row.id).delete();
  const { etag: _, size: __, ...rest } = row;
  await db.pdfs.put({ ...rest, state: 'failed', why, received: 0, nextAt: now });
}

async function onItsWay(db: OffprintDb, id: string): Promise<PdfRow | undefined> {
  const row = await db.pdfs.get(id);
  return row?.state === 'waiting' ? row : undefined;
}

/** Of these, those that are known. */
export function marksOf({ size, etag }: Marks): Pick<PdfRow, 'size' | 'etag'> {
  return { ...(size !== undefined && { size }), ...(etag !== undefined && { etag }) };
}
