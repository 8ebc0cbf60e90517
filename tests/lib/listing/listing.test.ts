// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeListing, type ListingSummary, type ShownRow } from '../../../lib/listing/listing';
import type { ListingReport, ListingState, PaperState } from '../../../lib/messages';
import { Refused, type send } from '../../../lib/send';
import type { PageAdapter } from '../../../lib/sites/adapter';

const DAY = new URL('https://example.org/list/day');
const WEEK = new URL('https://example.org/list/week');

/** A site whose rows are `p` elements: the text is the title, `data-abstract` the abstract. */
const site: PageAdapter = {
  matches: ['https://example.org/list/*'],
  row: 'p',
  listing: (url) => url.pathname,
  *read(page) {
    const anchors = [...page.querySelectorAll('p')];
    for (const anchor of anchors) {
      const title = anchor.textContent ?? '';
      const abstract = anchor.getAttribute('data-abstract') ?? undefined;
      const paper = { title, authors: [], ids: [`demo:${title}`], links: [] };
      yield { anchor, paper: abstract ? { ...paper, abstract } : paper };
    }
    const promised = Number(page.querySelector('main')?.getAttribute('data-promised'));
    return { rows: promised || anchors.length, abstracts: 0 };
  },
};

const stateOf = (title: string): PaperState => ({
  id: `id of ${title}`,
  saved: false,
  tags: [],
  isNew: true,
  firstSeenAt: 0,
  hasAbstract: false,
  askFill: true,
});

const answer = ({ rows }: Pick<ListingReport, 'rows'>): ListingState => ({
  papers: rows.map(({ title }) => stateOf(title)),
  active: true,
  bar: 'open',
  seenRows: 'show',
  savedRows: 'show',
  fill: 'ask',
  tags: [],
});

