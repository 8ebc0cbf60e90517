import { hearPapers, learnPapers } from '../db/sightings';
import { recordSourceHealth } from '../db/source-health';
import { observeTrends, type Look } from '../db/trends';
import type { DigestSettings } from '../digest/digest-settings';
import { watcher } from '../digest/watches';
import { localDay } from '../paper';
import { polledSources } from '../sources/polled';
import type { Source, SourcePaper } from '../sources/source';
import { request } from './request';
import { afterFault, afterPolled, waitForSource, type SourcePace } from './source-pace';
import { readSourceState, writeSourceState, type Marks } from './source-state';
import type { Worker } from './worker';

/** How often a source is asked while all is well: often enough to see how fast votes come. */
export const POLL_EVERY_MS = 8 * 60 * 60 * 1000;
/** A poll that the end of the worker cut short is made good so soon. */
export const CUT_SHORT_MS = 60_000;
/** A source that was not heard for so long is missing from a digest. */
const STALE_AFTER_MS = 12 * 60 * 60 * 1000;
/** Attempts without a connection that a digest waits for; it is then made of what is here. */
const PATIENT_FOR = 3;
/** What a digest is made of is no older than this. */
const FRESH_FOR_MS = 60 * 60 * 1000;
/** Papers of one transaction, so that a click of the reader's need not wait for all. */
const PAPERS_AT_ONCE = 100;

/**
 * Asks each chosen source whose time has come, or that was not asked lately while a digest is due;
 * answers the ids of those that are at fault.
 */
export async function pollSources(
  worker: Worker,
  settings: DigestSettings,
  isDue: boolean,
): Promise<{ missing: string[]; isIncomplete: boolean }> {
  const missing: string[] = [];
  let isIncomplete = false;
  for (const source of chosen(settings)) {
    const { pace } = await readSourceState(source.id);
    const now = worker.now();
    const wait = waitForSource(pace, now);
    const isOld = isDue && !pace.fault && now - (pace.lastOkAt ?? 0) > FRESH_FOR_MS;
    if (worker.online() && (wait === 0 || (isOld && wait > CUT_SHORT_MS)))
      await pollSafely(worker, source, settings);
    const { pace: after } = await readSourceState(source.id);
    const isStale = worker.now() - (after.lastOkAt ?? 0) > STALE_AFTER_MS;
    if (after.fault || isStale) missing.push(source.id);
    isIncomplete ||= isAboutToCome(worker, after, isStale);
  }
  return { missing, isIncomplete };
}

/** Cut short, or asked in vain because there is no connection yet: a lid was opened just now. */
function isAboutToCome(worker: Worker, pace: SourcePace, isStale: boolean): boolean {
  if (!worker.online()) return isStale;
  if (pace.fault === 'network' || pace.fault === 'timeout')
    return isStale && pace.failures < PATIENT_FOR;
  return !pace.fault && waitForSource(pace, worker.now()) <= CUT_SHORT_MS;
}

/** A source whose answer cannot be taken in, for whatever reason, holds up no other. */
async function pollSafely(worker: Worker, source: Source, settings: DigestSettings): Promise<void> {
  try {
    await poll(worker, source, settings);
  } catch (error) {
    console.warn('Offprint:', error);
    const state = await readSourceState(source.id);
    const pace = afterFault(state.pace, 'error', worker.now(), worker.random());
    await writeSourceState(source.id, { ...state, pace });
  }
}

/** Milliseconds until a chosen source may be asked; undefined where none is chosen. */
export async function nextPollIn(
  worker: Worker,
  settings: DigestSettings,
): Promise<number | undefined> {
  const waits = await Promise.all(
    chosen(settings).map(async ({ id }) =>
      waitForSource((await readSourceState(id)).pace, worker.now()),
    ),
  );
  return waits.length > 0 ? Math.min(...waits) : undefined;
}

function chosen({ sources, categories }: DigestSettings): Source[] {
  return polledSources.filter(
    (source) => sources.includes(source.id) && source.requests({ categories }, 0).length > 0,
  );
}

