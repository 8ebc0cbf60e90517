import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../lib/settings';
import { dailyPapers } from '../fixtures/answers/daily-papers';
import { inventPapers } from '../fixtures/pages/invented-papers';
import {
  bareExtensionPage,
  launch,
  readDatabase,
  reset,
  tell,
  until,
  type Chrome,
  type Session,
} from './browser';
import { untilSaved } from './page-controls';

declare const chrome: Chrome;

const API = 'huggingface.co';
const papers = inventPapers(8);
const HOUR = 60 * 60 * 1000;

describe('trending papers, once a day', () => {
  let session: Session;
  let hour = 0;
  beforeAll(async () => {
    session = await launch();
  });
  afterAll(() => session?.close());
  beforeEach(async () => {
    await reset(session);
    hour = 0;
    session.network.serveHost(API, ({ path }) => ({
      headers: { 'content-type': 'application/json' },
      body: path.startsWith('/api/daily_papers')
        ? dailyPapers(papers, (n) => (8 - n) * 5 + hour, Date.now() - 5 * HOUR)
        : '{"error":"no such list"}',
    }));
  });
  afterEach(() => expect(session.errors).toEqual([]));

  const asked = () => session.network.requests.filter(({ host }) => host === API).length;
  const inPage = async <T>(run: () => Promise<T>) =>
    (await bareExtensionPage(session)).evaluate(run);
  const polledAt = () =>
    inPage(async () => {
      const { sources } = (await chrome.storage.local.get('sources')) as {
        sources?: Record<string, { pace: { lastOkAt?: number } }>;
      };
      return sources?.['hugging-face']?.pace.lastOkAt;
    });
  const notifications = () => inPage(async () => Object.keys(await chrome.notifications.getAll()));

  const DIGEST: Settings['digest'] = {
    on: true,
    // Nearly never due today by itself; the test says when.
    time: 1439,
    days: [0, 1, 2, 3, 4, 5, 6],
    size: 5,
    sources: ['hugging-face'],
    categories: [],
    muted: { words: [], authors: [], categories: [] },
    watches: [],
  };

  /** The time of the digest has come while the worker is stopped, and only its alarm rings. */
  async function ring(): Promise<void> {
    await session.stopWorker();
    await inPage(async () => {
      const { settings } = (await chrome.storage.local.get('settings')) as {
        settings: { digest: { time: number; since: string } };
      };
      settings.digest.time = 0;
      settings.digest.since = '2020-01-01';
      await chrome.storage.local.set({ settings });
      await chrome.alarms.create('digest', { when: Date.now() + 500 });
    });
  }

  it('is polled for after the subscription and not before, told once, and not after', async () => {
    await tell(session, 'saveSettings', { bar: 'open' });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(session.network.hosts()).toEqual([]);

    await tell(session, 'saveSettings', { digest: DIGEST });
    await until('the end of the first poll', polledAt, Boolean);
    expect((await readDatabase(session)).trends).toHaveLength(16);
    expect(session.network.hosts()).toEqual([API]);
    expect((await readDatabase(session)).digests).toEqual([]);

    await ring();
    await until('the notification', notifications, (ids) => ids.length === 1);
    const stored = await readDatabase(session);
    expect(stored.digests).toHaveLength(1);
    const [digest] = stored.digests as unknown as { date: string; items: object[] }[];
    expect(digest!.items).toHaveLength(3);
    expect(await notifications()).toEqual([`digest:${digest!.date}`]);
    expect(stored.notified).toHaveLength(3);

    await ring();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect((await readDatabase(session)).digests).toHaveLength(1);

    const before = asked();
    await tell(session, 'saveSettings', { digest: { ...DIGEST, on: false } });
    expect(await inPage(async () => chrome.alarms.get('digest'))).toBeUndefined();
    await session.stopWorker();
    await tell(session, 'saveSettings', { bar: 'open' });
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(asked()).toBe(before);
  });

  it('is subscribed to in the popup, opened by a click, saved from, and read offline', async () => {
    const popup = await session.openExtension('popup.html');
    await popup.getByRole('tab', { name: /^Trending/ }).click();
    await popup.getByRole('switch').click();
    await popup.getByText('Subscribed', { exact: false }).first().waitFor();
    // Open, it would show the digest itself, and nobody need be notified.
    await popup.close();
    // Its time is 8:00 at first: due at once on most days that this runs, and made due on others.
    await until('the end of the first poll', polledAt, Boolean);
    if (new Date().getHours() < 8) await ring();
    await until('the notification', notifications, (ids) => ids.length === 1);
    const [id] = await notifications();

    await tell(session, 'saveSettings', {});
    const opened = session.context.waitForEvent('page');
    const worker = await session.worker();
    await worker.evaluate((name) => {
      const { onClicked } = chrome.notifications as unknown as {
        onClicked: { dispatch(id: string): void };
      };
      onClicked.dispatch(name);
    }, id!);
    const page = await opened;
    await page.getByRole('heading', { name: papers[0]!.title }).waitFor();
    expect(page.url()).toContain('digest.html#');
    expect(await notifications()).toEqual([]);
    await page
      .getByRole('button', { name: /^Save$/ })
      .first()
      .click();
    await untilSaved(session, 1);

    await session.context.setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: papers[0]!.title }).waitFor();
    await session.context.setOffline(false);

    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    await until(
      'the end of the alarm',
      () => inPage(async () => chrome.alarms.get('digest')),
      (alarm) => !alarm,
    );
    const before = asked();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(asked()).toBe(before);
  });

  it('is woken by nothing but the alarms it set', async () => {
    await tell(session, 'saveSettings', { digest: DIGEST });
    await until('the end of the first poll', polledAt, Boolean);
    const alarms = () =>
      inPage(async () => (await chrome.alarms.getAll()).map(({ name }) => name).sort());
    await until('its alarms', alarms, (names) => names.length === 2);
    await session.stopWorker();
    let wakes = 0;
    session.context.on('serviceworker', () => wakes++);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(await alarms()).toEqual(['digest', 'housekeeping']);
    expect(wakes).toBe(0);
  });

  it('can be saved from the notification', async () => {
    await tell(session, 'saveSettings', { digest: { ...DIGEST, time: 0 } });
    await until('the notification', notifications, (ids) => ids.length === 1);
    const [id] = await notifications();
    const worker = await session.worker();
    await worker.evaluate((name) => {
      const { onButtonClicked } = chrome.notifications as unknown as {
        onButtonClicked: { dispatch(id: string, button: number): void };
      };
      onButtonClicked.dispatch(name, 0);
    }, id!);
    await untilSaved(session, 3);
  });
});