describe('the papers of one page', () => {
  let reports: ListingReport[];
  let screen: { rows: readonly ShownRow[]; summary?: ListingSummary };
  let worker: (report: ListingReport) => Promise<ListingState>;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] });
    reports = [];
    screen = { rows: [] };
    worker = (report) => Promise.resolve(answer(report));
  });
  afterEach(() => vi.useRealTimers());

  function page(...titles: string[]): void {
    document.body.replaceChildren(
      ...titles.map((title) => Object.assign(document.createElement('p'), { textContent: title })),
    );
  }

  function start(adapter = site) {
    const show = (rows: readonly ShownRow[], summary: ListingSummary) => {
      screen = { rows, summary };
    };
    const tell = (_name: string, report: ListingReport) => {
      reports.push(report);
      return worker(report);
    };
    return makeListing(adapter, document, show, tell as unknown as typeof send);
  }

  const titlesIn = ({ rows }: Pick<ListingReport, 'rows'>) => rows.map(({ title }) => title);
  const savedOnScreen = () => screen.rows.map(({ state }) => state?.saved);

  test('are reported once, and late ones by themselves', async () => {
    const listing = start();
    page('a', 'b');
    await listing.read(DAY);
    await listing.read(DAY);
    page('a', 'b', 'c');
    await listing.read(DAY);
    expect(reports.map(titlesIn)).toEqual([['a', 'b'], ['c']]);
    expect(screen.rows.map(({ state }) => state?.id)).toEqual(['id of a', 'id of b', 'id of c']);
  });

  test('are not reported again while the worker still looks', async () => {
    let reply = (_: ListingState) => {};
    worker = () => new Promise((resolve) => (reply = resolve));
    const listing = start();
    page('a');
    const first = listing.read(DAY);
    const second = listing.read(DAY);
    await vi.waitFor(() => expect(reports).toHaveLength(1));
    reply(answer(reports[0]!));
    await Promise.all([first, second]);
    expect(reports).toHaveLength(1);
  });

  test('are reported again once their abstract has come', async () => {
    const listing = start();
    page('a', 'b');
    await listing.read(DAY);
    document.querySelector('p')!.setAttribute('data-abstract', 'What it says.');
    await listing.read(DAY);
    expect(reports.map(titlesIn)).toEqual([['a', 'b'], ['a']]);
  });

  test('go to the worker the first screen first, then 250 at a time', async () => {
    const listing = start();
    page(...Array.from({ length: 501 }, (_, i) => String(i)));
    await listing.read(DAY);
    expect(reports.map(({ rows }) => rows.length)).toEqual([30, 250, 221]);
    expect(reports.every(({ found }) => found.rows === 501)).toBe(true);
  });

  test('are all reported again after a refusal', async () => {
    worker = () => Promise.reject(new Refused('The page has moved on.'));
    const listing = start();
    page('a');
    await expect(listing.read(DAY)).rejects.toThrow('moved on');
    worker = (report) => Promise.resolve(answer(report));
    await listing.read(DAY);
    expect(reports.map(titlesIn)).toEqual([['a'], ['a']]);
  });

  test('are not credited to the next address while they still stand there', async () => {
    const listing = start();
    page('a');
    await listing.read(DAY);
    expect(await listing.read(WEEK)).toBeGreaterThan(0);
    expect(screen.rows).toEqual([]);
    page('b');
    await listing.read(WEEK);
    expect(reports.map(({ url, rows }) => [url, rows[0]?.title])).toEqual([
      [DAY.href, 'a'],
      [WEEK.href, 'b'],
    ]);
  });

  test('are not credited to the next address where it names the paper itself', async () => {
    const onePaper: PageAdapter = {
      ...site,
      *read(page, url) {
        for (const { anchor, paper } of site.read(page, url))
          yield { anchor, paper: { ...paper, ids: [`demo:${url.pathname}`] } };
        return { rows: 1, abstracts: 0 };
      },
    };
    const listing = start(onePaper);
    page('a');
    await listing.read(DAY);
    expect(await listing.read(WEEK)).toBeGreaterThan(0);
    page('b');
    await listing.read(WEEK);
    expect(reports.map(({ url, rows }) => [url, rows[0]?.title])).toEqual([
      [DAY.href, 'a'],
      [WEEK.href, 'b'],
    ]);
  });

  test('are believed at the next address when they stay', async () => {
    const listing = start();
    page('a');
    await listing.read(DAY);
    const wait = await listing.read(WEEK);
    vi.advanceTimersByTime(wait!);
    expect(await listing.read(WEEK)).toBeUndefined();
    expect(reports.map(({ url }) => url)).toEqual([DAY.href, WEEK.href]);
  });

  test('stay where only the address of one and the same list changed', async () => {
    const listing = start();
    page('a');
    await listing.read(DAY);
    await listing.read(new URL(`${DAY.href}?skip=0`));
    expect(reports).toHaveLength(1);
    expect(screen.rows).toHaveLength(1);
  });

  test('are not looked for off the lists', async () => {
    const listing = start();
    page('a');
    await listing.read(new URL('https://example.org/help'));
    expect(reports).toEqual([]);
  });

  test('that are missing are reported once', async () => {
    const listing = start();
    page();
    document.body.append(document.createElement('main'));
    document.querySelector('main')!.setAttribute('data-promised', '30');
    await listing.read(DAY);
    await listing.read(DAY);
    expect(reports).toHaveLength(1);
    expect(screen.summary?.promised.rows).toBe(30);
    expect(screen.summary?.found.rows).toBe(0);
  });

  test('show an expected change at once, and the way back', async () => {
    const listing = start();
    page('a', 'b');
    await listing.read(DAY);
    const back = listing.expect('op', ['id of b'], (state) => ({ ...state, saved: true }));
    expect(savedOnScreen()).toEqual([false, true]);
    back();
    expect(savedOnScreen()).toEqual([false, false]);
  });

  test('keep what the reader did last on screen until the worker tells of it', async () => {
    const listing = start();
    page('a');
    await listing.read(DAY);
    const tag = (op: string, name: string) =>
      listing.expect(op, ['id of a'], (state) => ({
        ...state,
        tags: [...state.tags, { name, color: 0 }],
      }));
    const hear = (ops: string[], ...names: string[]) =>
      listing.hear({
        name: 'papersChanged',
        papers: [{ ...stateOf('a'), tags: names.map((name) => ({ name, color: 0 })) }],
        tags: [],
        ops,
      });
    const tagsOnScreen = () => screen.rows[0]?.state?.tags.map(({ name }) => name);
    tag('first', 'one');
    tag('second', 'two');
    hear([]);
    expect(tagsOnScreen()).toEqual(['one', 'two']);
    hear(['first'], 'one');
    expect(tagsOnScreen()).toEqual(['one', 'two']);
    hear(['second'], 'one', 'two');
    expect(tagsOnScreen()).toEqual(['one', 'two']);
    hear([], 'one');
    expect(tagsOnScreen()).toEqual(['one']);
  });

  test('hear what happened elsewhere, and of nothing that is not here', async () => {
    const listing = start();
    page('a', 'b');
    await listing.read(DAY);
    const tags = [{ name: 'far', color: 1 }];
    const papers = ['b', 'z'].map((title) => ({ ...stateOf(title), saved: true, tags }));
    listing.hear({ name: 'papersChanged', papers, tags, ops: [] });
    expect(savedOnScreen()).toEqual([false, true]);
    expect(listing.tags()).toEqual(tags);
    expect(screen.rows[1]?.state?.isNew).toBe(false);
  });
});
