import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { huggingFaceDay } from '../fixtures/pages/hugging-face';
import { arxivRecent } from '../fixtures/pages/arxiv';
import { inventPapers, type InventedPaper } from '../fixtures/pages/invented-papers';
import {
  accessibleNodes,
  axeFindings,
  launch,
  press,
  readDatabase,
  reset,
  screenshot,
  until,
  type Chrome,
  type Session,
} from './browser';

declare const chrome: Chrome;

const LISTING = 'https://huggingface.co/papers/date/2025-11-21';
const RECENT = 'https://arxiv.org/list/cs.LG/recent';
const papers = inventPapers(12);
const [first, second] = papers as [InventedPaper, InventedPaper];

let session: Session;

beforeAll(async () => {
  session = await launch();
  session.network.serve(LISTING, huggingFaceDay(papers));
  session.network.serve(RECENT, arxivRecent(papers));
});
afterAll(() => session?.close());
beforeEach(() => reset(session));
afterEach(() => expect(session.errors).toEqual([]));

/** The popup as it is for the tab that shows `url`. */
async function openPopup(url?: string): Promise<Page> {
  const worker = await session.worker();
  const tabId =
    url && (await worker.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id, url));
  const popup = await session.openExtension(url ? `popup.html?tab=${tabId}` : 'popup.html');
  await popup.setViewportSize({ width: 380, height: 600 });
  await popup.locator('.panel').waitFor();
  return popup;
}

async function openListing(): Promise<Page> {
  const page = await session.open(LISTING);
  await until(
    'all papers to be kept',
    () => readDatabase(session),
    (stored) => stored.papers.length === papers.length,
  );
  return page;
}

const row = (popup: Page, paper: InventedPaper) =>
  popup.getByRole('article', { name: paper.title, exact: true });
const toast = (popup: Page) => popup.locator('.toast:not([data-limited]) .toast-text').first();
const library = async () => (await readDatabase(session)).library;

describe('popup and page', () => {
  it('shows what the page showed, counted, the search ready to type', async () => {
    await openListing();
    const popup = await openPopup(LISTING);
    await row(popup, first).waitFor();
    expect(await popup.getByRole('tab', { name: /^This page/ }).textContent()).toBe('This page12');
    const tabs = await popup.getByRole('tab').allTextContents();
    expect(tabs.map((text) => text.replace(/\d+$/, ''))).toEqual([
      'This page',
      'Trending',
      'Reading list',
    ]);
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    expect(await popup.getByRole('button', { name: 'Save all new (12)' }).count()).toBe(1);
  });

  it('shows without reload what was saved in the page', async () => {
    const page = await openListing();
    const popup = await openPopup(LISTING);
    await popup.getByRole('tab', { name: /^Reading list/ }).click();
    await popup.getByText('Your reading list is empty').waitFor();
    await page.bringToFront();
    await press(page, 'button', new RegExp(`Save.*${second.title}`));
    await row(popup, second).getByRole('button', { name: 'Saved' }).waitFor();
    expect(await popup.getByRole('tab', { name: /^Reading/ }).textContent()).toBe('Reading list1');
    expect(await popup.getByRole('article').count()).toBe(1);
  });

  it('shows in the page what was tagged in the popup', async () => {
    const page = await openListing();
    const popup = await openPopup(LISTING);
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('t');
    await popup.getByRole('combobox').fill('night birds');
    await popup.keyboard.press('Enter');
    await row(popup, first).getByText('night birds').waitFor();
    await page.bringToFront();
    const controls = await until(
      'the tag in the page',
      () => accessibleNodes(page, 'button'),
      (nodes) => nodes.some(({ name }) => name.includes('#night birds')),
    );
    expect(controls.find(({ name }) => name.includes('#night birds'))?.name).toContain(first.title);
  });

  it('saves all that is new at once, and takes it back at once', async () => {
    await openListing();
    const popup = await openPopup(LISTING);
    await popup.getByRole('button', { name: 'Save all new (12)' }).click();
    await toast(popup).getByText('12 papers saved.').waitFor();
    expect(await library()).toHaveLength(12);
    await popup.getByRole('button', { name: 'Undo' }).click();
    await toast(popup).getByText('Undone: 12 papers are no longer saved.').waitFor();
    expect(await library()).toEqual([]);
  });

  it('asks before it fetches abstracts that the page does not show', async () => {
    await session.open(RECENT);
    await until(
      'papers',
      () => readDatabase(session),
      (stored) => stored.papers.length === 12,
    );
    const popup = await openPopup(RECENT);
    await popup
      .getByText('12 of 12 abstracts are not on this page. Fetch them from arXiv?')
      .waitFor();
    expect(session.network.requests.map(({ host }) => host)).not.toContain('export.arxiv.org');
    await popup.getByRole('button', { name: 'Never' }).click();
    await popup.getByText(/Fetch them from arXiv/).waitFor({ state: 'detached' });
    expect(session.network.requests.map(({ host }) => host)).not.toContain('export.arxiv.org');
  });
});

