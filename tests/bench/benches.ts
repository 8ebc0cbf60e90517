import type { Page } from 'playwright-core';
import { arxivNew } from '../fixtures/pages/arxiv';
import { huggingFaceDay } from '../fixtures/pages/hugging-face';
import { exportBackup, importBackup } from './backup';
import { benchPapers } from './papers';
import { polledDay } from './polled-days';
import { contentScriptBytes, contentScriptTime } from './script-time';
import { searchWhileTyping, slowestKey } from './search-in-extension';
import { markedAt, savedPaper, savedPapers, tell, type World } from './world';
import { writtenBy } from './written';

/** One figure: how it is taken, once, in a browser whose library holds `papers`. */
export interface Bench {
  name: string;
  unit: 'ms' | 'bytes' | 'rows' | 'MB' | 'requests' | 'frames';
  papers: number;
  /** What design.md allows, where it says so. */
  ceiling?: number;
  run(world: World, n: number): Promise<number>;
}

const LIST = 'https://arxiv.org/list/cs.LG/new';
const ELSEWHERE = ['https://example.org/', 'https://huggingface.co/models', 'https://arxiv.org/'];
const LARGE = 10_000;

// Every row of the list, and the rows of the first screen; since the load event, and since the
// document was parsed, which no picture of the page delays.
const SHOWN = [
  ['shown.200', 'offprint:shown', 'loadEventStart'],
  ['shown.200.parsed', 'offprint:shown', 'domContentLoadedEventEnd'],
  ['shown.200.screen', 'bench:screen', 'loadEventStart'],
  ['shown.200.screen.parsed', 'bench:screen', 'domContentLoadedEventEnd'],
] as const;

