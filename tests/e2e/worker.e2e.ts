import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arxivAbs, arxivNew } from '../fixtures/pages/arxiv';
import { inventPapers } from '../fixtures/pages/invented-papers';
import {
  accessibleNodes,
  bareExtensionPage,
  launch,
  launchGranted,
  press,
  readDatabase,
  reset,
  until,
  type Chrome,
  type Session,
  tell,
} from './browser';

declare const chrome: Chrome;

const LISTING = 'https://arxiv.org/list/cs.LG/new';
const TEXT = 'https://reading.example/week?session=secret#top';
const papers = inventPapers(12);
const [paper] = papers as [(typeof papers)[number]];
const text = ['Lantern Networks', 'Kite Attention', 'Quiet Gradients'].map((name, i) => ({
  title: `${name}: Learning from Few Labels on a Small Budget`,
  abstract: `We propose ${name}, a method for training neural networks with few labels. Experiments on ${i + 3} benchmark datasets show that our model outperforms the state of the art in accuracy while using half of the computation. We analyse the learned representations and release the code and the trained models.`,
}));
const ABS = `https://arxiv.org/abs/${paper.id}v2`;

interface DeveloperChrome {
  developerPrivate: {
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  };
}

describe('the worker', () => {
  let session: Session;

  beforeAll(async () => {
    session = await launchGranted(['https://reading.example/*']);
    session.network.serve(LISTING, arxivNew(papers));
    session.network.serve(ABS, arxivAbs(paper));
    session.network.serve(
      'https://reading.example/week?session=secret',
      `<main>${text.map(({ title, abstract }) => `<h3>${title}</h3><p>${abstract}</p>`).join('')}</main>`,
    );
  });
  afterAll(() => session?.close());
  beforeEach(() => reset(session));

  const stored = () => readDatabase(session);
  const saved = (n: number) =>
    until(`${n} saved papers`, stored, (tables) => tables.library.length === n);
  const seen = (n: number) => until(`${n} papers`, stored, (tables) => tables.papers.length === n);
  const controls = async (page: Page) =>
    (await accessibleNodes(page)).filter(({ name }) => /^Save(?! all)/.test(name)).length;

  const say = (name: string, payload: unknown) => tell(session, name, payload);

  async function tabAt(url: string): Promise<{ id: number; url: string }> {
    const page = await bareExtensionPage(session);
    const [tab] = await page.evaluate(
      (asked) => chrome.tabs.query({ url: asked }),
      url.split(/[?#]/)[0] + '*',
    );
    return tab as { id: number; url: string };
  }

  /** Fires an event of the extension API as the browser would. */
  async function dispatch(event: string, ...args: unknown[]): Promise<void> {
    // DevTools cannot speak to a worker that sleeps.
    await say('saveSettings', {});
    const worker = await session.worker();
    await worker.evaluate(
      ([path, values]) => {
        const [api, name] = (path as string).split('.') as [string, string];
        const target = (chrome as never)[api][name] as { dispatch(...values: unknown[]): void };
        target.dispatch(...(values as unknown[]));
      },
      [event, args] as const,
    );
  }

  it('scans a page of text it does not know and keeps it under its address', async () => {
    await session.open(TEXT);
    const tab = await tabAt(TEXT);
    expect(await say('scanTab', { tabId: tab.id })).toEqual({
      ok: true,
      value: { found: 3, reader: 'text' },
    });
    const { papers: rows, sightings } = await stored();
    expect(rows.map(({ title, abstract }) => ({ title, abstract }))).toEqual(
      expect.arrayContaining(text),
    );
    expect(rows).toHaveLength(3);
    expect(new Set(sightings.map(({ site, listing }) => `${site} ${listing}`))).toEqual(
      new Set(['text https://reading.example/week?session=secret']),
    );
    const page = await bareExtensionPage(session);
    expect(await page.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab.id)).toBe('3');
    // Again: nothing twice.
    await say('scanTab', { tabId: tab.id });
    expect((await stored()).sightings).toHaveLength(3);
  });

  it('reads a known page by its own script when told to scan it', async () => {
    await session.open(LISTING);
    await seen(12);
    const tab = await tabAt(LISTING);
    expect(await say('scanTab', { tabId: tab.id })).toEqual({
      ok: true,
      value: { found: papers.length, reader: 'arxiv' },
    });
    expect(await say('readTab', { tabId: tab.id })).toMatchObject({ ok: true });
    expect((await stored()).siteHealth).toMatchObject([
      { pages: 1, rowsFound: 12, rowsPromised: 12 },
    ]);
  });

  it('says why it does not scan a page of the browser', async () => {
    const page = await bareExtensionPage(session);
    const tab = await page.evaluate(() => chrome.tabs.create({ url: 'chrome://version' }));
    expect(await say('scanTab', { tabId: tab.id })).toMatchObject({
      ok: false,
      error: expect.stringMatching(/nothing was kept/) as string,
    });
  });

  it('saves the paper a link leads to, by its number until more is known', async () => {
    const info = {
      menuItemId: 'save-link',
      linkUrl: `https://arxiv.org/pdf/${paper.id}v1`,
      pageUrl: 'https://news.example/item?token=1#c',
      editable: false,
    };
    await dispatch('contextMenus.onClicked', info, { id: 1 });
    const first = await saved(1);
    expect(first.papers).toMatchObject([{ title: `arXiv:${paper.id}`, provisional: true }]);
    expect(first.sightings).toMatchObject([{ site: 'link', listing: 'https://news.example/item' }]);
    expect(session.network.hosts()).toEqual([]);
    await dispatch('contextMenus.onClicked', info, { id: 1 });
    await session.open(LISTING);
    const { papers: rows, library } = await seen(12);
    expect(library).toHaveLength(1);
    expect(rows.find(({ ids }) => ids.includes(`arxiv:${paper.id}`))).toMatchObject({
      title: paper.title,
      abstract: paper.abstract,
    });
  });

  it('saves the paper of the page by menu and by key', async () => {
    await session.open(ABS);
    await seen(1);
    const tab = await tabAt(ABS);
    await dispatch('commands.onCommand', 'save-paper', tab);
    await saved(1);
    await dispatch('contextMenus.onClicked', { menuItemId: 'save-page', pageUrl: ABS }, tab);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await saved(1)).journal).toHaveLength(1);
  });

  it('opens the library by key, and the one that is open already', async () => {
    await dispatch('commands.onCommand', 'open-library', { id: 1, windowId: 1 });
    const libraries = () =>
      Promise.resolve(
        session.context.pages().filter((page) => page.url().includes('/library.html')),
      );
    await until('the library', libraries, (pages) => pages.length === 1);
    await dispatch('commands.onCommand', 'open-library', { id: 1, windowId: 1 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await libraries()).toHaveLength(1);
  });

  it('offers saved papers in the omnibox, and Enter opens the library with what was typed', async () => {
    const title = 'Nets <b> & "Kelp" in Tidal Weather Stations';
    session.network.serve(LISTING, arxivNew([{ ...paper, title }, ...papers.slice(1)]));
    await session.open(LISTING);
    const { papers: rows } = await seen(12);
    await say('savePapers', { op: 'omnibox-save', paperIds: rows.map(({ id }) => id) });
    const worker = await session.worker();
    const offered = await worker.evaluate(
      () =>
        new Promise<{ content: string; description: string }[]>((resolve) => {
          const event = chrome.omnibox.onInputChanged as never as {
            dispatch(
              text: string,
              suggest: (given: { content: string; description: string }[]) => void,
            ): void;
          };
          event.dispatch('kelp weather', resolve);
        }),
    );
    expect(offered).toEqual([
      {
        content: `https://arxiv.org/abs/${paper.id}`,
        description: expect.stringContaining(
          'Nets &lt;b&gt; &amp; &quot;Kelp&quot; in Tidal Weather Stations · ',
        ) as string,
      },
    ]);
    session.network.serve(LISTING, arxivNew(papers));
    await dispatch('omnibox.onInputEntered', 'kelp & weather', 'newForegroundTab');
    await until(
      'the library',
      () => Promise.resolve(session.context.pages().map((page) => page.url())),
      (urls) => urls.some((url) => url.endsWith('/library.html#/?q=kelp+%26+weather')),
    );
  });

  it('keeps quiet where it is paused, and shows itself again after', async () => {
    const page = await session.open(LISTING);
    await until(
      'controls',
      () => controls(page),
      (n) => n >= 12,
    );
    await say('saveSettings', { paused: true });
    await until(
      'no controls',
      () => controls(page),
      (n) => n === 0,
    );
    await session.open(ABS);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await stored()).sightings).toHaveLength(12);
    await say('saveSettings', { paused: false });
    await until(
      'controls again',
      () => controls(page),
      (n) => n >= 12,
    );
  });

  it('forgets what closed tabs showed when it wakes', async () => {
    const page = await session.open(LISTING);
    await seen(12);
    const bare = await bareExtensionPage(session);
    const tabs = () =>
      bare.evaluate(async () => Object.keys(await chrome.storage.session.get(null)));
    await until('the page of the tab', tabs, (keys) => keys.some((key) => key.startsWith('tab:')));
    await page.close();
    await session.stopWorker();
    await say('saveSettings', {});
    await until('no page', tabs, (keys) => !keys.some((key) => key.startsWith('tab:')));
  });

  it('takes papers from a file once, and saves them if asked', async () => {
    const rows = papers.map(({ title, abstract }) => ({
      title,
      abstract,
      authors: [],
      ids: [],
      links: [],
    }));
    const add = { op: 'import-0001', rows, from: 'week.txt', save: true };
    const reply = (await say('addPapers', add)) as {
      value: { paperIds: string[]; changed: number };
    };
    expect(reply.value.changed).toBe(12);
    await say('addPapers', add);
    const { library, sightings } = await stored();
    expect(library.map(({ paperId }) => paperId).sort()).toEqual([...reply.value.paperIds].sort());
    expect(new Set(sightings.map(({ listing }) => listing))).toEqual(new Set(['import:week.txt']));
    expect(sightings).toHaveLength(12);
  });
});

