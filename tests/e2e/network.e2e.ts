import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arxivAtom } from '../fixtures/answers/arxiv-atom';
import { arxivAbs, arxivNew, arxivRecent } from '../fixtures/pages/arxiv';
import { huggingFaceDay } from '../fixtures/pages/hugging-face';
import { inventPapers } from '../fixtures/pages/invented-papers';
import { accessibleNodes, launch, press, readDatabase, until, type Session } from './browser';

const papers = inventPapers(12);
const API = 'export.arxiv.org';
const RECENT = 'https://arxiv.org/list/cs.LG/recent';

const visited: Record<string, string> = {
  'https://huggingface.co/papers': huggingFaceDay(papers),
  'https://arxiv.org/list/cs.LG/new': arxivNew(papers.slice(0, 6)),
  [`https://arxiv.org/abs/${papers[0]!.id}`]: arxivAbs(papers[0]!),
  [RECENT]: arxivRecent(inventPapers(20)),
};

const ownPages = [
  'popup.html',
  'digest.html',
  'library.html',
  'options.html',
  'welcome.html',
  'sidepanel.html',
];

describe('the network log of a whole run', () => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
    for (const [url, html] of Object.entries(visited)) session.network.serve(url, html);
    session.network.serveHost(API, ({ path }) => {
      const ids = new URL(path, `https://${API}`).searchParams.get('id_list')!.split(',');
      return arxivAtom(inventPapers(20).filter(({ id }) => ids.includes(id)));
    });
  });
  afterAll(() => session?.close());

  const asked = () =>
    session.network.requests
      .filter(({ host }) => session.network.hosts().includes(host))
      .map(({ host, path }) => `https://${host}${path}`)
      .filter((url) => !url.endsWith('/favicon.ico'));

  it('names only the pages that were opened, until the reader agrees to more', async () => {
    for (const url of Object.keys(visited)) {
      const page = await session.open(url);
      await until(
        'a control',
        () => page.locator('[data-offprint]').count(),
        (n) => n > 0,
      );
    }
    const [page] = session.context.pages().filter((tab) => tab.url().includes('huggingface'));
    await page!.bringToFront();
    await press(page!, 'button', /^Save(?! all)/);
    await until(
      'a saved paper',
      () => readDatabase(session),
      ({ library }) => library.length === 1,
    );
    for (const path of ownPages) await session.openExtension(path);
    await session.stopWorker();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(session.network.hosts()).toEqual(['arxiv.org', 'huggingface.co']);
    expect([...new Set(asked())].filter((url) => !(url in visited))).toEqual([]);
  });

  it('then names the one host agreed to, and settings list what it was asked', async () => {
    const page = session.context.pages().find((tab) => tab.url() === RECENT)!;
    await page.bringToFront();
    await until(
      'the question about abstracts',
      () => accessibleNodes(page, 'button'),
      (buttons) => buttons.some(({ name }) => /^Once/.test(name)),
    );
    await press(page, 'button', /^Once/);
    const { requests } = await until(
      'a request in the log',
      () => readDatabase(session),
      (stored) => stored.requests.length > 0,
      { timeoutMs: 15_000 },
    );
    expect(session.network.hosts()).toEqual(['arxiv.org', API, 'huggingface.co']);
    expect(new Set(requests.map(({ host }) => host))).toEqual(new Set([API]));
  });
});