export const benches: readonly Bench[] = [
  {
    name: 'content.bytes',
    unit: 'bytes',
    papers: 0,
    ceiling: 30_000,
    async run({ session }) {
      const papers = benchPapers(60);
      const day = 'https://huggingface.co/papers/date/2026-08-21';
      session.network.serve(day, huggingFaceDay(papers));
      session.network.serve(LIST, arxivNew(papers));
      const onDay = await inNewTab(session, (page) => bytesOf(page, day));
      return Math.max(onDay, await inNewTab(session, (page) => bytesOf(page, LIST)));
    },
  },
  {
    name: 'content.bytes.elsewhere',
    unit: 'bytes',
    papers: 0,
    ceiling: 0,
    async run({ session }) {
      let bytes = 0;
      for (const url of ELSEWHERE) {
        session.network.serve(url, '<!doctype html><title>Elsewhere</title><p>Nothing here.</p>');
        bytes += await inNewTab(session, (page) =>
          contentScriptBytes(page, async () => {
            await page.goto(url);
            await page.waitForTimeout(200);
          }),
        );
      }
      return bytes;
    },
  },
  ...[60, 200, 1000].map((rows): Bench => ({
    name: `read.${rows}`,
    unit: 'ms',
    papers: 0,
    ...(rows === 200 ? {} : { ceiling: rows === 60 ? 10 : 100 }),
    run: ({ session }, n) =>
      inNewTab(session, async (page) => {
        await openList(page, session, rows, n);
        return sum(await measuresOf(page, ['offprint:read', 'offprint:decorate']));
      }),
  })),
  {
    name: 'read.1000.longest',
    unit: 'ms',
    papers: 0,
    ceiling: 50,
    run: ({ session }, n) =>
      inNewTab(session, async (page) => {
        await openList(page, session, 1000, n + 50);
        return Math.max(...(await measuresOf(page, ['offprint:read', 'offprint:decorate'])));
      }),
  },
  ...[60, 1000].map((rows): Bench => ({
    // Everything our script does in the page, messages and the bar too, as the profiler samples it.
    name: `script.${rows}`,
    unit: 'ms',
    papers: 0,
    run: ({ session }, n) =>
      inNewTab(session, async (page) => {
        // A neighbour of the same site first, so that the profile and the list share a process.
        session.network.serve('https://arxiv.org/', '<!doctype html><title>arXiv</title>');
        await page.goto('https://arxiv.org/');
        return contentScriptTime(page, () => openList(page, session, rows, n + 90));
      }),
  })),
  ...SHOWN.map(([name, mark, since], round): Bench => ({
    name,
    unit: 'ms',
    papers: 0,
    ...(since === 'loadEventStart' ? { ceiling: 150 } : {}),
    run: ({ session }, n) =>
      inNewTab(session, async (page) => {
        session.network.serve(LIST, arxivNew(benchPapers(200, (n + round * 20) * 200)));
        await page.addInitScript(markFirstScreen);
        await page.goto(LIST);
        return (await markedAt(page, mark)) - (await momentOf(page, since));
      }),
  })),
  {
    // A day's polls and its digest: all that the worker does, idle moments left out.
    name: 'poll.day',
    unit: 'ms',
    papers: 0,
    ceiling: 300,
    run: async ({ session }) => (await polledDay(session)).ms,
  },
  {
    name: 'poll.day.requests',
    unit: 'requests',
    papers: 0,
    run: async ({ session }) => (await polledDay(session)).requests,
  },
  {
    name: 'poll.day.bytes',
    unit: 'bytes',
    papers: 0,
    run: async ({ session }) => (await polledDay(session)).bytes,
  },
  ...[100, 1000, LARGE].map((papers): Bench => ({
    name: `popup.${papers}`,
    unit: 'ms',
    papers,
    ...(papers === LARGE ? { ceiling: 120 } : {}),
    run: ({ session }) => inNewTab(session, (page) => popupReady(page, session.extensionId)),
  })),
  {
    name: `popup.cold.${LARGE}`,
    unit: 'ms',
    papers: LARGE,
    ceiling: 200,
    async run(world) {
      await world.restart();
      const { session } = world;
      return inNewTab(session, (page) => popupReady(page, session.extensionId));
    },
  },
  {
    name: `library.${LARGE}`,
    unit: 'ms',
    papers: LARGE,
    run: ({ session }) =>
      inNewTab(session, async (page) => {
        await page.goto(`chrome-extension://${session.extensionId}/library.html`);
        return markedAt(page, 'offprint:usable');
      }),
  },
  {
    // From the navigation to the first lines of what is found.
    name: `search.first.${LARGE}`,
    unit: 'ms',
    papers: LARGE,
    ceiling: 150,
    run: ({ session }) =>
      inNewTab(session, async (page) => {
        const query = encodeURIComponent('diffusion video');
        await page.goto(`chrome-extension://${session.extensionId}/library.html#/list?q=${query}`);
        return markedAt(page, 'offprint:usable');
      }),
  },
  {
    // A key at a time, from the key to the lines of what is found: the slowest of twenty.
    name: `search.key.${LARGE}`,
    unit: 'ms',
    papers: LARGE,
    run: ({ session }) => inNewTab(session, (page) => slowestKey(page, session.extensionId)),
  },
  {
    name: `search.${LARGE}`,
    unit: 'ms',
    papers: LARGE,
    ceiling: 16,
    run: ({ session }) => searchWhileTyping(session),
  },
  {
    name: `tag.${LARGE}`,
    unit: 'ms',
    papers: LARGE,
    ceiling: 10,
    run: async (world, n) => (await tagOne(world, n)).ms,
  },
  {
    name: `tag.${LARGE}.rows`,
    unit: 'rows',
    papers: LARGE,
    ceiling: 2,
    run: async (world, n) => (await writtenBy(world.session, () => tagOne(world, n + 100))).rows,
  },
  {
    name: `tag.${LARGE}.bytes`,
    unit: 'bytes',
    papers: LARGE,
    ceiling: 5_000,
    run: async (world, n) => (await writtenBy(world.session, () => tagOne(world, n + 200))).bytes,
  },
  {
    // A thousand papers in one act, and the one undo that takes it back.
    name: `tag.1000of${LARGE}`,
    unit: 'ms',
    papers: LARGE,
    ceiling: 1_000,
    run: (world, n) => tagMany(world, n),
  },
  {
    // Of two seconds of scrolling through the list: pauses of the screen longer than two frames.
    name: `scroll.${LARGE}.late`,
    unit: 'frames',
    papers: LARGE,
    run: ({ session }) => inNewTab(session, (page) => lateFrames(page, session.extensionId)),
  },
  {
    name: `delete.${LARGE}`,
    unit: 'ms',
    papers: LARGE,
    async run(world, n) {
      const paperIds = [await savedPaper(world.session, n + 300)];
      const { ms } = await tell(world.session, 'unsavePapers', {
        op: crypto.randomUUID(),
        paperIds,
      });
      return ms;
    },
  },
  {
    name: `heap.${LARGE}`,
    unit: 'MB',
    papers: LARGE,
    run: ({ session }) =>
      inNewTab(session, async (page) => {
        await popupReady(page, session.extensionId);
        const devtools = await page.context().newCDPSession(page);
        await devtools.send('HeapProfiler.collectGarbage');
        const { usedSize } = await devtools.send('Runtime.getHeapUsage');
        return usedSize / 1e6;
      }),
  },
  {
    name: `backup.export.${LARGE}`,
    unit: 'ms',
    papers: LARGE,
    ceiling: 1_000,
    run: async ({ session }) => (await exportBackup(session)).ms,
  },
  {
    name: `backup.import.${LARGE}`,
    unit: 'ms',
    papers: LARGE,
    ceiling: 3_000,
    run: ({ session }) => importBackup(session),
  },
];

