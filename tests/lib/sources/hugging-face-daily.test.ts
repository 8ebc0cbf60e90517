import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { huggingFaceDaily } from '../../../lib/sources/hugging-face-daily';
import type { SourcePaper } from '../../../lib/sources/source';
import { dailyItem } from '../../fixtures/answers/hugging-face-daily';
import { CHALLENGE, PAGE } from '../../fixtures/answers/not-an-answer';
import { inventPapers } from '../../fixtures/pages/invented-papers';
import { describeWithShared, sharedFolder } from '../../shared-folder';

const now = Date.UTC(2025, 10, 21, 9, 30);
const url = 'https://huggingface.co/api/daily_papers?date=2025-11-21&limit=100';
const [first, second, third] = inventPapers(3) as [Invented, Invented, Invented];
type Invented = ReturnType<typeof inventPapers>[number];

const read = (items: unknown, at = url) => huggingFaceDaily.read(JSON.stringify(items), at, now);

function papersOf(items: unknown): SourcePaper[] {
  const answer = read(items);
  if (!answer.ok) throw new Error(answer.why);
  return answer.papers;
}

const only = (items: unknown) => papersOf(items)[0]!.paper;

describe('requests', () => {
  it('asks for today, the two days before and what is trending, in that order', () => {
    expect(huggingFaceDaily.requests({ categories: [] }, Date.UTC(2026, 2, 1, 0, 5))).toEqual(
      ['date=2026-03-01', 'date=2026-02-28', 'date=2026-02-27', 'sort=trending'].map((list) => ({
        url: `https://huggingface.co/api/daily_papers?${list}&limit=100`,
        accept: 'application/json',
      })),
    );
  });
});