describe('keys of the popup', () => {
  it('does everything without a mouse', async () => {
    await openListing();
    const popup = await openPopup(LISTING);
    const { keyboard } = popup;
    const inRow = (paper: InventedPaper) =>
      row(popup, paper).evaluate((element) => element === document.activeElement);

    await keyboard.press('ArrowDown');
    expect(await inRow(first)).toBe(true);
    await keyboard.press('j');
    expect(await inRow(second)).toBe(true);
    await keyboard.press('k');
    expect(await inRow(first)).toBe(true);

    await keyboard.press('s');
    await toast(popup).getByText('Saved.').waitFor();
    expect((await library()).map(({ status }) => status)).toEqual(['unread']);

    // Once saved, the same key offers; it takes nothing away.
    await keyboard.press('s');
    await popup.getByRole('menuitem', { name: 'Remove from reading list' }).waitFor();
    expect(await library()).toHaveLength(1);
    await keyboard.press('Escape');
    expect(await inRow(first)).toBe(true);

    await keyboard.press('e');
    await toast(popup).getByText('Marked as Read.').waitFor();
    expect((await library()).map(({ status }) => status)).toEqual(['read']);

    await keyboard.press('Enter');
    await popup.getByText(first.abstract).waitFor();
    await keyboard.press('Enter');
    await popup.getByText(first.abstract).waitFor({ state: 'detached' });

    await keyboard.press('t');
    await popup.waitForFunction(() => document.activeElement?.role === 'combobox');
    await keyboard.type('harbours');
    await keyboard.press('Enter');
    await toast(popup).getByText('Tagged “harbours”.').waitFor();
    await keyboard.press('Escape');
    expect(await inRow(first)).toBe(true);

    await keyboard.press('u');
    await toast(popup)
      .getByText(/^Undone: tags of “Sparse Lanterns/)
      .waitFor();
    expect((await library()).map(({ tagIds }) => tagIds)).toEqual([[]]);

    await keyboard.press('?');
    await popup.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await keyboard.press('Escape');
    await popup.getByRole('dialog').waitFor({ state: 'detached' });

    await keyboard.press('2');
    await popup.getByRole('switch', { name: 'Get trending papers once a day' }).waitFor();
    await keyboard.press('3');
    await row(popup, second).waitFor({ state: 'detached' });
    await keyboard.press('1');
    await row(popup, second).waitFor();

    await keyboard.press('/');
    await keyboard.type(second.title.slice(0, 12));
    await row(popup, first).waitFor({ state: 'detached' });
    expect(await row(popup, second).locator('mark').first().textContent()).not.toBe('');
    await keyboard.press('Escape');
    await row(popup, first).waitFor();

    session.network.serve(`https://arxiv.org/abs/${first.id}`, 'the paper');
    const opened = session.context.waitForEvent('page');
    await keyboard.press('ArrowDown');
    await keyboard.press('o');
    await (await opened).getByText('the paper').waitFor();
  });

  it('renames a tag in place, everywhere', async () => {
    await openListing();
    const popup = await openPopup(LISTING);
    const { keyboard } = popup;
    for (const tag of ['old name', 'other']) {
      await keyboard.press(tag === 'other' ? 'j' : 'ArrowDown');
      await keyboard.press('t');
      await popup.getByRole('combobox').fill('old name');
      await keyboard.press('Enter');
      await popup.getByRole('button', { name: 'Remove tag old name' }).waitFor();
      await keyboard.press('Escape');
    }
    await keyboard.press('t');
    await popup.getByRole('button', { name: 'old name', exact: true }).click();
    await keyboard.type('new name');
    await keyboard.press('Enter');
    await row(popup, first).getByText('new name').waitFor();
    await row(popup, second).getByText('new name').waitFor();
    expect((await readDatabase(session)).tags.map(({ name }) => name)).toEqual(['new name']);
  });
});

