import { browser } from 'wxt/browser';
import { countTry, nextFills, settleFills } from '../db/fills';
import type { Fill } from '../db/rows';
import type { SeenPaper } from '../paper';
import { arxivQuery, MAX_IDS, parseArxivAtom } from '../sources/arxiv-atom';
import { aside } from './aside';
import { neverBeside } from './never-beside';
import { tellListings } from './tell-listings';
import { afterAnswer, afterRefusal, readPace, SPACING_MS, waitFor, writePace } from './pace';
import { request } from './request';
import type { Worker } from './worker';

/** Exists only while abstracts are waiting; wakes a worker that was stopped on the way. */
export const FILL_ALARM = 'fill-abstracts';

const WAKE_AFTER_MS = 60_000;
const WAKE_EVERY_MINUTES = 5;
/** A longer wait is left to the alarm: the browser stops an idle worker after 30 s. */
const STAY_AWAKE_MS = 20_000;
/** Empty answers after which papers are taken to be unknown to arXiv. */
const EMPTY_ANSWERS = 3;

const runs = new WeakMap<Worker, () => Promise<void>>();

/** Works the queue off, one request at a time, as fast as arXiv asks for; ends when it has to wait. */
export function fillAbstracts(worker: Worker): Promise<void> {
  let run = runs.get(worker);
  if (!run) runs.set(worker, (run = neverBeside(() => askForAll(worker))));
  return run();
}

async function askForAll(worker: Worker): Promise<void> {
  let size = MAX_IDS;
  for (;;) {
    const batch = await nextFills(worker.db, size);
    if (batch.length === 0) {
      await browser.alarms.clear(FILL_ALARM);
      return;
    }
    const wait = waitFor(await readPace(), worker.now());
    await browser.alarms.create(FILL_ALARM, {
      when: worker.now() + Math.max(wait, WAKE_AFTER_MS),
      periodInMinutes: WAKE_EVERY_MINUTES,
    });
    if (!worker.online() || wait > STAY_AWAKE_MS) return;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    else size = await askFor(worker, batch);
  }
}

/** Asks for one batch and keeps what came; answers how many to ask for next. */
async function askFor(worker: Worker, batch: readonly Fill[]): Promise<number> {
  const pace = await readPace();
  // Kept before the request leaves: a worker that is stopped now must not ask again at once.
  await writePace({ ...pace, nextAt: worker.now() + SPACING_MS });
  const answered = await request(worker, {
    url: arxivQuery(batch.map((row) => row.key)),
    why: FILL_ALARM,
    accept: 'application/atom+xml',
  });
  const papers = answered.ok ? parseArxivAtom(answered.text) : undefined;
  if (papers?.length) {
    await settle(worker, batch, papers);
    await writePace(afterAnswer(worker.now()));
    return Math.min(MAX_IDS, batch.length * 2);
  }
  if (!answered.ok && answered.result === '400') {
    // One of them is not to arXiv's liking: alone it is given up, among others it is looked for.
    if (batch.length === 1) await settle(worker, batch, []);
    await writePace(afterAnswer(worker.now()));
    return Math.ceil(batch.length / 2);
  }
  if (papers) await acceptEmpty(worker, batch);
  const retryAfterMs = answered.ok ? undefined : answered.retryAfterMs;
  await writePace(afterRefusal(pace, worker.now(), worker.random(), retryAfterMs));
  return batch.length;
}

/** An empty feed is an overloaded server's answer too: it is believed only the third time. */
async function acceptEmpty(worker: Worker, batch: readonly Fill[]): Promise<void> {
  await countTry(worker.db, batch);
  await settle(
    worker,
    batch.filter((row) => row.tries + 1 >= EMPTY_ANSWERS),
    [],
  );
}

async function settle(
  worker: Worker,
  asked: readonly Fill[],
  papers: readonly SeenPaper[],
): Promise<void> {
  const changed = await settleFills(worker.db, asked, papers, worker.now());
  if (changed.length > 0) aside(tellListings(worker, changed));
}
