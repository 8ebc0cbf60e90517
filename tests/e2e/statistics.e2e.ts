import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inventPapers } from '../fixtures/pages/invented-papers';
import { axeFindings, launch, reset, tell, type Session } from './browser';

const papers = inventPapers(4);
const DAY = 86_400_000;

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());
beforeEach(() => reset(session));

async function say(name: string, payload: object): Promise<string[]> {
  const reply = await tell(session, name, { op: crypto.randomUUID(), ...payload });
  expect(reply).toMatchObject({ ok: true });
  return (reply as { value: { paperIds: string[] } }).value.paperIds;
}

async function keepFour(): Promise<string[]> {
  const rows = papers.map(({ id, title, authors }) => ({
    title,
    authors,
    ids: [`arxiv:${id}`],
    links: [],
  }));
  const ids = await say('addPapers', { rows, from: 'a test', save: true });
  await say('tagPapers', { paperIds: ids.slice(0, 3), add: ['agents'], remove: [] });
  return ids;
}

/** Moves every change of status, and when the papers were saved, into the past. */
async function setBack(days: number): Promise<void> {
  await page.evaluate(async (ms) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('offprint');
      opening.onsuccess = () => resolve(opening.result);
    });
    const store = db.transaction(['library', 'journal'], 'readwrite');
    for (const [table, field] of [
      ['library', 'savedAt'],
      ['journal', 'at'],
    ] as const) {
      const rows = store.objectStore(table).openCursor();
      rows.onsuccess = () => {
        const cursor = rows.result;
        if (!cursor) return;
        cursor.value[field] -= ms;
        cursor.update(cursor.value);
        cursor.continue();
      };
    }
    await new Promise((resolve) => (store.oncomplete = resolve));
    db.close();
  }, days * DAY);
}

async function open(): Promise<void> {
  page = await session.openExtension('library.html#/statistics');
  await page.bringToFront();
  await page.getByRole('heading', { name: 'Statistics' }).waitFor();
}

const total = (name: string) =>
  page.locator('.totals div').filter({ hasText: name }).locator('dd').textContent();

describe('the statistics', () => {
  it('are opened from the sidebar, and follow what is read', async () => {
    const ids = await keepFour();
    page = await session.openExtension('library.html');
    await page.getByRole('link', { name: 'Statistics' }).click();
    await page.getByText('Nothing was read in the last year.').waitFor();
    expect(page.url()).toMatch(/#\/statistics$/);
    expect(await total('Read this year')).toBe('0');

    await say('setStatus', { paperIds: ids.slice(0, 2), status: 'read' });
    await page.getByText('2 papers read on 1 day of the last year.').waitFor();
    expect(await total('Read this week')).toBe('2');
    expect(await total('Current streak')).toBe('1 day');
    expect(await total('Median until read')).toBe('0 days');
    await page.getByRole('img', { name: /^Papers read, day by day\. 2 papers read/ }).waitFor();
    await page.getByRole('img', { name: /^agents: 2 papers in twelve months/ }).waitFor();

    await page.getByRole('button', { name: 'Saved', exact: true }).click();
    await page.getByText('4 papers saved on 1 day of the last year.').waitFor();
    await page.getByRole('img', { name: /^None of these tags: 1 paper in/ }).waitFor();

    await page.keyboard.press('u');
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await page.getByText('Nothing was read in the last year.').waitFor();
    expect(session.errors).toEqual([]);
  });

  it('show each chart as a table by keyboard, with days of long ago', async () => {
    const ids = await keepFour();
    await say('setStatus', { paperIds: ids.slice(0, 1), status: 'read' });
    await open();
    await setBack(40);
    await say('setStatus', { paperIds: ids.slice(1, 3), status: 'read' });
    await page.reload();
    await page.getByText('3 papers read on 2 days of the last year.').waitFor();
    expect(await total('Median until read')).toBe('40 days');
    expect(await total('Longest streak')).toBe('1 day');

    const calendar = page.getByRole('region', { name: 'Papers read, day by day' });
    await calendar.getByRole('button', { name: 'Show as table' }).press('Enter');
    const rows = calendar.getByRole('table').getByRole('row');
    expect(await rows.count()).toBe(3);
    expect(await rows.nth(1).getByRole('cell').textContent()).toBe('2');
    expect(await rows.nth(2).getByRole('cell').textContent()).toBe('1');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('chart-table');

    const tags = page.getByRole('region', { name: 'Tags of what was read, by month' });
    await tags.getByRole('button', { name: 'Show as table' }).press('Space');
    expect(await tags.getByRole('table').getByRole('row').count()).toBe(13);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('listbox', { name: 'Papers' }).waitFor();
    expect(session.errors).toEqual([]);
  });
});

describe('axe finds nothing among the statistics', () => {
  it.each(['light', 'dark'] as const)('%s', async (scheme) => {
    await open();
    await page.getByText('Nothing to count yet').waitFor();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    expect(await axeFindings(page)).toEqual([]);
    await say('setStatus', { paperIds: (await keepFour()).slice(0, 2), status: 'read' });
    await page.getByText('2 papers read').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 420, height: 700 });
    expect(await axeFindings(page)).toEqual([]);
    expect(session.errors).toEqual([]);
  });
});