describe('what was done stays, and can be taken back', () => {
  it('keeps a note that was typed just before the popup closed', async () => {
    await openListing();
    const popup = await openPopup(LISTING);
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('s');
    await toast(popup).getByText('Saved.').waitFor();
    await popup.keyboard.press('n');
    await popup.keyboard.type('Ask Béla about this.');
    await popup.close({ runBeforeUnload: false });
    const [entry] = await until('the note', library, (entries) => entries[0]?.note !== '');
    expect(entry?.note).toBe('Ask Béla about this.');
  });

  it('undoes after the popup was closed, and after the browser was restarted', async () => {
    await openListing();
    let popup = await openPopup(LISTING);
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('s');
    await toast(popup).getByText('Saved.').waitFor();
    await popup.keyboard.press('e');
    await toast(popup).getByText('Marked as Read.').waitFor();
    await popup.close();

    popup = await openPopup();
    await row(popup, first).waitFor();
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('u');
    await toast(popup)
      .getByText(/^Undone: status of “Sparse Lanterns/)
      .waitFor();
    expect((await library()).map(({ status }) => status)).toEqual(['unread']);

    const before = session;
    await before.kill();
    session = await launch({ profile: before.profile, network: before.network });
    popup = await openPopup();
    await row(popup, first).waitFor();
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('u');
    await toast(popup)
      .getByText(/^Undone: “Sparse Lanterns.* no longer saved/)
      .waitFor();
    expect(await library()).toEqual([]);
  });
});

describe('looks of the popup', () => {
  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    await openListing();
    for (const url of [undefined, LISTING]) {
      const popup = await openPopup(url);
      await popup.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await popup.waitForTimeout(600);
      const name = `popup-${url ? 'page' : 'empty'}-${colorScheme}`;
      await screenshot(popup, name);
      expect(await axeFindings(popup)).toEqual([]);
      if (!url) {
        await popup.getByRole('tab', { name: /^Trending/ }).click();
        await popup.getByRole('switch').waitFor();
        await screenshot(popup, `popup-trending-off-${colorScheme}`);
        expect(await axeFindings(popup)).toEqual([]);
        continue;
      }
      await popup.keyboard.press('ArrowDown');
      await popup.keyboard.press('e');
      await toast(popup).waitFor();
      await popup.keyboard.press('Enter');
      await popup.keyboard.press('t');
      await popup.getByRole('combobox').fill('for the seminar');
      await popup.keyboard.press('Enter');
      await row(popup, first).getByText('for the seminar').waitFor();
      await screenshot(popup, `${name}-tags`);
      expect(await axeFindings(popup)).toEqual([]);
      await popup.keyboard.press('Escape');
      await popup.keyboard.press('s');
      await popup.getByRole('menu').waitFor();
      await screenshot(popup, `${name}-menu`);
      expect(await axeFindings(popup)).toEqual([]);
      await popup.keyboard.press('Escape');
      await popup.keyboard.press('?');
      await popup.getByRole('dialog').waitFor();
      await screenshot(popup, `${name}-help`);
      expect(await axeFindings(popup)).toEqual([]);
    }
  });
});

describe('side panel', () => {
  it('is the same app at full height, and follows the tabs', async () => {
    await openListing();
    const panel = await session.openExtension('sidepanel.html');
    await panel.setViewportSize({ width: 420, height: 900 });
    await panel.locator('.panel').waitFor();
    expect((await panel.locator('.panel').boundingBox())?.height).toBe(900);
    await panel.getByText('Your reading list is empty').waitFor();
    const tabs = session.context.pages();
    await tabs.find((page) => page.url() === LISTING)!.bringToFront();
    await row(panel, first).waitFor();
    await screenshot(panel, 'sidepanel-page-light');
  });
});
