import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arxivAtom } from '../fixtures/answers/arxiv-atom';
import { arxivRecent } from '../fixtures/pages/arxiv';
import { inventPapers } from '../fixtures/pages/invented-papers';
import {
  bareExtensionPage,
  launch,
  readDatabase,
  reset,
  until,
  type Answer,
  type Chrome,
  type Session,
  tell,
} from './browser';

declare const chrome: Chrome;

const LISTING = 'https://arxiv.org/list/cs.LG/recent';
const API = 'export.arxiv.org';
const papers = inventPapers(30);

describe('abstracts a page does not show', () => {
  let session: Session;
  let answers: ((ids: string[]) => Answer | undefined)[];

  beforeAll(async () => {
    session = await launch();
    session.network.serve(LISTING, arxivRecent(papers));
    session.network.serveHost(API, ({ path }) => {
      const ids = new URL(path, `https://${API}`).searchParams.get('id_list')!.split(',');
      return (answers.shift() ?? known)(ids);
    });
  });
  afterAll(() => session?.close());
  beforeEach(async () => {
    answers = [];
    await reset(session);
  });

  const known = (ids: string[]) => arxivAtom(papers.filter(({ id }) => ids.includes(id)));
  const asked = () => session.network.requests.filter(({ host }) => host === API);
  const stored = () => readDatabase(session);
  const idsAsked = (path: string) =>
    new URL(path, `https://${API}`).searchParams.get('id_list')!.split(',');

  const say = (name: string, payload: unknown) => tell(session, name, payload);

  async function openListing(): Promise<string[]> {
    await session.open(LISTING);
    const { papers: rows } = await until(
      'thirty papers',
      stored,
      (tables) => tables.papers.length === 30,
    );
    return rows.map(({ id }) => id);
  }

  const answer = (given: string, paperIds: string[]) =>
    say('answerFill', { answer: given, paperIds });
  const abstracts = async () => (await stored()).papers.filter((paper) => paper.abstract).length;
  const filled = (n: number) =>
    until(`${n} abstracts`, abstracts, (count) => count === n, { timeoutMs: 15_000 });

  it('are fetched after "Once", all in one request, and none before', async () => {
    const paperIds = await openListing();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(session.network.hosts()).toEqual(['arxiv.org']);
    expect(await abstracts()).toBe(0);

    expect(await answer('once', paperIds)).toMatchObject({ ok: true, value: { waiting: 30 } });
    await filled(30);
    expect(asked()).toHaveLength(1);
    expect(session.network.hosts()).toEqual(['arxiv.org', API]);
    const { papers: rows, fills, requests, sightings } = await stored();
    for (const { id, title, authors, abstract } of papers)
      expect(rows.find(({ ids }) => ids.includes(`arxiv:${id}`))).toMatchObject({
        title,
        authors,
        abstract,
        abstractFrom: 'arxiv-api',
        publishedAt: '2025-11-20',
      });
    expect(fills).toEqual([]);
    expect(sightings).toHaveLength(30);
    expect(requests).toMatchObject([{ host: API, why: 'fill-abstracts', result: '200' }]);
  });

  it('are asked for again after a 429, later and once', async () => {
    const paperIds = await openListing();
    answers = [() => ({ status: 429, headers: { 'retry-after': '1' } })];
    await answer('once', paperIds);
    await until('the refusal', stored, ({ requests }) => requests[0]?.result === '429');
    const worker = await session.worker();
    expect(await worker.evaluate(() => chrome.alarms.get('fill-abstracts'))).toBeTruthy();
    // At least half of the first 15 s, whatever the server said: it is met on the way.
    await until('the abstracts', abstracts, (count) => count === 30, { timeoutMs: 20_000 });
    const [first, second] = asked();
    expect(asked()).toHaveLength(2);
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(7_500);
    expect((await stored()).requests.map(({ result }) => result)).toEqual(['429', '200']);
  });

  it('that arXiv does not know are remembered as missing and not asked for again', async () => {
    const paperIds = await openListing();
    const unknown = papers[7]!.id;
    answers = [(ids) => known(ids.filter((id) => id !== unknown))];
    await answer('once', paperIds);
    await filled(29);
    const { fills } = await until('the missing one', stored, ({ fills }) => fills.length === 1);
    expect(fills).toMatchObject([{ key: `arxiv:${unknown}`, state: 'missing' }]);
    expect(await answer('once', paperIds)).toMatchObject({ value: { waiting: 0 } });
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    expect(asked()).toHaveLength(1);
  });

  it('go on where they were when the worker was stopped between two requests', async () => {
    const paperIds = await openListing();
    // 400 makes the batch half as large: several requests for thirty papers.
    answers = [() => ({ status: 400 })];
    await answer('once', paperIds);
    await filled(15);
    await session.stopWorker();
    const before = asked().length;
    const page = await bareExtensionPage(session);
    const alarm = await page.evaluate(() => chrome.alarms.get('fill-abstracts'));
    expect(alarm).toBeTruthy();
    // The alarm comes after a minute; here it is set to come now, and wakes the worker.
    await page.evaluate(() => chrome.alarms.create('fill-abstracts', { when: Date.now() + 100 }));
    await filled(30);
    const times = asked().map(({ at }) => at);
    expect(times.length).toBeGreaterThan(before);
    times.slice(1).forEach((at, i) => expect(at - times[i]!).toBeGreaterThanOrEqual(2_950));
    const twice = asked()
      .slice(1)
      .flatMap(({ path }) => idsAsked(path));
    expect(new Set(twice).size).toBe(twice.length);
    await until(
      'the alarm to go',
      () => page.evaluate(() => chrome.alarms.get('fill-abstracts')),
      (left) => !left,
    );
  });

  it('are fetched without asking on later listings after "Always", and never after "Never"', async () => {
    await answer('never', []);
    await openListing();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(asked()).toEqual([]);
    await answer('always', []);
    await session.open(LISTING);
    await filled(30);
    expect(asked()).toHaveLength(1);
  });
});