async function inNewTab<T>(
  { context }: World['session'],
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await context.newPage();
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

function bytesOf(page: Page, url: string): Promise<number> {
  return contentScriptBytes(page, async () => {
    await page.goto(url);
    await markedAt(page, 'offprint:shown');
  });
}

async function popupReady(page: Page, extensionId: string): Promise<number> {
  await page.setViewportSize({ width: 380, height: 600 });
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  return markedAt(page, 'offprint:usable');
}

// A tag that is there already, so that the figure is one of tagging and not of making a tag.
async function tagOne(world: World, n: number): Promise<{ ms: number }> {
  const paperIds = [await savedPaper(world.session, n)];
  const edit = { op: crypto.randomUUID(), paperIds, add: ['bench'], remove: [] };
  return tell(world.session, 'tagPapers', edit);
}

async function tagMany({ session }: World, n: number): Promise<number> {
  const ids = await savedPapers(session, 1_000);
  const op = crypto.randomUUID();
  const { ms } = await tell(session, 'tagPapers', {
    op,
    paperIds: ids,
    add: [`m${n}`],
    remove: [],
  });
  await tell(session, 'undo', { op: crypto.randomUUID(), group: op });
  return ms;
}

async function lateFrames(page: Page, extensionId: string): Promise<number> {
  await page.goto(`chrome-extension://${extensionId}/library.html`);
  await markedAt(page, 'offprint:usable');
  await page.waitForTimeout(1_000);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const list = document.getElementById('papers')!;
        const end = performance.now() + 2_000;
        let late = 0;
        let last = performance.now();
        const step = () => {
          const now = performance.now();
          if (now - last > 34) late++;
          last = now;
          list.scrollTop += 40;
          if (now < end) requestAnimationFrame(step);
          else resolve(late);
        };
        requestAnimationFrame(step);
      }),
  );
}

async function openList(page: Page, session: World['session'], rows: number, n: number) {
  session.network.serve(LIST, arxivNew(benchPapers(rows, n * rows)));
  await page.goto(LIST);
  await markedAt(page, 'offprint:shown');
  await page.waitForTimeout(300);
}

async function measuresOf(page: Page, names: readonly string[]): Promise<number[]> {
  return page.evaluate(
    (wanted) =>
      performance
        .getEntriesByType('measure')
        .filter(({ name }) => wanted.includes(name))
        .map(({ duration }) => duration),
    names,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function momentOf(page: Page, moment: (typeof SHOWN)[number][2]): Promise<number> {
  return page.evaluate((name) => {
    const [navigation] = performance.getEntriesByType('navigation');
    return (navigation as PerformanceNavigationTiming)[name];
  }, moment);
}

function markFirstScreen(): void {
  const isBeside = (title: Element) => title.querySelector('[data-offprint]') !== null;
  new MutationObserver((_, observer) => {
    const titles = [...document.querySelectorAll('.list-title')];
    const onScreen = titles.filter((title) => title.getBoundingClientRect().top < innerHeight);
    if (onScreen.length === 0 || !onScreen.every(isBeside)) return;
    observer.disconnect();
    performance.mark('bench:screen');
  }).observe(document, { childList: true, subtree: true });
}
