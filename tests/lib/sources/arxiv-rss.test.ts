import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arxivRss } from '../../../lib/sources/arxiv-rss';
import type { SourcePaper } from '../../../lib/sources/source';
import { announcementFeed, arxivAnnouncements } from '../../fixtures/answers/arxiv-rss';
import { CHALLENGE, PAGE } from '../../fixtures/answers/not-an-answer';
import { inventPapers } from '../../fixtures/pages/invented-papers';
import { describeWithShared, sharedFolder } from '../../shared-folder';

const now = Date.UTC(2025, 10, 21, 9);
const url = 'https://rss.arxiv.org/atom/cs.LG';
const papers = inventPapers(4);

const read = (body: string) => arxivRss.read(body, url, now);

function papersOf(body: string): SourcePaper[] {
  const answer = read(body);
  if (!answer.ok) throw new Error(answer.why);
  return answer.papers;
}

describe('requests', () => {
  const asked = (categories: string[]) => arxivRss.requests({ categories }, now);

  it('asks for all categories at once', () => {
    expect(asked(['cs.LG', 'cond-mat.mtrl-sci', 'math', 'physics.optics', 'q-bio.NC'])).toEqual([
      {
        url: 'https://rss.arxiv.org/atom/cs.LG+cond-mat.mtrl-sci+math+physics.optics+q-bio.NC',
        accept: 'application/atom+xml',
      },
    ]);
  });

  it('asks nothing when nothing is followed', () => {
    expect(asked([])).toEqual([]);
  });

  it.each(['', 'cs.lg', 'CS.LG', 'cs.LG+cs.CL', '../x', 'cs.LG?x=1', 'cs LG', ' cs.LG', 'cs.LG\n'])(
    'asks nothing for %o',
    (category) => {
      expect(asked([category])).toEqual([]);
    },
  );

  it('asks for a category once, and for at most fifty', () => {
    expect(asked(['cs.LG', 'cs.LG', 'cs.lg'])[0]!.url).toBe(url);
    const letters = [...'ABCDEFGHIJ'];
    const many = letters.flatMap((a) => letters.map((b) => `cs.${a}${b}`));
    expect(asked(many)[0]!.url.split('+')).toHaveLength(50);
  });
});

