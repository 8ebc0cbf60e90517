import Dexie from 'dexie';
import type { PaperId } from '../paper';
import { pdfAddress } from '../pdf-address';
import type { PdfRow, PdfState } from './rows';
import type { OffprintDb } from './schema';

/** Of several rows of a paper that was merged, the one that says most is shown. */
const FIRST: readonly PdfState[] = ['kept', 'waiting', 'stopped', 'failed', 'removed'];
/** Either still holds its paper: what was asked for is not forgotten with what was only shown. */
const HOLDING: readonly PdfState[] = ['kept', 'waiting', 'stopped', 'removed'];

/** The papers whose PDF can be opened without a network. */
export async function papersWithPdf(db: OffprintDb): Promise<Set<PaperId>> {
  return new Set((await inStates(db, ['kept'])).map(({ paperId }) => paperId));
}

/** The papers that are not to be forgotten for the sake of their PDF. */
export async function heldByPdf(db: OffprintDb): Promise<Set<PaperId>> {
  return new Set((await inStates(db, HOLDING)).map(({ paperId }) => paperId));
}

/** What there is of each of these papers' PDFs; papers without any are left out. */
export async function pdfsOf(
  db: OffprintDb,
  paperIds: readonly PaperId[],
): Promise<Map<PaperId, PdfRow>> {
  const rows = await db.pdfs
    .where('paperId')
    .anyOf([...paperIds])
    .toArray();
  const found = new Map<PaperId, PdfRow>();
  for (const row of rows) {
    const before = found.get(row.paperId);
    if (!before || FIRST.indexOf(row.state) < FIRST.indexOf(before.state))
      found.set(row.paperId, row);
  }
  return found;
}

/** Where the PDF of each of these papers is; papers without one are left out. */
export async function pdfAddresses(
  db: OffprintDb,
  paperIds: readonly PaperId[],
): Promise<Map<PaperId, string>> {
  const papers = await db.papers.bulkGet([...paperIds]);
  return new Map(
    papers.flatMap((paper) => {
      const url = paper && pdfAddress(paper);
      return url ? [[paper.id, url] as const] : [];
    }),
  );
}

/** The PDF of a paper as a file; undefined where none is kept. */
export function readPdf(db: OffprintDb, paperId: PaperId): Promise<Blob | undefined> {
  return db.transaction('r', db.pdfs, db.pdfPieces, async () => {
    const pdf = (await pdfsOf(db, [paperId])).get(paperId);
    if (pdf?.state !== 'kept') return undefined;
    const pieces = await piecesOf(db, pdf.id).toArray();
    return new Blob(
      pieces.map(({ bytes }) => bytes),
      { type: 'application/pdf' },
    );
  });
}

/** A PDF that takes space, with the title of its paper. */
export interface TakenSpace {
  paperId: PaperId;
  title: string;
  bytes: number;
}

export interface PdfSpace {
  /** Kept PDFs, largest first. */
  kept: TakenSpace[];
  bytes: number;
  /** What waits or was stopped, and the bytes that are here of it. */
  unfinished: { paperIds: PaperId[]; bytes: number };
  /** What was removed and can still be put back. */
  removed: { paperIds: PaperId[]; bytes: number };
}

/** The space that PDFs take. */
export async function pdfSpace(db: OffprintDb): Promise<PdfSpace> {
  const rows = await db.pdfs.toArray();
  const of = (...states: PdfState[]) => rows.filter(({ state }) => states.includes(state));
  const kept = of('kept').sort((a, b) => b.received - a.received);
  const removed = of('removed');
  const unfinished = of('waiting', 'stopped');
  const papers = await db.papers.bulkGet(papersOf(kept));
  return {
    kept: kept.map(({ paperId, received }, i) => ({
      paperId,
      title: papers[i]?.title ?? '',
      bytes: received,
    })),
    bytes: sum(kept),
    unfinished: { paperIds: papersOf(unfinished), bytes: sum(unfinished) },
    removed: { paperIds: papersOf(removed), bytes: sum(removed) },
  };
}

/** The pieces of a PDF in their order. */
export function piecesOf(db: OffprintDb, pdf: string) {
  return db.pdfPieces.where(':id').between([pdf, Dexie.minKey], [pdf, Dexie.maxKey]);
}

/** The rows in these states, whatever their time. */
export function inStates(db: OffprintDb, states: readonly PdfState[]): Promise<PdfRow[]> {
  return Promise.all(
    states.map((state) =>
      db.pdfs
        .where('[state+nextAt]')
        .between([state, Dexie.minKey], [state, Dexie.maxKey])
        .toArray(),
    ),
  ).then((found) => found.flat());
}

function papersOf(rows: readonly PdfRow[]): PaperId[] {
  return rows.map(({ paperId }) => paperId);
}

function sum(rows: readonly PdfRow[]): number {
  return rows.reduce((bytes, { received }) => bytes + received, 0);
}
