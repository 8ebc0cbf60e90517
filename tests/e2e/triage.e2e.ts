import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { huggingFaceDay } from '../fixtures/pages/hugging-face';
import { inventPapers } from '../fixtures/pages/invented-papers';
import {
  axeFindings,
  launch,
  readDatabase,
  reset,
  screenshot,
  tell,
  until,
  type Chrome,
  type Session,
} from './browser';

declare const chrome: Chrome;

const LISTING = 'https://huggingface.co/papers/date/2025-11-21';
const LONG = 'An-unbroken-title-of-many-words-'.repeat(12);
const RIGHT_TO_LEFT = 'רשתות עצביות לקריאה איטית של מאמרים ארוכים';
const papers = inventPapers(6);
const titles = papers.map(({ title }) => title);

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await launch();
  session.network.serve(LISTING, huggingFaceDay(papers));
});
afterAll(() => session?.close());
beforeEach(() => reset(session));
afterEach(() => expect(session.errors).toEqual([]));

const stored = () => readDatabase(session);
const library = async () =>
  (await stored()).library.map(({ paperId, status }) => `${paperId} ${status}`).sort();
const dismissed = async () =>
  ((await stored()).feedback as { paperId: string; kind: string }[]).map(
    ({ paperId, kind }) => `${paperId} ${kind}`,
  );
const front = (title: string) => page.getByRole('article', { name: title, exact: true }).waitFor();
const says = (text: string) => page.getByText(text, { exact: true }).first().waitFor();

/** Opens the listing; the ids of its papers in the order of the page. */
async function openListing(): Promise<string[]> {
  await session.open(LISTING);
  const { papers: rows } = await until('all papers', stored, (all) => all.papers.length === 6);
  return titles.map((title) => rows.find((row) => row.title === title)!.id);
}

/** Saves papers, the first of them last, so that it comes first in the list. */
async function save(ids: readonly string[]): Promise<void> {
  for (const id of [...ids].reverse())
    await tell(session, 'savePapers', { op: crypto.randomUUID(), paperIds: [id] });
}

async function openTriage(of: string): Promise<void> {
  page = await session.openExtension(`library.html#/triage?of=${of}`);
  await page.bringToFront();
}

