import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { huggingFaceDay } from '../fixtures/pages/hugging-face';
import { inventPapers } from '../fixtures/pages/invented-papers';
import { axeFindings, launch, readDatabase, screenshot, until, type Session } from './browser';

const LISTING = 'https://huggingface.co/papers/date/2025-11-21';
const HOUR = 60 * 60 * 1000;
const LONG = 'An-unbroken-title-of-many-words-'.repeat(8);
const RIGHT_TO_LEFT = 'רשתות עצביות לקריאה איטית של מאמרים ארוכים';

let session: Session;

beforeAll(async () => {
  session = await launch();
  session.network.serve(LISTING, huggingFaceDay(inventPapers(5)));
  await session.open(LISTING);
  const { papers } = await until(
    'five papers',
    () => readDatabase(session),
    (stored) => stored.papers.length === 5,
  );
  const page = await session.openExtension('manifest.json');
  const titles = [LONG, RIGHT_TO_LEFT];
  const rows = papers.map((paper, i) => ({ ...paper, title: titles[i] ?? paper.title }));
  await page.evaluate(put, { papers: rows, digests: digestsOf(papers.map(({ id }) => id)) });
});
afterAll(() => session?.close());
afterEach(() => expect(session.errors).toEqual([]));

/** Three days of digests, the newest with every kind of reason. */
function digestsOf(ids: readonly string[]): object[] {
  const now = Date.now();
  const day = (ago: number) => new Date(now - ago * 24 * HOUR).toISOString().slice(0, 10);
  const growth = { source: 'hugging-face', signal: 'votes', gained: 38, hours: 9 };
  const counts = [1, 2, 4, 11, 25, 39];
  const points = counts.map((count, i) => [now - (9 - i * 1.8) * HOUR, count]);
  const shown = { site: 'arxiv', listing: 'https://arxiv.org/list/cs.CL/new', day: day(1) };
  const reasons = [
    { kind: 'rising', ...growth, top: 3 },
    { kind: 'best', ...growth },
    { kind: 'watch', watch: 'kelp forests' },
  ];
  const items = ids.map((paperId, i) => ({ paperId, reason: reasons[i % 3], points, shown }));
  return [0, 1, 2].map((ago) => ({
    date: day(ago),
    madeAt: now - ago * 24 * HOUR,
    items: items.slice(ago),
    missing: ago === 0 ? ['arxiv-rss'] : [],
  }));
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

async function open(path: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await session.openExtension(path);
  await page.setViewportSize({ width, height: 700 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  return page;
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

describe.each(['light', 'dark'] as const)('looks of the digest, in %s', (scheme) => {
  it.each([400, 1100])('have nothing that axe finds, %i pixels wide', async (width) => {
    const page = await open('digest.html', width, scheme);
    await page.getByRole('article').nth(4).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await screenshot(page, `digest-${width}-${scheme}`);
    expect(await widthOf(page)).toBe(width);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save as Atom' }).scrollIntoViewIfNeeded();
    await screenshot(page, `digest-${width}-${scheme}-end`);
    await page.close();
  });

  it('have nothing that axe finds in the popup', async () => {
    const popup = await open('popup.html', 380, scheme);
    await popup.getByRole('tab', { name: /^Trending/ }).click();
    await popup.getByRole('article').first().waitFor();
    await screenshot(popup, `popup-trending-${scheme}`);
    expect(await axeFindings(popup)).toEqual([]);
    await popup.close();
  });
});
