import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'playwright-core';
import {
  bareExtensionPage,
  launch,
  readDatabase,
  startFixtureServer,
  tell,
  until,
  type Chrome,
  type FixtureServer,
  type Session,
} from '../e2e/browser';
import { DEFAULT_SETTINGS } from '../../lib/settings';
import { dailyPapersServer } from './daily-papers-server';
import { laterBy } from './later';
import type { Listed } from './listed-papers';
import { ring, setClockOf, setWorkerClock } from './worker-clock';

declare const chrome: Chrome;

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const API = 'huggingface.co';
const SOURCE = 'hugging-face';
/** Days to come, so that the alarms that are set never ring by themselves. */
const YEARS = 4;
/** A poll and a digest take about so long; a kill falls anywhere into it. */
const KILLED_WITHIN_MS = 400;

export interface ReplayedInBrowser {
  /** By day, the arXiv numbers that were told. */
  digests: Map<string, string[]>;
  /** Ids of notifications, in the order in which they were shown. */
  notified: string[];
  papers: number;
  served: number;
  requests: number;
  kills: { worker: number; browser: number };
}

/**
 * Lets the built extension live through the days of `days` in a real browser, from alarm to alarm,
 * with a server that speaks Hugging Face's API over HTTPS at its real name.
 * @param killEvery one alarm in so many is cut short at a random moment: two in three times the
 *   worker is stopped, else the whole browser is killed; 0: none
 */
export async function replayInBrowser(
  lists: ReadonlyMap<string, readonly Listed[]>,
  { killEvery = 0, random = Math.random } = {},
): Promise<ReplayedInBrowser> {
  const days = laterBy(YEARS, lists);
  const dates = [...days.keys()];
  const clock = { now: Date.parse(dates[0]!) };
  const lastly = Date.parse(dates.at(-1)!) + 8 * DAY;
  const network = await startFixtureServer();
  serveLists(network, days, clock);
  const profile = mkdtempSync(join(tmpdir(), 'offprint-replay-'));
  // At once: a second after it woke, a worker looks at what is due.
  const onWorker = (worker: Worker) => void setClockOf(worker, clock.now).catch(() => {});
  const start = () => launch({ profile, network, onWorker });
  const kills = { worker: 0, browser: 0 };
  const notified: string[] = [];
  let session = await start();

  const waitForAlarm = () =>
    until(
      'the next alarm',
      () => alarmAt(session),
      (at) => at !== undefined && at > clock.now,
      { everyMs: 20 },
    );
  const kill = async () => {
    await new Promise((resolve) => setTimeout(resolve, random() * KILLED_WITHIN_MS));
    clock.now += 90_000;
    if (random() < 2 / 3) {
      kills.worker++;
      await session.stopWorker();
      const woken = tell(session, 'keepImport', { importId: 'no-such-import' });
      await setWorkerClock(session, clock.now);
      await woken;
    } else {
      kills.browser++;
      await session.kill();
      session = await start();
      await setWorkerClock(session, clock.now);
    }
  };

  try {
    await setWorkerClock(session, clock.now);
    const digest = {
      ...DEFAULT_SETTINGS.digest,
      on: true,
      sources: [SOURCE],
      since: dates[0],
    };
    await tell(session, 'saveSettings', { digest });
    let next = await waitForAlarm();
    let keptHouse = '';
    while (clock.now < lastly) {
      clock.now = Math.max(clock.now + 1, next!);
      await setWorkerClock(session, clock.now);
      await ring(session, 'digest');
      if (killEvery > 0 && random() < 1 / killEvery) await kill();
      next = await waitForAlarm();
      notified.push(...(await takeNotifications(session)));
      const day = new Date(clock.now).toISOString().slice(0, 10);
      if (day === keptHouse) continue;
      keptHouse = day;
      await ring(session, 'housekeeping');
    }
    const stored = await readDatabase(session);
    const numbers = new Map(stored.papers.map(({ id, ids }) => [id, ids[0] ?? id]));
    const digests = stored.digests as { date: string; items: { paperId: string }[] }[];
    return {
      digests: new Map(
        digests.map(({ date, items }) => [
          date,
          items.map(({ paperId }) => numbers.get(paperId) ?? paperId),
        ]),
      ),
      notified,
      papers: stored.papers.length,
      served: new Set([...lists.values()].flat().map(({ id }) => id)).size,
      requests: network.requests.filter(({ host }) => host === API).length,
      kills,
    };
  } finally {
    await session.close();
    await network.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function serveLists(
  network: FixtureServer,
  days: ReadonlyMap<string, readonly Listed[]>,
  clock: { now: number },
): void {
  const answer = dailyPapersServer(days);
  network.serveHost(API, async ({ path }) => {
    const said = answer(new URL(path, `https://${API}`), clock.now);
    return {
      status: said.status,
      headers: { 'content-type': 'application/json' },
      body: await said.text(),
    };
  });
}

async function alarmAt(session: Session): Promise<number | undefined> {
  const page = await bareExtensionPage(session);
  return page.evaluate(async () => (await chrome.alarms.get('digest'))?.scheduledTime);
}

/** The notifications that stand there now; they are taken away, so that another would be seen. */
async function takeNotifications(session: Session): Promise<string[]> {
  const page = await bareExtensionPage(session);
  return page.evaluate(async () => {
    const ids = Object.keys(await chrome.notifications.getAll());
    await Promise.all(ids.map((id) => chrome.notifications.clear(id)));
    return ids;
  });
}
