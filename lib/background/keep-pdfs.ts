import { browser } from 'wxt/browser';
import {
  addPiece,
  beginPdf,
  failAllPdfs,
  failPdf,
  finishPdf,
  nextPdf,
  retryPdf,
  waitedForHosts,
} from '../db/pdf-arrival';
import type { PdfRow } from '../db/rows';
import { dropRemoved, WAY_BACK_MS } from '../db/sweep-pdfs';
import { originOf } from '../pdf-address';
import { aside } from './aside';
import { waitUntil } from './backoff';
import { download } from './download';
import type { Failure } from './exchange';
import { neverBeside } from './never-beside';
import { afterAnswer, afterRefusal, readPace, waitFor, writePace } from './pace';
import { isDiskFull, mayComeYet, mustBeginAnew } from './pdf-outcome';
import type { Worker } from './worker';

/** Exists only while PDFs wait, or removed ones can be put back. */
export const PDF_ALARM = 'keep-pdfs';
/** Why a PDF is asked for, in the log. */
const WHY = 'keep-pdf';

const WAKE_AFTER_MS = 60_000;
const WAKE_EVERY_MINUTES = 5;
/** A longer wait is left to the alarm: the browser stops an idle worker after 30 s. */
const STAY_AWAKE_MS = 20_000;
/** A call to the browser this often keeps the worker alive while bytes come. */
const HEARTBEAT_MS = 20_000;

/** What one worker is about: a run for each host, and how to end what is under way. */
interface Running {
  hosts: Map<string, () => Promise<void>>;
  ends: Map<string, AbortController>;
}
const running = new WeakMap<Worker, Running>();

function of(worker: Worker): Running {
  let own = running.get(worker);
  if (!own) running.set(worker, (own = { hosts: new Map(), ends: new Map() }));
  return own;
}

/**
 * Works the queue off: one PDF at a time from each host, at a distance, as long as nobody has to be
 * waited for; the alarm goes on. What was removed long enough ago is deleted.
 */
export async function keepPdfs(worker: Worker): Promise<void> {
  const { hosts } = of(worker);
  const due = await dropRemoved(worker.db, worker.now() - WAY_BACK_MS);
  const waited = await waitedForHosts(worker.db);
  if (waited.length > 0) await wakeIn(worker, WAKE_AFTER_MS);
  await Promise.all(
    waited.map((host) => {
      let run = hosts.get(host);
      if (!run) hosts.set(host, (run = neverBeside(() => getFrom(worker, host))));
      return run();
    }),
  );
  const left = await waitedForHosts(worker.db);
  if (left.length > 0) return wakeWhenDue(worker, left);
  if (due === undefined) await browser.alarms.clear(PDF_ALARM);
  else await browser.alarms.create(PDF_ALARM, { when: due });
}

/** Ends these downloads at once, or all of them; the queue has let them go, or is about to. */
export function endDownloads(worker: Worker, ids?: readonly string[]): void {
  const { ends } = of(worker);
  for (const id of ids ?? ends.keys()) ends.get(id)?.abort();
}

async function getFrom(worker: Worker, host: string): Promise<void> {
  for (;;) {
    const next = await nextPdf(worker.db, host);
    if (!next) return;
    const now = worker.now();
    const wait = Math.max(waitFor(await readPace(host), now), waitUntil(next.nextAt, now));
    if (!worker.online() || wait > STAY_AWAKE_MS) return;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    else await getPdf(worker, next);
  }
}

async function getPdf(worker: Worker, pdf: PdfRow): Promise<void> {
  const { db } = worker;
  if (!(await worker.mayRead(originOf(pdf.url))))
    return failPdf(db, pdf.id, 'permission', worker.now());
  const { ends } = of(worker);
  const end = new AbortController();
  ends.set(pdf.id, end);
  const heart = setInterval(() => aside(wakeIn(worker, WAKE_AFTER_MS)), HEARTBEAT_MS);
  const pace = await readPace(pdf.host);
  // Kept before the request leaves: a worker that is stopped now must not ask again at once.
  await writePace({ ...afterAnswer(worker.now()), failures: pace.failures }, pdf.host);
  try {
    const came = await download(
      worker,
      { url: pdf.url, why: WHY, from: pdf.received, etag: pdf.etag, signal: end.signal },
      {
        begin: (file) => beginPdf(db, pdf.id, file),
        take: (bytes) => addPiece(db, pdf.id, bytes),
      },
    );
    if (came.ok) {
      await finishPdf(db, pdf.id, worker.now());
      await writePace(afterAnswer(worker.now()), pdf.host);
    } else await settle(worker, pdf, came, pace.failures);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    // The others would fill it again. What was removed gives its way back up for the space.
    await dropRemoved(db, Infinity);
    await failAllPdfs(db, 'disk full', worker.now());
  } finally {
    clearInterval(heart);
    ends.delete(pdf.id);
  }
}

async function settle(
  worker: Worker,
  pdf: PdfRow,
  failure: Failure,
  failures: number,
): Promise<void> {
  const { db } = worker;
  const now = worker.now();
  if (failure.result === 'cancelled') return;
  if (!mayComeYet(failure, pdf.askedAt, now)) {
    await writePace(afterAnswer(now), pdf.host);
    return failPdf(db, pdf.id, failure.result, now);
  }
  const pace = afterRefusal({ nextAt: 0, failures }, now, worker.random(), failure.retryAfterMs);
  await writePace(pace, pdf.host);
  const anew = mustBeginAnew(failure, pdf.tries);
  await retryPdf(db, pdf.id, { why: failure.result, nextAt: pace.nextAt, anew });
}

async function wakeWhenDue(worker: Worker, hosts: readonly string[]): Promise<void> {
  const paces = await Promise.all(hosts.map((host) => readPace(host)));
  const wait = Math.min(...paces.map((pace) => waitFor(pace, worker.now())));
  await wakeIn(worker, Math.max(wait, WAKE_AFTER_MS));
}

function wakeIn(worker: Worker, ms: number): Promise<void> {
  return browser.alarms.create(PDF_ALARM, {
    when: worker.now() + ms,
    periodInMinutes: WAKE_EVERY_MINUTES,
  });
}