describe('a listing tab that was open already', () => {
  let session: Session;
  afterAll(() => session?.close());

  it('is read when the extension is updated, and its controls are replaced', async () => {
    session = await launch();
    // Without developer mode Chromium does not start an unpacked extension again.
    const extensions = await session.open('chrome://extensions');
    await extensions.evaluate(() =>
      (chrome as never as DeveloperChrome).developerPrivate.updateProfileConfiguration({
        inDeveloperMode: true,
      }),
    );
    session.network.serve(LISTING, arxivNew(papers));
    const page = await session.open(LISTING);
    const controls = async () =>
      (await accessibleNodes(page)).filter(({ name }) => /^Save(?! all)/.test(name)).length;
    const before = await until('controls', controls, (n) => n >= 12);
    const worker = await session.worker();
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await until('the same controls', controls, (n) => n === before);
    const { papers: rows } = await readDatabase(session);
    expect(rows).toHaveLength(12);
    await press(page, 'button', /^Save(?! all)/);
    await until(
      'a saved paper',
      () => readDatabase(session),
      ({ library }) => library.length === 1,
    );
    expect(session.errors.filter(({ text }) => !text.includes('Extension context'))).toEqual([]);
  });
});

describe('the welcome', () => {
  it('comes with the first start, and not again', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'offprint-profile-'));
    const welcomes = (session: Session) => () =>
      Promise.resolve(
        session.context.pages().filter((page) => page.url().endsWith('/welcome.html')).length,
      );
    const first = await launch({ profile });
    await until('the welcome', welcomes(first), (n) => n === 1);
    await first.close();
    const second = await launch({ profile });
    await bareExtensionPage(second);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await welcomes(second)()).toBe(0);
    await second.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
});
