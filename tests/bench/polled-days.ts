import { arxivAnnouncements } from '../fixtures/answers/arxiv-rss';
import {
  bareExtensionPage,
  tell,
  until,
  type Answer,
  type Chrome,
  type Session,
} from '../e2e/browser/index';
import { dailyPapersServer } from '../replay/daily-papers-server';
import { laterBy } from '../replay/later';
import { listedPapers } from '../replay/listed-papers';
import { ring, setWorkerClock } from '../replay/worker-clock';
import { DEFAULT_SETTINGS } from '../../lib/settings';
import { benchPapers } from './papers';
import { workerTime } from './worker-time';

declare const chrome: Chrome;

const DAY = 24 * 60 * 60 * 1000;
/** Days to come, so that the alarms that are set never ring by themselves. */
const YEARS = 4;
/** Where every paper is compared with those of the last fortnight. */
const DAYS_BEFORE = 15;
/** About what two large categories announce in a day. */
const ANNOUNCED = 300;

/** What a day of polling cost. */
export interface PolledDay {
  ms: number;
  requests: number;
  bytes: number;
}

const begun = new WeakMap<Session, { now: number }>();
const SOURCES = ['huggingface.co', 'rss.arxiv.org'];

/**
 * A day of a subscriber to Hugging Face's daily and trending lists and to two categories of arXiv,
 * who has been one for a fortnight: from alarm to alarm, with real lists of a time in 2026.
 */
export async function polledDay(session: Session): Promise<PolledDay> {
  const clock = begun.get(session) ?? (await subscribe(session));
  const end = clock.now + DAY;
  const before = session.network.requests.length;
  let ms = 0;
  for (;;) {
    const next = await alarmAt(session);
    if (next === undefined) throw new Error('There is no alarm, although subscribed.');
    if (next >= end) break;
    clock.now = next;
    await setWorkerClock(session, clock.now);
    ms += await workerTime(session, () => ringAndWait(session, clock.now));
  }
  clock.now = end;
  const asked = session.network.requests
    .slice(before)
    .filter(({ host }) => SOURCES.includes(host)).length;
  return { ms, requests: asked, bytes: await bytesSince(session, end - DAY) };
}

async function subscribe(session: Session): Promise<{ now: number }> {
  const days = laterBy(YEARS, new Map([...listedPapers()].slice(-40)));
  const first = [...days.keys()][0]!;
  const clock = { now: Date.parse(first) };
  const listed = dailyPapersServer(days);
  session.network.serveHost('huggingface.co', async ({ path }) => ({
    headers: { 'content-type': 'application/json' },
    body: await listed(new URL(path, 'https://huggingface.co'), clock.now).text(),
  }));
  session.network.serveHost('rss.arxiv.org', ({ headers }): Answer => {
    const day = Math.floor(clock.now / DAY);
    const etag = `"announced-${day}"`;
    if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
    return {
      headers: { 'content-type': 'application/atom+xml', etag },
      body: arxivAnnouncements(benchPapers(ANNOUNCED, (day % 100) * ANNOUNCED)),
    };
  });
  // Nobody has subscribed yet.
  await setWorkerClock(session, clock.now, { isLateFine: true });
  const categories = ['cs.LG', 'cs.CL'];
  const digest = { ...DEFAULT_SETTINGS.digest, on: true, categories, since: first };
  await tell(session, 'saveSettings', { digest });
  await untilAlarmAfter(session, clock.now);
  const end = clock.now + DAYS_BEFORE * DAY;
  for (let next = await alarmAt(session); next! < end; next = await alarmAt(session)) {
    clock.now = next!;
    await setWorkerClock(session, clock.now);
    await ringAndWait(session, clock.now);
  }
  clock.now = end;
  begun.set(session, clock);
  return clock;
}

async function ringAndWait(session: Session, now: number): Promise<void> {
  await ring(session, 'digest');
  await untilAlarmAfter(session, now);
}

async function untilAlarmAfter(session: Session, now: number): Promise<void> {
  const isLater = (at: number | undefined) => at !== undefined && at > now;
  await until('the next alarm', () => alarmAt(session), isLater, { everyMs: 20 });
}

async function alarmAt(session: Session): Promise<number | undefined> {
  const page = await bareExtensionPage(session);
  return page.evaluate(async () => (await chrome.alarms.get('digest'))?.scheduledTime);
}

/** Bytes of answers, as the extension's own log says. */
async function bytesSince(session: Session, since: number): Promise<number> {
  const page = await bareExtensionPage(session);
  return page.evaluate(
    (since) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('offprint');
        opening.onerror = () => reject(opening.error ?? new Error('unreadable'));
        opening.onsuccess = () => {
          const rows = opening.result.transaction('requests').objectStore('requests').getAll();
          rows.onsuccess = () => {
            opening.result.close();
            const logged = rows.result as { at: number; bytes: number }[];
            const own = logged.filter(({ at }) => at >= since);
            resolve(own.reduce((sum, { bytes }) => sum + bytes, 0));
          };
        };
      }),
    since,
  );
}
