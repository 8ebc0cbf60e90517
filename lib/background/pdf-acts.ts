import { cancelPdfs, putBackPdfs, queuePdfs, removePdfs } from '../db/pdf-queue';
import { pdfAddresses, pdfsOf } from '../db/pdfs';
import { dropRemoved } from '../db/sweep-pdfs';
import type { Answer } from '../messages';
import type { PaperId } from '../paper';
import { originOf } from '../pdf-address';
import { aside } from './aside';
import { endDownloads, keepPdfs } from './keep-pdfs';
import type { Worker } from './worker';

/** Puts the PDFs of these papers into the queue, those that we may ask for, and begins. */
export async function askForPdfs(
  worker: Worker,
  paperIds: readonly PaperId[],
): Promise<Answer<'keepPdfs'>> {
  const { db } = worker;
  const [known, addresses] = await Promise.all([pdfsOf(db, paperIds), pdfAddresses(db, paperIds)]);
  const addressed = [...addresses].map(([paperId, url]) => ({ paperId, url }));
  const origins = [...new Set(addressed.map(({ url }) => originOf(url)))];
  const granted = await Promise.all(origins.map((origin) => worker.mayRead(origin)));
  const open = new Set(origins.filter((_, i) => granted[i]));
  // One that was removed a moment ago is put back, whoever may be asked now.
  const wanted = addressed.filter(
    ({ paperId, url }) => open.has(originOf(url)) || known.get(paperId)?.state === 'removed',
  );
  const queued = await queuePdfs(db, wanted, worker.now());
  aside(keepPdfs(worker));
  return { queued, without: paperIds.length - wanted.length };
}

export async function endPdfs(worker: Worker, paperIds: readonly PaperId[]): Promise<null> {
  endDownloads(worker, await cancelPdfs(worker.db, paperIds, worker.now()));
  aside(keepPdfs(worker));
  return null;
}

export async function takeAwayPdfs(
  worker: Worker,
  paperIds: readonly PaperId[],
): Promise<Answer<'removePdfs'>> {
  endDownloads(worker, await cancelPdfs(worker.db, paperIds, worker.now()));
  const removed = await removePdfs(worker.db, paperIds, worker.now());
  aside(keepPdfs(worker));
  return { removed };
}

export async function giveBackPdfs(worker: Worker, paperIds: readonly PaperId[]): Promise<null> {
  await putBackPdfs(worker.db, paperIds);
  return null;
}

export async function freeRemoved(worker: Worker): Promise<null> {
  await dropRemoved(worker.db, Infinity);
  return null;
}
