import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, launch, readDatabase, reset, tell, until, type Session } from './browser';

const TITLE = 'Nested Rulers for Measuring Paper Kites at Night';
const AGAIN = 'Nested Rulers for the Measuring of Paper Kites at Night';
const OTHERS = ['On Drawing Tidal Maps with Slow Ink', 'A Grammar of Unsent Letters and Replies'];

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());
beforeEach(() => reset(session));

const stored = () => readDatabase(session);
const newOp = () => crypto.randomUUID();

async function say(name: string, payload: object): Promise<{ paperIds: string[]; op: string }> {
  const reply = await tell(session, name, { op: newOp(), ...payload });
  expect(reply).toMatchObject({ ok: true });
  return (reply as { value: { paperIds: string[]; op: string } }).value;
}

async function add(title: string, id: string, publishedAt: string): Promise<string> {
  const authors = ['Ada Ahlgren', 'Béla Brandão', 'Chioma Castellano', 'Dao Drăgan'];
  const links = [{ rel: 'page', href: 'https://example.org/' }];
  const rows = [{ title, authors, ids: [id], publishedAt, links }];
  const { paperIds } = await say('addPapers', { rows, from: 'a test', save: true });
  return paperIds[0]!;
}

/** Two that are nearly one, each with a tag and a note, among others. */
async function seed(): Promise<{ kept: string; other: string }> {
  const kept = await add(TITLE, 'arxiv:2405.00001', '2023-11-02');
  const other = await add(AGAIN, 'doi:10.1000/kites', '2024-02-11');
  for (const [i, title] of OTHERS.entries()) await add(title, `pmid:${i + 1}`, '2024-01-01');
  await say('tagPapers', { paperIds: [kept], add: ['kites'], remove: [] });
  await say('tagPapers', { paperIds: [other], add: ['night'], remove: [] });
  await say('setNote', { paperId: kept, note: 'Of the first.' });
  await say('setNote', { paperId: other, note: 'Of the second.' });
  await say('setStatus', { paperIds: [other], status: 'read' });
  return { kept, other };
}

async function openPairs(): Promise<void> {
  page = await session.openExtension('library.html#/duplicates');
  await page.bringToFront();
}

const pairs = () => page.getByRole('article');
const none = () => page.getByText('Nothing looks doubled').waitFor();
/** What a merge touches, without the history. */
async function state() {
  const { journal: _j, requests: _r, siteHealth: _s, staging: _t, ...tables } = await stored();
  return tables;
}