describe('read', () => {
  it('gives each paper with its counters and when they began', () => {
    expect(read([dailyItem(first, { projectPage: 'https://lab.example/x' })])).toEqual({
      ok: true,
      dropped: 0,
      papers: [
        {
          startedAt: Date.UTC(2025, 10, 21),
          paper: {
            title: first.title,
            authors: first.authors,
            abstract: first.abstract,
            ids: ['arxiv:2511.00001'],
            links: [
              { rel: 'page', href: 'https://arxiv.org/abs/2511.00001' },
              { rel: 'pdf', href: 'https://arxiv.org/pdf/2511.00001' },
              { rel: 'discussion', href: 'https://huggingface.co/papers/2511.00001' },
              { rel: 'code', href: 'https://github.example/lab/2511.00001' },
              { rel: 'project', href: 'https://lab.example/x' },
            ],
            publishedAt: '2025-11-20',
            votes: 0,
            comments: 2,
            stars: 41,
          },
        },
      ],
    });
  });

  it('takes a day without papers for an empty answer', () => {
    expect(read([])).toEqual({ ok: true, papers: [], dropped: 0 });
  });

  it('leaves out hidden authors, and puts broken lines together', () => {
    const paper = only([
      dailyItem(first, {
        title: 'Kites that\n  Remember',
        authors: [{ name: 'Ada  Ahlgren' }, { name: 'Nobody', hidden: true }, { name: 7 }, 'x'],
      }),
    ]);
    expect(paper.title).toBe('Kites that Remember');
    expect(paper.authors).toEqual(['Ada Ahlgren']);
  });

  it.each([[undefined], [null], [''], [' \n '], [12]])('takes a paper with abstract %o', (none) => {
    const paper = only([dailyItem(first, { summary: none }, { summary: none })]);
    expect(paper.title).toBe(first.title);
    expect(paper).not.toHaveProperty('abstract');
  });

  it.each([
    ['38', 38],
    ['007', 7],
    [10_000_000, 10_000_000],
    [-1, undefined],
    ['-1', undefined],
    [1.5, undefined],
    [1e300, undefined],
    [10_000_001, undefined],
    ['', undefined],
    ['many', undefined],
    ['1e3', undefined],
    [true, undefined],
    [null, undefined],
    [[5], undefined],
  ])('reads %o votes as %o', (upvotes, votes) => {
    const paper = only([dailyItem(first, { upvotes })]);
    expect(paper.votes).toBe(votes);
    expect('votes' in paper).toBe(votes !== undefined);
  });

  it.each([
    'http://github.example/lab/x',
    'javascript:alert(1)',
    'https://name:word@github.example/x',
    `https://github.example/${'x'.repeat(2_000)}`,
    'lab/x',
    '',
    7,
  ])('gives no code at %o', (githubRepo) => {
    const paper = only([dailyItem(first, { githubRepo })]);
    expect(paper.links.map(({ rel }) => rel)).toEqual(['page', 'pdf', 'discussion']);
  });

  it('never lets counters begin in the future, and leaves out what is no date', () => {
    const started = (submittedOnDailyAt: unknown) =>
      papersOf([dailyItem(first, { submittedOnDailyAt })])[0]!.startedAt;
    expect(started('2025-11-20T18:00:00.000Z')).toBe(Date.UTC(2025, 10, 20, 18));
    expect(started('2031-01-01T00:00:00.000Z')).toBe(now);
    expect(started('soon 1')).toBeUndefined();
    expect(started('1812-01-01T00:00:00.000Z')).toBeUndefined();
    expect(started(0)).toBeUndefined();
  });

  it('makes one of two items of one paper, with the larger counters', () => {
    const papers = papersOf([
      dailyItem(first, { upvotes: 5, githubStars: 90, submittedOnDailyAt: null }),
      dailyItem(second),
      dailyItem(first, { id: `${first.id}v2`, upvotes: 9, githubStars: 80 }, { numComments: null }),
    ]);
    expect(papers.map(({ paper }) => paper.ids)).toEqual([
      ['arxiv:2511.00001'],
      ['arxiv:2511.00002'],
    ]);
    expect(papers[0]!.paper).toMatchObject({ votes: 9, stars: 90, comments: 2 });
    expect(papers[0]!.startedAt).toBe(Date.UTC(2025, 10, 21));
  });

  it('drops and counts what is no paper', () => {
    const answer = read([
      dailyItem(first, { id: 'not-arxiv' }),
      dailyItem(second, { title: '' }, { title: '' }),
      { paper: null },
      null,
      'x',
      dailyItem(third),
    ]);
    expect(answer).toMatchObject({ ok: true, dropped: 5 });
    expect(answer.ok && answer.papers.map(({ paper }) => paper.title)).toEqual([third.title]);
  });

  it('takes the title that stands beside the paper where the paper has none', () => {
    expect(only([dailyItem(first, { title: undefined })]).title).toBe(first.title);
  });

  it('looks at a thousand items of ten thousand, and soon', () => {
    const items = Array.from({ length: 10_000 }, (_, i) =>
      dailyItem(first, { id: `2511.${String(i).padStart(5, '0')}` }),
    );
    const body = JSON.stringify(items);
    const start = performance.now();
    const answer = huggingFaceDaily.read(body, url, now);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(answer.ok && answer.papers).toHaveLength(1_000);
    expect(answer).toMatchObject({ dropped: 0 });
  });

  it('says when the list is of another day than asked', () => {
    const items = [dailyItem(first), dailyItem(second, { submittedOnDailyAt: null })];
    const of = (list: string) => read(items, `https://huggingface.co/api/daily_papers?${list}`);
    expect(of('date=2025-11-22&limit=100')).toMatchObject({ ok: true, otherDay: '2025-11-21' });
    expect(of('date=2025-11-21&limit=100')).not.toHaveProperty('otherDay');
    expect(of('sort=trending&limit=100')).not.toHaveProperty('otherDay');
    expect(read([], url)).not.toHaveProperty('otherDay');
  });

  it.each([
    ['a page', PAGE, 'html'],
    ['a bot check', CHALLENGE, 'html'],
    ['an error', '{"error":"Invalid date"}', 'error-body'],
    ['an error of another kind', '{"error":{"code":5},"papers":[]}', 'error-body'],
    ['nothing', '', 'cut'],
    ['half an answer', JSON.stringify([dailyItem(first)]).slice(0, 300), 'cut'],
    ['half an error', '{"error":"Inv', 'cut'],
    ['words', 'Rate limited', 'not-understood'],
    ['other markup', '<?xml version="1.0"?><Error><Code>Slow</Code></Error>', 'not-understood'],
    ['another shape', '{"papers":[]}', 'not-understood'],
    ['null', 'null', 'not-understood'],
    ['items of another shape', '[{"id":"2511.00001","title":"x"}]', 'not-understood'],
  ])('tells %s', (_, body, why) => {
    expect(huggingFaceDaily.read(body, url, now)).toEqual({ ok: false, why });
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (body, at) => void answers(body, at)));
    fc.assert(fc.property(fc.json(), (body) => void answers(body, url)));
    answers('['.repeat(200_000), url);
    answers(`${'['.repeat(200_000)}${']'.repeat(200_000)}`, url);
  });

  it('keeps its promises for items with anything in their fields', () => {
    const fields = Object.keys(dailyItem(first)['paper'] as object);
    const record = (keys: string[]) =>
      fc.record(Object.fromEntries(keys.map((key) => [key, fc.jsonValue()])), { requiredKeys: [] });
    fc.assert(
      fc.property(record(fields), record(['title', 'summary', 'numComments']), (paper, item) => {
        const answer = read([dailyItem(first, { ...paper, id: first.id }, item)]);
        if (!answer.ok) return;
        for (const { paper, startedAt = 0 } of answer.papers) {
          expect(startedAt).toBeLessThanOrEqual(now);
          expect(paper.title).not.toBe('');
          expect(paper.votes ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

function answers(body: string, at: string): void {
  expect(typeof huggingFaceDaily.read(body, at, now).ok).toBe('boolean');
}

describeWithShared('saved answers', () => {
  const saved = (name: string, day: string) => {
    const body = readFileSync(join(sharedFolder, 'pages/hf', name), 'utf8');
    const at = `https://huggingface.co/api/daily_papers?date=${day}&limit=100`;
    return huggingFaceDaily.read(body, at, Date.UTC(2026, 9, 1));
  };

  it.each([
    ['api_daily_papers_2026-08-21.json', '2026-08-21', 17, 382, 12, 130],
    ['api_daily_papers_allnews.json', '2026-07-31', 5, 33, 2, 26],
    ['api_daily_papers_sotawhat.json', '2026-06-12', 30, 453, 16, 201],
  ])('%s has every paper with its votes', (name, day, papers, votes, code, authors) => {
    const answer = saved(name, day);
    if (!answer.ok) throw new Error(answer.why);
    expect(answer).not.toHaveProperty('otherDay');
    expect(answer.dropped).toBe(0);
    expect(answer.papers).toHaveLength(papers);
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
    expect(sum(answer.papers.map(({ paper }) => paper.votes!))).toBe(votes);
    expect(sum(answer.papers.map(({ paper }) => paper.authors.length))).toBe(authors);
    const withCode = answer.papers.filter(({ paper: { links } }) =>
      links.some(({ rel }) => rel === 'code'),
    );
    expect(withCode).toHaveLength(code);
    for (const { paper, startedAt } of answer.papers) {
      expect(paper.abstract!.length).toBeGreaterThan(300);
      expect(startedAt).toBe(Date.parse(day));
    }
  });

  it('a list of the 21st is recognised where the 30th was asked for', () => {
    expect(saved('api_daily_papers_2026-08-21.json', '2026-08-30')).toMatchObject({
      otherDay: '2026-08-21',
    });
  });

  it.each(['hf/papers_daily_2024-08-01.html', 'biorxiv/cloudflare_challenge_2024-09.html'])(
    '%s is a page',
    (name) => {
      const body = readFileSync(join(sharedFolder, 'pages', name), 'utf8');
      expect(huggingFaceDaily.read(body, url, now)).toEqual({ ok: false, why: 'html' });
    },
  );
});