describe('read', () => {
  it('gives each paper with how it was announced, and the day where that is its own', () => {
    const types = ['new', 'cross', 'replace', 'replace-cross'];
    const announcements = ['new', 'cross', 'replacement', 'replacement'];
    expect(read(arxivAnnouncements(papers, types))).toEqual({
      ok: true,
      dropped: 0,
      papers: papers.map(({ id, title, authors, abstract }, i) => ({
        paper: {
          title,
          authors,
          abstract,
          ids: [`arxiv:${id}`],
          links: [
            { rel: 'page', href: `https://arxiv.org/abs/${id}` },
            { rel: 'pdf', href: `https://arxiv.org/pdf/${id}` },
          ],
          version: i + 1,
          categories: ['cs.LG'],
          announcement: announcements[i],
          ...(i === 0 && { publishedAt: '2025-11-21' }),
        },
      })),
    });
  });

  it('takes a feed without entries, as on a weekend, for an empty answer', () => {
    expect(read(announcementFeed('cs.LG updates on arXiv.org'))).toEqual({
      ok: true,
      papers: [],
      dropped: 0,
    });
  });

  it('leaves out an announcement of an unknown type, and keeps the paper', () => {
    const [{ paper }] = papersOf(arxivAnnouncements(papers, ['absonly'])) as [SourcePaper];
    expect(paper).not.toHaveProperty('announcement');
    expect(paper.abstract).toBe(papers[0]!.abstract);
  });

  it('takes a paper without an abstract', () => {
    const [{ paper }] = papersOf(arxivAnnouncements([{ ...papers[0]!, abstract: '' }])) as [
      SourcePaper,
    ];
    expect(paper).not.toHaveProperty('abstract');
  });

  it('splits the names, not the affiliations', () => {
    const creators = [
      'Ada Brun (Institute of Kites (IK), Lyon)',
      'Bo Chen (1)',
      'The LANTERN Collaboration',
    ];
    const [{ paper }] = papersOf(arxivAnnouncements([{ ...papers[0]!, authors: creators }])) as [
      SourcePaper,
    ];
    expect(paper.authors).toEqual(['Ada Brun', 'Bo Chen', 'The LANTERN Collaboration']);
  });

  it('keeps DOI and journal', () => {
    const told =
      '<arxiv:DOI>10.1234/Kites.5</arxiv:DOI><arxiv:journal_reference>J. Kites 5 (2025)</arxiv:journal_reference></entry>';
    const body = arxivAnnouncements(papers.slice(0, 1)).replace('</entry>', told);
    expect(papersOf(body)[0]!.paper).toMatchObject({
      ids: ['arxiv:2511.00001', 'doi:10.1234/Kites.5'],
      venue: 'J. Kites 5 (2025)',
    });
  });

  it('gives the categories that are arXiv’s, in its order', () => {
    const said = [['cs.CL', 'cs.CY', '68T50', 'cs.CL'], ['quant-ph'], ['I.2.6'], []];
    const told = papersOf(arxivAnnouncements(papers, ['new'], said));
    expect(told.map(({ paper }) => paper.categories)).toEqual([
      ['cs.CL', 'cs.CY'],
      ['quant-ph'],
      undefined,
      undefined,
    ]);
  });

  it('reads the same from RSS', () => {
    const item = `<item><title>Kites at Dusk</title><guid>oai:arXiv.org:2511.00009v1</guid>
      <category>stat.ME</category><category> stat.AP
      </category><category>62P10</category><category/></item>`;
    const [{ paper }] = papersOf(
      `<rss version="2.0"><channel><title>stat</title>${item}</channel></rss>`,
    ) as [SourcePaper];
    expect(paper).toMatchObject({ title: 'Kites at Dusk', categories: ['stat.ME', 'stat.AP'] });
  });

  it('makes one of two entries of one paper: the first counts', () => {
    const [paper] = papers;
    const twice = papersOf(arxivAnnouncements([paper!, paper!], ['new', 'cross']));
    expect(twice.map(({ paper }) => paper.announcement)).toEqual(['new']);
  });

  it('drops and counts what is no paper', () => {
    const body = arxivAnnouncements(papers)
      .replace('oai:arXiv.org:2511.00001v1', 'oai:arXiv.org:what')
      .replace(/<title>(?:(?!<title>)[\s\S])*?Study 2<\/title>/, '<title> </title>');
    expect(read(body)).toMatchObject({ ok: true, dropped: 2, papers: [{}, {}] });
  });

  it.each([
    ['a page', PAGE, 'html'],
    ['a bot check', CHALLENGE, 'html'],
    ['a page in XML', '<?xml version="1.0"?><html><body>Busy</body></html>', 'html'],
    ['an error', announcementFeed('Feed error for query: cs.XX'), 'error-body'],
    ['nothing', '', 'cut'],
    ['half a feed', arxivAnnouncements(papers).slice(0, 900), 'cut'],
    ['words', 'Rate exceeded.', 'not-understood'],
    ['JSON', '[]', 'not-understood'],
    ['other XML', '<Error><Code>Slow</Code></Error>', 'not-understood'],
    [
      'entries of another shape',
      announcementFeed('x', '<entry><id>7</id></entry>'),
      'not-understood',
    ],
  ])('tells %s', (_, body, why) => {
    expect(read(body)).toEqual({ ok: false, why });
  });

  it('reads no more than two thousand entries', () => {
    const body = arxivAnnouncements(inventPapers(2_100));
    expect(papersOf(body)).toHaveLength(2_000);
  });

  it('never throws, whatever it is given', () => {
    const pieces = fc.constantFrom(
      '<feed>',
      '</feed>',
      '<entry>',
      '</entry>',
      '<id>',
      '</id>',
      'x',
    );
    fc.assert(fc.property(fc.string(), answers));
    fc.assert(fc.property(fc.json(), answers));
    fc.assert(fc.property(fc.array(pieces), (all) => answers(all.join(''))));
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inner = text.replace(/[<&\0-\x1f]/g, '');
        const field = (name: string) => `<${name}>${inner}</${name}>`;
        answers(announcementFeed('x', `<entry>${field('id')}${field('title')}</entry>`));
      }),
    );
  });

  it.each([100, 500, 1_000, 1_500, 2_000, 2_500, 3_000, 5_000, 100_000])(
    'does not fall over a title nested %i deep',
    (depth) => {
      const title = `<title>${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</title>`;
      answers(announcementFeed('x', `<entry><id>oai:arXiv.org:2511.00001v1</id>${title}</entry>`));
    },
  );
});

function answers(body: string): void {
  expect(typeof read(body).ok).toBe('boolean');
}

describeWithShared('the saved feed', () => {
  it('rss_2026-09-24_excerpt.xml has three papers, each announced in its own way', () => {
    const name = join(sharedFolder, 'pages/arxiv/rss_2026-09-24_excerpt.xml');
    const answer = read(readFileSync(name, 'utf8'));
    if (!answer.ok) throw new Error(answer.why);
    expect(answer.dropped).toBe(0);
    expect(answer.papers.map(({ paper }) => paper)).toMatchObject([
      {
        title: 'The Drift Contract: Spectral Updates for Depth-Robust Local Learning',
        ids: ['arxiv:2609.26811'],
        authors: ['Fabien Polly'],
        announcement: 'new',
        publishedAt: '2026-09-24',
        version: 1,
        categories: ['cs.LG'],
      },
      {
        ids: ['arxiv:2205.06398', 'doi:10.1093/bioinformatics/btac431'],
        authors: ['Pritam Dey', 'Zhengwu Zhang', 'David B. Dunson'],
        announcement: 'cross',
        version: 2,
        categories: ['stat.ME', 'stat.AP', 'stat.ML'],
      },
      {
        ids: ['arxiv:2009.13987'],
        abstract:
          'We introduce a class of random polytopes which simultaneously generalizes several known constructions.',
        announcement: 'replacement',
        version: 3,
        categories: ['cs.LG', 'math.MG', 'stat.ML'],
      },
    ]);
    expect(answer.papers[1]!.paper).not.toHaveProperty('publishedAt');
  });
});