describe('two papers that look alike', () => {
  it('are merged, parted, kept apart, and then left alone, by mouse', async () => {
    const { kept, other } = await seed();
    const before = await state();
    await openPairs();
    const why =
      'same 4 authors, titles 8\\d % alike, 2023 and 2024, a preprint and its publication';
    await pairs().getByText(new RegExp(why)).waitFor();
    await page.getByRole('link', { name: 'Duplicates 1' }).waitFor();
    expect(await pairs().locator('mark').allTextContents()).toEqual(['the', 'of']);
    for (const text of ['kites', 'night', 'Of the first.', 'Of the second.', 'Saved, Read'])
      await pairs().getByText(text, { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Merge', exact: false }).first().click();
    await none();
    const merged = await stored();
    expect(merged.papers.map(({ id }) => id)).not.toContain(other);
    expect(merged.library.find(({ paperId }) => paperId === kept)).toMatchObject({
      note: 'Of the first.\n\n———\n\nOf the second.',
      status: 'read',
      tagIds: { length: 2 },
    });
    await page.getByRole('heading', { name: '1 merge made' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await pairs().first().waitFor();
    expect(await state()).toEqual(before);

    await page.getByRole('button', { name: 'Keep both' }).click();
    await none();
    const [first, second] = [kept, other].sort();
    expect((await stored()).distinct).toMatchObject([{ a: first, b: second }]);
    await page.getByRole('button', { name: 'Compare again' }).click();
    await page.getByText('4 papers were compared.').waitFor();
    await none();
    await page.reload();
    await none();
    expect(session.errors).toEqual([]);
  }, 60_000);

  it('are decided by key, the other record kept, and undone from the list of merges', async () => {
    const { kept, other } = await seed();
    const before = await state();
    await openPairs();
    await pairs().first().waitFor();
    await until('the pair has the focus', focused, (name) => name === 'ARTICLE');
    await page.keyboard.press('w');
    await page.keyboard.press('m');
    await none();
    expect((await stored()).papers.map(({ id }) => id)).not.toContain(kept);
    expect((await stored()).papers.map(({ id }) => id)).toContain(other);

    await page.getByRole('button', { name: /^Undo the merge of/ }).click();
    await pairs().first().waitFor();
    expect(await state()).toEqual(before);
    await until('the pair has the focus', focused, (name) => name === 'ARTICLE');
    await page.keyboard.press('b');
    await none();
    await page.keyboard.press('u');
    await pairs().first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    expect(session.errors).toEqual([]);
  }, 60_000);

  const focused = () => page.evaluate(() => document.activeElement?.tagName);

  it.each(['light', 'dark'] as const)('axe finds nothing, %s', async (scheme) => {
    await seed();
    const a = await add('A Third That Nearly Has Its Double', 'acl:x.1', '2024-01-01');
    const b = await add('A Third That Nearly Has a Double', 'pmid:77', '2024-01-01');
    await say('mergePapers', { from: a, to: b });
    await openPairs();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await pairs().first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('ten thousand papers', () => {
  it('are compared with progress, can be left, and hold nothing up', async () => {
    await openPairs();
    await none();
    await page.evaluate(fillMany);
    await page.reload();
    const bar = page.getByRole('progressbar', { name: 'Comparing papers' });
    await bar.waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Stopped before all papers were compared.').waitFor();
    const started = Date.now();
    await page.evaluate(watchTasks);
    await page.getByRole('button', { name: 'Compare again' }).click();
    await page.getByText('10,050 papers were compared.').waitFor({ timeout: 60_000 });
    const took = Date.now() - started;
    const longest = await page.evaluate(() => Reflect.get(globalThis, 'longestTask') as number);
    console.log(`10,050 papers compared in ${took} ms, longest task ${Math.round(longest)} ms`);
    await page.getByRole('link', { name: 'Duplicates 50' }).waitFor();
    // 52 ms on an idle machine, up to 153 beside other work (2026-11); before the pieces, 277.
    expect(longest).toBeLessThan(200);
  }, 120_000);
});

describe('a merge that is cut off', () => {
  /** Sends as our pages do: again, with the same `op`, until the worker has answered. */
  async function send(name: string, payload: object): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      const reply = (await tell(session, name, payload).catch(() => undefined)) as
        { ok: boolean } | undefined;
      if (reply) return void expect(reply).toMatchObject({ ok: true });
      if (attempt > 8) throw new Error('the worker never answered');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('by a stopped worker is done once it is asked again, and never half', async () => {
    const { kept, other } = await seed();
    const before = await state();
    for (const delay of [0, 1, 2, 4, 7, 12, 20, 40]) {
      const merging = send('mergePapers', { op: newOp(), from: other, to: kept });
      await new Promise((resolve) => setTimeout(resolve, delay));
      await session.stopWorker();
      const now = await state();
      expect(isBefore(now, before) || isMerged(now, kept, other), `after ${delay} ms`).toBe(true);
      await merging;
      const after = await state();
      expect(isMerged(after, kept, other), `after ${delay} ms`).toBe(true);
      await send('undoMerge', { op: newOp(), mergeId: after.merges[0]!.id });
      expect(await state(), `after ${delay} ms`).toEqual(before);
    }
  }, 120_000);

  it('by a killed browser is there whole or not at all', async () => {
    const { kept, other } = await seed();
    const before = await state();
    const { profile } = session;
    try {
      for (const delay of [0, 3, 8, 20]) {
        void tell(session, 'mergePapers', { op: newOp(), from: other, to: kept }).catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, delay));
        await session.kill();
        const killed = session;
        session = await launch({ profile });
        await killed.network.close();
        const now = await state();
        const isDone = isMerged(now, kept, other);
        expect(isDone || isBefore(now, before), `after ${delay} ms`).toBe(true);
        if (isDone) await say('undoMerge', { mergeId: now.merges[0]!.id });
        expect(await state()).toEqual(before);
      }
    } finally {
      await session.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      session = await launch();
    }
  }, 180_000);
});

type State = Awaited<ReturnType<typeof state>>;

function isBefore(now: State, before: State): boolean {
  return JSON.stringify(now) === JSON.stringify(before);
}

/** Whether every row of every table tells of a merge, and none of the record that went. */
function isMerged({ merges, ...tables }: State, to: string, from: string): boolean {
  const [merge, ...others] = merges;
  const isWhole = merge?.from === from && merge.to === to && others.length === 0;
  const entry = tables.library.find(({ paperId }) => paperId === to);
  return (
    isWhole &&
    !JSON.stringify(tables).includes(from) &&
    entry?.tagIds.length === 2 &&
    tables.aliases.filter(({ paperId }) => paperId === to).length === 2
  );
}

/** Runs in the page: 10,000 papers, fifty of them twice, past all of our code. */
async function fillMany(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('offprint');
    opening.onsuccess = () => resolve(opening.result);
  });
  const writing = database.transaction('papers', 'readwrite');
  const papers = writing.objectStore('papers');
  const sounds = ['ka', 'lo', 'mi', 'ru', 'se', 'to', 'va', 'xi', 'zu', 'ne'];
  let seed = 7;
  const random = () => (seed = (seed * 48_271) % 0x7fffffff) / 0x7fffffff;
  const word = () => {
    const n = Math.floor(random() ** 2 * 5_000);
    return [...String(n)].map((digit) => sounds[Number(digit)]).join('');
  };
  const put = (id: string, title: string, n: number) =>
    papers.put({
      id,
      title,
      titleKey: title,
      authors: [`Ada N${n % 977}`, `Bo M${n % 613}`],
      abstract: Array.from({ length: 160 }, word).join(' '),
      publishedAt: '2026-01-01',
      ids: [],
      links: [],
      versions: [],
      firstSite: 'arxiv',
      firstSeenAt: 1,
      lastSeenAt: 1,
    });
  for (let n = 0; n < 10_000; n++) {
    const id = `P${String(n).padStart(6, '0')}`;
    const title = Array.from({ length: 9 }, word).join(' ');
    const before = seed;
    put(id, title, n);
    // The double has the same abstract too.
    if (n % 200 === 0) {
      seed = before;
      put(`${id}x`, `${title} again`, n);
    }
  }
  await new Promise((resolve) => (writing.oncomplete = resolve));
  database.close();
}

/** Runs in the page: notes the longest task from now on. */
function watchTasks(): void {
  Reflect.set(globalThis, 'longestTask', 0);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      if (duration > (Reflect.get(globalThis, 'longestTask') as number))
        Reflect.set(globalThis, 'longestTask', duration);
  }).observe({ type: 'longtask' });
}
