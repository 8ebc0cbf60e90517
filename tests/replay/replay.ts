import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { vi } from 'vitest';
import { ensureDigest, runDigest } from '../../lib/background/digest';
import type { Worker } from '../../lib/background/worker';
import { keepHouse } from '../../lib/db/housekeeping';
import { OffprintDb } from '../../lib/db/schema';
import { recordSightings } from '../../lib/db/sightings';
import { titleKey } from '../../lib/identity';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings';
import { aWorker } from '../lib/background/a-worker';
import { dailyPapersServer, returnsOf } from './daily-papers-server';
import type { Listed } from './listed-papers';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

export interface Replayed {
  /** By day, the arXiv numbers that were told. */
  digests: Map<string, string[]>;
  /** Ids of notifications, in order. */
  notified: string[];
  papers: number;
  /** Papers of the lists that were served. */
  served: number;
  requests: number;
  bytes: number;
  kills: number;
  ms: number;
}

/** Thrown where the browser would have been killed. */
class Killed extends Error {}

/**
 * Lets the worker live through the days of `days`, waking by its own alarm alone.
 * @param killEvery one call into the world in so many ends the worker, at random; 0: none
 * @param forgetful switches the ledger off: what was told is forgotten after each digest
 */
export async function replay(
  days: ReadonlyMap<string, readonly Listed[]>,
  { killEvery = 0, forgetful = false, random = Math.random } = {},
): Promise<Replayed> {
  fakeBrowser.reset();
  const dates = [...days.keys()];
  const clock = { now: Date.parse(dates[0]!) };
  const lastly = Date.parse(dates.at(-1)!) + 8 * DAY;
  const server = dailyPapersServer(days);
  const indexedDB = new IDBFactory();
  const notified: string[] = [];
  const totals = { requests: 0, bytes: 0, kills: 0, ms: 0 };
  let end = anEnd();
  const maybeKill = () => {
    if (killEvery === 0 || random() >= 1 / killEvery) return;
    end.reject(new Killed());
    throw new Killed();
  };
  const create = (id: string) => {
    notified.push(id);
    return Promise.resolve(id);
  };
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation(create as never);

  let settings: Settings = {
    ...DEFAULT_SETTINGS,
    digest: { ...DEFAULT_SETTINGS.digest, on: true, since: dates[0] },
  };
  const start = (): Worker => {
    let isDead = false;
    return aWorker({
      db: new OffprintDb({ indexedDB, IDBKeyRange }),
      now: () => {
        // The dead do nothing more, whatever they had set out to do should something fail.
        if (isDead) throw new Killed();
        isDead = true;
        maybeKill();
        isDead = false;
        return clock.now;
      },
      settings: {
        read: () => Promise.resolve(settings),
        change: (patch: Partial<Settings>) =>
          Promise.resolve((settings = { ...settings, ...patch })),
      },
      fetch: async (input: string | URL | Request) => {
        try {
          maybeKill();
        } catch {
          // Not a network that fails: nobody is left to learn of the answer.
          return new Promise<Response>(() => {});
        }
        const answer = server(new URL(String(input)), clock.now);
        totals.requests++;
        totals.bytes += (await answer.clone().arrayBuffer()).byteLength;
        return answer;
      },
    } as never);
  };

  let worker = start();
  const live = async (run: (worker: Worker) => Promise<void>) => {
    const from = performance.now();
    for (;;) {
      try {
        await Promise.race([run(worker), end.promise]);
        break;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        totals.kills++;
        end = anEnd();
        worker.db.close();
        worker = start();
        clock.now += 90_000;
      }
    }
    totals.ms += performance.now() - from;
  };

  // A title of two words says too little: two papers may have it, and both are kept.
  const returns = returnsOf(days).filter(
    ({ paper, after }) => after === 200 && titleKey(paper.title) !== '',
  );
  const shown = new Set<string>();
  await live(ensureDigest);
  let keptHouse = '';
  while (clock.now < lastly) {
    const alarm = await fakeBrowser.alarms.get('digest');
    clock.now = Math.max(clock.now + 1, alarm?.scheduledTime ?? clock.now + HOUR);
    await live(runDigest);
    const day = new Date(clock.now).toISOString().slice(0, 10);
    if (forgetful) await worker.db.notified.clear();
    if (day === keptHouse) continue;
    keptHouse = day;
    await keepHouse(worker.db, { now: clock.now, keepDays: 180 });
    for (const { paper } of returns) {
      const back = new Date(Date.parse(paper.day) + 200 * DAY).toISOString().slice(0, 10);
      if (back > day || shown.has(paper.id)) continue;
      shown.add(paper.id);
      await showByDoi(worker.db, paper, clock.now);
    }
  }

  const db = worker.db;
  const papers = await db.papers.toArray();
  const numbers = new Map(papers.map(({ id, ids }) => [id, ids[0] ?? id]));
  const frozen = await db.digests.toArray();
  return {
    digests: new Map(
      frozen.map(({ date, items }) => [
        date,
        items.map(({ paperId }) => numbers.get(paperId) ?? paperId),
      ]),
    ),
    notified,
    papers: papers.length,
    served: new Set([...days.values()].flat().map(({ id }) => id)).size,
    ...totals,
  };
}

/** A promise that is only ever broken, from outside. */
function anEnd(): { promise: Promise<never>; reject(why: Error): void } {
  let reject: (why: Error) => void = () => {};
  const promise = new Promise<never>((_, refuse) => (reject = refuse));
  // Broken while nobody waits, as between two runs, it is no failure of the test.
  promise.catch(() => {});
  return { promise, reject: (why) => reject(why) };
}

/** A journal's list shows the paper by its DOI alone. */
async function showByDoi(db: OffprintDb, paper: Listed, now: number): Promise<void> {
  const { id, title, abstract, authors } = paper;
  const row = { title, abstract, authors, ids: [`doi:10.5555/${id}`], links: [] };
  const day = new Date(now).toISOString().slice(0, 10);
  const listing = 'https://journal.example/latest';
  await recordSightings(db, [row], { site: 'journal', listing, day, now });
}