/** Follows a link that opens a tab of its own. */
async function inNewTab(from: Page, name: string): Promise<Page> {
  const [opened] = await Promise.all([
    session.context.waitForEvent('page'),
    from.getByRole('link', { name, exact: true }).click(),
  ]);
  await opened.bringToFront();
  return opened;
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function openPopup(): Promise<Page> {
  const worker = await session.worker();
  const tabId = await worker.evaluate(
    async (url) => (await chrome.tabs.query({ url }))[0]?.id,
    LISTING,
  );
  const popup = await session.openExtension(`popup.html?tab=${tabId}`);
  await popup.setViewportSize({ width: 380, height: 600 });
  await popup.locator('.row').first().waitFor();
  await popup.getByRole('link', { name: 'Triage' }).waitFor();
  // The line at the bottom has room for the numbers of the longest lists.
  await popup.getByRole('button', { name: 'Save all new' }).evaluate((button) => {
    button.textContent = 'Save all new (1,250)';
  });
  await screenshot(popup, 'popup-page-triage');
  expect(await popup.locator('.panel-foot').evaluate((foot) => foot.scrollWidth)).toBe(380);
  return popup;
}

/** Puts rows into the database, past all of the extension's code. */
function put(tables: Record<string, object[]>): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('offprint');
    opening.onerror = () => reject(opening.error!);
    opening.onsuccess = () => {
      const names = Object.keys(tables);
      const writing = opening.result.transaction(names, 'readwrite');
      for (const name of names) for (const row of tables[name]!) writing.objectStore(name).put(row);
      writing.onerror = () => reject(writing.error!);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

describe('triage of this page, from the popup', () => {
  it('goes the whole way by keyboard, through a reload and a stopped worker, and all the way back', async () => {
    const ids = await openListing();
    page = await inNewTab(await openPopup(), 'Triage');
    await front(titles[0]!);
    expect(page.url()).toMatch(/library\.html#\/triage\?of=tab\/\d+$/);
    await says('1 of 6');
    const article = page.getByRole('article');
    expect(await article.getByText(papers[0]!.abstract, { exact: true }).count()).toBe(1);
    expect(await article.getByText(/^Hugging Face daily, rank 1/).count()).toBe(1);

    await press('s');
    await front(titles[1]!);
    await press('x');
    await front(titles[2]!);
    await press('l');
    await front(titles[3]!);
    await says('1 for later');
    await page.getByText(/left$/).waitFor();
    await until('two are decided', dismissed, (rows) => rows.length === 1);

    await page.reload();
    await front(titles[3]!);
    await says('3 of 6');

    await session.stopWorker();
    await press('e');
    await front(titles[4]!);
    await press('t');
    await page.getByRole('combobox', { name: 'Add a tag' }).waitFor();
    await page.keyboard.type('night train');
    await press('Enter');
    await page.getByRole('article').getByText('night train').waitFor();
    await press('Escape');
    await page.getByRole('combobox').waitFor({ state: 'detached' });
    await press('x');
    await front(titles[5]!);
    await press('x');
    await front(titles[2]!);
    await press('s');
    await says('2 kept · 3 skipped · 1 read');
    await until('all is written', library, (rows) => rows.length === 4);
    expect(await library()).toEqual(
      [`${ids[0]} unread`, `${ids[2]} unread`, `${ids[3]} read`, `${ids[4]} archived`].sort(),
    );
    expect((await dismissed()).sort()).toEqual(
      [`${ids[1]} not-interested`, `${ids[5]} not-interested`].sort(),
    );

    await press('u');
    await front(titles[2]!);
    await press('u');
    await front(titles[5]!);
    await session.stopWorker();
    await press('u');
    await front(titles[4]!);
    await press('u');
    await until('the tag is off', library, (rows) => rows.length === 2);
    await front(titles[4]!);
    for (const i of [3, 2, 1, 0]) {
      await press('u');
      await front(titles[i]!);
    }
    await until('nothing is saved', library, (rows) => rows.length === 0);
    await until('nothing is dismissed', dismissed, (rows) => rows.length === 0);
    expect((await stored()).tags).toEqual([]);
    await says('1 of 6');
  }, 90_000);

  it('does not bring back what was skipped, and opens papers', async () => {
    const ids = await openListing();
    const popup = await openPopup();
    page = await inNewTab(popup, 'Triage');
    await front(titles[0]!);
    const href = await page.getByRole('article').getByRole('link').first().getAttribute('href');
    const [opened] = await Promise.all([session.context.waitForEvent('page'), press('o')]);
    await until(
      'it is asked for',
      async () => session.network.requests.map(({ host, path }) => `https://${host}${path}`),
      (asked) => asked.includes(href!),
    );
    await opened.close();
    await page.bringToFront();
    await press('x');
    await front(titles[1]!);
    await until('it is dismissed', dismissed, (rows) => rows[0] === `${ids[0]} not-interested`);
    await popup.bringToFront();
    page = await inNewTab(popup, 'Triage');
    await front(titles[1]!);
    await says('1 of 5');
  });
});

describe('triage of the library', () => {
  it('takes the list as it stands, and Back leads to it', async () => {
    const ids = await openListing();
    await save(ids.slice(0, 3));
    page = await session.openExtension('library.html#/unread');
    await page.bringToFront();
    await page.getByRole('listbox', { name: 'Papers' }).getByRole('option').nth(2).waitFor();
    await press('j');
    await page.getByRole('link', { name: 'Triage', exact: true }).click();
    await front(titles[0]!);
    // The library must not write its own address over this one when it settles.
    await page.waitForTimeout(600);
    expect(page.url()).toMatch(/#\/triage\?of=unread$/);

    await page.getByRole('button', { name: 'Skip' }).click();
    await front(titles[1]!);
    await page.getByRole('button', { name: 'Later' }).click();
    await front(titles[2]!);
    await page.getByRole('button', { name: 'Keep' }).click();
    await front(titles[1]!);
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await says('1 kept · 1 skipped · 1 read');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Back to the list');
    await until('they are decided', library, (rows) => rows.includes(`${ids[0]} archived`));
    expect(await library()).toEqual(
      [`${ids[0]} archived`, `${ids[1]} read`, `${ids[2]} unread`].sort(),
    );

    await page.goBack();
    await page.getByRole('link', { name: 'Unread 1' }).waitFor();
    await page.goForward();
    await says('1 kept · 1 skipped · 1 read');
    await page.getByRole('button', { name: 'Undo' }).click();
    await front(titles[1]!);
    await press('u', 'u', 'u');
    await until('all are unread', library, (rows) => rows.every((row) => row.endsWith(' unread')));
    await front(titles[0]!);
    await press('Escape');
    await page.getByRole('listbox', { name: 'Papers' }).getByRole('option').nth(2).waitFor();
    expect(page.url()).toMatch(/library\.html#\/unread$/);
  }, 60_000);

  it('leaves out what is decided elsewhere while it goes on', async () => {
    const ids = await openListing();
    await save(ids.slice(0, 4));
    await openTriage('unread');
    await front(titles[0]!);
    const elsewhere = { op: crypto.randomUUID(), paperIds: [ids[1], ids[3]], status: 'read' };
    await tell(session, 'setStatus', elsewhere);
    await press('s');
    await front(titles[2]!);
    await press('s');
    await says('2 kept');
  });

  it('decides once for each key, however fast they come', async () => {
    const ids = await openListing();
    await openTriage('seen');
    await page.getByRole('article').waitFor();
    for (let i = 0; i < 6; i++) {
      await press('s');
      await page.waitForTimeout(40);
    }
    await until('all are saved', library, (rows) => rows.length === 6);
    await says('6 kept');
    expect(await library()).toEqual(ids.map((id) => `${id} unread`).sort());
  });
});

describe('triage of a digest', () => {
  it('takes the papers of that day', async () => {
    const ids = await openListing();
    const items = ids.slice(0, 3).map((paperId) => ({
      paperId,
      reason: { kind: 'watch', watch: 'kelp forests' },
      points: [],
    }));
    const now = Date.now();
    const date = new Date(now).toISOString().slice(0, 10);
    const digest = await session.openExtension('digest.html');
    await digest.evaluate(put, {
      digests: [{ date, settled: date, madeAt: now, items, missing: [] }],
    });
    await digest.reload();
    await digest.getByRole('article').nth(2).waitFor();
    await digest.bringToFront();
    await digest.getByRole('link', { name: 'Triage' }).click();
    page = digest;
    await front(titles[0]!);
    await press('x', 'Escape');
    await page.getByRole('article').filter({ hasText: 'Not interested' }).first().waitFor();
    expect(page.url()).toContain(`digest.html#${date}`);
    await until('it is dismissed', dismissed, (rows) => rows.length === 1);
  });
});

describe.each(['light', 'dark'] as const)('looks of triage, in %s', (scheme) => {
  it.each([400, 1280])(
    'have nothing that axe finds, %i pixels wide, whatever the title',
    async (width) => {
      const ids = await openListing();
      await save(ids.slice(0, 3));
      await tell(session, 'tagPapers', {
        op: crypto.randomUUID(),
        paperIds: [ids[0]],
        add: ['agents'],
        remove: [],
      });
      const rows = (await stored()).papers;
      const bare = await session.openExtension('manifest.json');
      await bare.evaluate(put, {
        papers: rows.map((row) => {
          if (row.id === ids[0]) return { ...row, title: LONG };
          if (row.id !== ids[1]) return row;
          const { abstract: _, ...rest } = row;
          return { ...rest, title: RIGHT_TO_LEFT };
        }),
      });
      await openTriage('unread');
      await page.setViewportSize({ width, height: 760 });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      const clean = async (name: string) => {
        await screenshot(page, `triage-e2e-${name}-${width}-${scheme}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        expect(await axeFindings(page)).toEqual([]);
      };
      await front(LONG);
      await clean('long');
      await press('s');
      await front(RIGHT_TO_LEFT);
      await says('The abstract is not known yet.');
      await clean('right-to-left');
      await press('?');
      await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
      await clean('help');
      await press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await press('s');
      await front(titles[2]!);
      await press('x');
      await says('2 kept · 1 skipped');
      await clean('end');
      await openTriage('archived&q=nothing+like+it');
      await page.setViewportSize({ width, height: 760 });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await says('Nothing waits here');
      await clean('empty');
    },
    60_000,
  );
});
