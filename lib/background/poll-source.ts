import { healthIdOf, recordHealth } from '../db/health';
import { hearPapers, learnPapers } from '../db/sightings';
import { observeTrends } from '../db/trends';
import type { DigestSettings } from '../digest/digest-settings';
import { watcher } from '../digest/watches';
import { localDay, type Instant } from '../paper';
import type { Source, SourcePaper } from '../sources/source';
import { request } from './request';
import { afterFault, afterPolled } from './source-pace';
import { readSourceState, writeSourceState, type Marks } from './source-state';
import type { Worker } from './worker';

/** How often a source is asked while all is well: often enough to see how fast votes come. */
const POLL_EVERY_MS = 8 * 60 * 60 * 1000;
/** A poll that the end of the worker cut short is made good so soon. */
export const CUT_SHORT_MS = 60_000;
/** Papers of one transaction, so that a click of the reader's need not wait for all. */
const PAPERS_AT_ONCE = 100;

/** What came of one question. */
interface Asked {
  url: string;
  /** How many items were there, and what could be read of them. */
  promised: number;
  papers: readonly SourcePaper[];
  /** What went wrong, in a word. */
  fault?: string;
  retryAfterMs?: number | undefined;
  /** What to name the next time. */
  marks?: Marks | undefined;
}

/** Asks a source all its questions, keeps what it told, and notes how it went. */
export async function pollSource(
  worker: Worker,
  source: Source,
  settings: DigestSettings,
): Promise<void> {
  const now = worker.now();
  const { pace, marks, anchor = now } = await readSourceState(source.id);
  // Kept before the first request leaves: a worker that is stopped now must not ask again at once.
  const cutShort = { ...pace, nextAt: now + CUT_SHORT_MS };
  await writeSourceState(source.id, { pace: cutShort, marks, anchor });
  const asked = await askAll(worker, source, settings, marks, now);
  if (!asked) return;
  await takeIn(worker, source, eachOnce(asked.flatMap(({ papers }) => papers)), settings);
  const worst = asked.find(({ fault }) => fault);
  // One address that a server does not like, as of a day it has not reached, is no fault of it.
  const isWell = worst?.fault === '400' && asked.some(({ fault }) => !fault);
  const fault = isWell ? undefined : worst?.fault;
  await writeSourceState(source.id, {
    pace: fault
      ? afterFault(pace, fault, now, worker.random(), worst?.retryAfterMs)
      : afterPolled(now, untilNext(anchor, now)),
    marks: Object.fromEntries(asked.flatMap(({ url, marks }) => (marks ? [[url, marks]] : []))),
    anchor,
  });
  const promised = asked.reduce((sum, each) => sum + each.promised, 0);
  const found = asked.reduce((sum, { papers }) => sum + papers.length, 0);
  await recordHealth(worker.db, {
    site: healthIdOf(source.id),
    listing: source.host,
    day: localDay(now),
    now,
    promised: { rows: promised, abstracts: 0 },
    found: { rows: found, abstracts: 0 },
    fault,
  });
}

/** Undefined where the user unsubscribed meanwhile: then nothing more leaves, or is kept. */
async function askAll(
  worker: Worker,
  source: Source,
  settings: DigestSettings,
  marks: Record<string, Marks>,
  now: Instant,
): Promise<Asked[] | undefined> {
  const isOn = async () => (await worker.settings.read()).digest.on;
  const all: Asked[] = [];
  for (const { url, accept } of source.requests(settings, now)) {
    if (!(await isOn())) return undefined;
    const said = await request(worker, { url, accept, why: 'trends', ...marks[url] });
    if (!(await isOn())) return undefined;
    const nothing = { url, promised: 0, papers: [] };
    if (!said.ok) {
      all.push({ ...nothing, fault: said.result, retryAfterMs: said.retryAfterMs });
      // A server that refuses is not asked the rest.
      if (said.result !== '400') break;
    } else if (said.unchanged) {
      all.push({ ...nothing, marks: marks[url] });
    } else {
      const read = source.read(said.text, url, now);
      if (read.ok) {
        const { papers, dropped } = read;
        const { etag, lastModified } = said;
        const next = (etag ?? lastModified) ? { etag, lastModified } : undefined;
        all.push({ url, promised: papers.length + dropped, papers, marks: next });
      } else all.push({ ...nothing, fault: read.why });
    }
  }
  return all;
}

/** From one poll to the next that `anchor` sets, and never only a moment. */
function untilNext(anchor: number, now: number): number {
  const wait = POLL_EVERY_MS - ((((now - anchor) % POLL_EVERY_MS) + POLL_EVERY_MS) % POLL_EVERY_MS);
  return wait < POLL_EVERY_MS / 2 ? wait + POLL_EVERY_MS : wait;
}

/** A paper that stands in two lists of one source says the same in both. */
function eachOnce(papers: readonly SourcePaper[]): SourcePaper[] {
  return [...new Map(papers.map((each) => [each.paper.ids.join(), each])).values()];
}

/**
 * Keeps what a source told. Where it counts something, every paper; where it does not, only those
 * that answer a watch, and what it says of papers that are here already: a category announces
 * hundreds a day that nobody asked for.
 */
async function takeIn(
  { db, now }: Worker,
  { id }: Source,
  papers: readonly SourcePaper[],
  { watches }: DigestSettings,
): Promise<void> {
  const watchOf = watcher(watches);
  const isWanted = ({ paper }: SourcePaper) => paper.votes !== undefined || Boolean(watchOf(paper));
  const paperOf = ({ paper }: SourcePaper) => paper;
  for (let at = 0; at < papers.length; at += PAPERS_AT_ONCE) {
    const some = papers.slice(at, at + PAPERS_AT_ONCE);
    const wanted = some.filter(isWanted);
    const rest = some.filter((each) => !wanted.includes(each));
    const time = now();
    if (rest.length > 0) await learnPapers(db, rest.map(paperOf), id, time);
    if (wanted.length === 0) continue;
    const ids = await hearPapers(db, wanted.map(paperOf), id, time);
    const looks = wanted.map(({ paper, startedAt }, i) => ({
      ...paper,
      paperId: ids[i]!,
      startedAt,
    }));
    await observeTrends(db, id, looks, time);
  }
}
