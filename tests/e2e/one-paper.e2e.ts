import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arxivAbs, arxivNew, arxivRecent, arxivSearch } from '../fixtures/pages/arxiv';
import { huggingFaceDay } from '../fixtures/pages/hugging-face';
import { inventPapers, type InventedPaper } from '../fixtures/pages/invented-papers';
import { launch, readDatabase, reset, untilUnchanged, type Session } from './browser';

const papers = inventPapers(5);
const [paper] = papers as [InventedPaper];

const places = {
  'https://huggingface.co/papers/date/2025-11-21': huggingFaceDay(papers),
  'https://arxiv.org/list/cs.LG/new': arxivNew(papers),
  'https://arxiv.org/list/cs.LG/recent': arxivRecent(papers),
  'https://arxiv.org/search/?query=lanterns&searchtype=all': arxivSearch(papers),
  [`https://arxiv.org/abs/${paper.id}v2`]: arxivAbs(paper),
};

describe('one paper met in many places', () => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
    for (const [url, html] of Object.entries(places)) session.network.serve(url, html);
  });
  afterAll(() => session?.close());
  beforeEach(() => reset(session));

  const orders = [Object.keys(places), Object.keys(places).reverse()];
  it.each(orders)('is one record with all its links, first met at %s', async (...urls) => {
    for (const url of urls) {
      await session.open(url);
      await untilUnchanged(() => readDatabase(session), { quietMs: 300 });
    }
    const stored = await readDatabase(session);
    expect(stored.papers).toHaveLength(papers.length);
    const one = stored.papers.find(({ ids }) => ids.includes(`arxiv:${paper.id}`))!;
    expect(one).toMatchObject({
      title: paper.title,
      authors: paper.authors,
      abstract: paper.abstract,
    });
    expect(one.links.map((link) => link.href)).toEqual(
      expect.arrayContaining([
        `https://arxiv.org/abs/${paper.id}`,
        `https://arxiv.org/pdf/${paper.id}`,
        `https://huggingface.co/papers/${paper.id}`,
      ]),
    );
    const seen = stored.sightings.filter(({ paperId }) => paperId === one.id);
    expect(seen).toHaveLength(urls.length);
  });

  it('stays two where two papers share a title', async () => {
    const twin = {
      ...paper,
      id: '2511.09999',
      abstract: papers[1]!.abstract,
      authors: ['Zoë Other'],
    };
    session.network.serve('https://arxiv.org/list/cs.CL/new', arxivNew([paper, twin]));
    await session.open('https://arxiv.org/list/cs.CL/new');
    const stored = await untilUnchanged(() => readDatabase(session), { quietMs: 300 });
    expect(stored.papers.map(({ title }) => title)).toEqual([paper.title, paper.title]);
  });

  it('stays apart in every script, and with a Greek letter more', async () => {
    const titles = [
      '基于稀疏灯笼的潮汐海藻森林无标签识别方法研究',
      '基于折叠注意力的冰川声音景观夜间识别方法研究',
      'Разрежённые фонари для приливных лесов водорослей без разметки',
      'Терпеливая выборка для звуковых ландшафтов ледников ночью',
      'فوانيس متفرقة لغابات عشب البحر المدية دون تسميات',
      'عينات صبورة للمناظر الصوتية الجليدية في الليل',
      'VAE',
      'β-VAE',
    ];
    const rows = titles.map((title, i) => ({ ...papers[i % 5]!, title, id: `2510.0000${i + 1}` }));
    session.network.serve('https://arxiv.org/list/cs.AI/new', arxivNew(rows));
    await session.open('https://arxiv.org/list/cs.AI/new');
    const stored = await untilUnchanged(() => readDatabase(session), { quietMs: 300 });
    expect(stored.papers.map(({ title }) => title).sort()).toEqual([...titles].sort());
  });
});