interface Polled {
  promised: number;
  found: number;
  fault?: string;
  retryAfterMs?: number | undefined;
}

async function poll(worker: Worker, source: Source, settings: DigestSettings): Promise<void> {
  const now = worker.now();
  const { pace, marks, anchor = now } = await readSourceState(source.id);
  // Kept before the first request leaves: a worker that is stopped now must not ask again at once.
  await writeSourceState(source.id, {
    pace: { ...pace, nextAt: now + CUT_SHORT_MS },
    marks,
    anchor,
  });
  const next: Record<string, Marks> = {};
  const answers: Polled[] = [];
  for (const { url, accept } of source.requests(settings, now)) {
    // Unsubscribed meanwhile: nothing more leaves.
    if (!(await worker.settings.read()).digest.on) return;
    const said = await request(worker, { url, accept, why: 'trends', ...marks[url] });
    if (!(await worker.settings.read()).digest.on) return;
    if (said.ok && said.unchanged) {
      next[url] = marks[url]!;
      answers.push({ promised: 0, found: 0 });
      continue;
    }
    if (!said.ok) {
      answers.push({ promised: 0, found: 0, fault: said.result, retryAfterMs: said.retryAfterMs });
      // A server that refuses is not asked the rest.
      if (said.result !== '400') break;
      continue;
    }
    const read = source.read(said.text, url, now);
    if (!read.ok) {
      answers.push({ promised: 0, found: 0, fault: read.why });
      continue;
    }
    await takeIn(worker, source, read.papers, settings);
    const { etag, lastModified } = said;
    if (etag ?? lastModified) next[url] = { etag, lastModified };
    const found = read.papers.length;
    answers.push({ promised: found + read.dropped, found });
  }
  const isWell = answers.some(({ fault }) => !fault);
  const worst = answers.find(({ fault }) => fault);
  const fault = isWell && worst?.fault === '400' ? undefined : worst?.fault;
  await writeSourceState(source.id, {
    pace: fault
      ? afterFault(pace, fault, now, worker.random(), worst?.retryAfterMs)
      : afterPolled(now, untilNext(anchor, now)),
    marks: next,
    anchor,
  });
  await recordSourceHealth(worker.db, {
    source: source.id,
    day: localDay(now),
    now,
    promised: sum(answers.map(({ promised }) => promised)),
    found: sum(answers.map(({ found }) => found)),
    fault,
  });
}

/** From one poll to the next that `anchor` sets, and never only a moment. */
function untilNext(anchor: number, now: number): number {
  const wait = POLL_EVERY_MS - ((((now - anchor) % POLL_EVERY_MS) + POLL_EVERY_MS) % POLL_EVERY_MS);
  return wait < POLL_EVERY_MS / 2 ? wait + POLL_EVERY_MS : wait;
}

/**
 * Keeps what a source told. Where it counts something, every paper; where it does not, only those
 * that answer a watch, and what it says of papers that are here already: a category announces
 * hundreds a day that nobody asked for.
 */
async function takeIn(
  worker: Worker,
  { id }: Source,
  papers: readonly SourcePaper[],
  { watches }: DigestSettings,
): Promise<void> {
  const { db } = worker;
  const watchOf = watcher(watches);
  for (let at = 0; at < papers.length; at += PAPERS_AT_ONCE) {
    const some = papers.slice(at, at + PAPERS_AT_ONCE);
    const wanted = some.filter(({ paper }) => paper.votes !== undefined || watchOf(paper));
    const rest = some.filter((each) => !wanted.includes(each));
    const now = worker.now();
    if (rest.length > 0)
      await learnPapers(
        db,
        rest.map(({ paper }) => paper),
        id,
        now,
      );
    if (wanted.length === 0) continue;
    const ids = await hearPapers(
      db,
      wanted.map(({ paper }) => paper),
      id,
      now,
    );
    const looks = wanted.map(({ paper, startedAt }, i): Look => {
      const { votes, comments, stars } = paper;
      return { paperId: ids[i]!, startedAt, votes, comments, stars };
    });
    await observeTrends(db, id, looks, now);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
