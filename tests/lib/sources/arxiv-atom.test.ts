import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arxivQuery, parseArxivAtom } from '../../../lib/sources/arxiv-atom';
import { arxivAtom } from '../../fixtures/answers/arxiv-atom';
import { inventPapers } from '../../fixtures/pages/invented-papers';
import { describeWithShared, sharedFolder } from '../../shared-folder';

const papers = inventPapers(3);

describe('arxivQuery', () => {
  it('names each work without its version, and nothing that is no arXiv number', () => {
    expect(
      arxivQuery(['arxiv:2401.01234', 'doi:10.1/x', 'arxiv:math/0309136', 'arxiv:a,b&c']),
    ).toBe('https://export.arxiv.org/api/query?id_list=2401.01234,math/0309136&max_results=100');
  });

  it('asks for at most a hundred', () => {
    const keys = Array.from({ length: 150 }, (_, i) => `arxiv:2401.${String(i).padStart(5, '0')}`);
    expect(new URL(arxivQuery(keys)).searchParams.get('id_list')!.split(',')).toHaveLength(100);
  });
});

describe('parseArxivAtom', () => {
  it('gives title, authors, abstract, date, version and categories of each entry', () => {
    expect(parseArxivAtom(arxivAtom(papers, 3, ['cs.LG', 'stat.ML']))).toEqual(
      papers.map(({ id, title, authors, abstract }) => ({
        title,
        authors,
        abstract,
        publishedAt: '2025-11-20',
        version: 3,
        categories: ['cs.LG', 'stat.ML'],
        ids: [`arxiv:${id}`],
        links: [
          { rel: 'page', href: `https://arxiv.org/abs/${id}` },
          { rel: 'pdf', href: `https://arxiv.org/pdf/${id}` },
        ],
      })),
    );
  });

  it('names the primary category first, and each once', () => {
    const xml = arxivAtom(papers.slice(0, 1), 1, ['cs.CL', 'cs.AI', 'math.ST']).replace(
      'primary_category term="cs.CL"',
      'primary_category term="math.ST"',
    );
    expect(parseArxivAtom(xml)![0]!.categories).toEqual(['math.ST', 'cs.CL', 'cs.AI']);
  });

  it.each([
    ['classes of other schemes', ['68T05; 62M10', 'I.2.6', 'cs.LG', 'I.2', ''], ['cs.LG']],
    [
      'hostile ones',
      ['<b>', '__proto__', 'x'.repeat(9_000), 'cs.LG&#10;', 'quant-ph'],
      ['quant-ph'],
    ],
    ['a whole archive', ['cs', 'Learning', '2401.01234', 'cs.lg'], ['cs']],
  ])('keeps arXiv’s categories only: %s', (_, terms, kept) => {
    const escaped = terms.map((term) => term.replace('<', '&lt;'));
    expect(parseArxivAtom(arxivAtom(papers.slice(0, 1), 1, escaped))![0]!.categories).toEqual(kept);
  });

  it('says nothing of categories where none is one', () => {
    const [paper] = parseArxivAtom(arxivAtom(papers.slice(0, 1), 1, ['68T05']))!;
    expect(paper).not.toHaveProperty('categories');
  });

  it('reads no more than fifty categories, and keeps the paper', () => {
    const many = Array.from(
      { length: 26 * 26 },
      (_, i) => `cs.${String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26))}`,
    );
    const [paper] = parseArxivAtom(arxivAtom(papers.slice(0, 1), 1, many))!;
    expect(paper!.categories!.length).toBeLessThanOrEqual(50);
    expect(paper!.categories![0]).toBe('cs.AA');
  });

  it.each([
    ['nothing', ''],
    ['a page', '<html><body>Rate exceeded.</body></html>'],
    ['plain words', 'Rate exceeded.'],
    ['half a feed', arxivAtom(papers).slice(0, 900)],
    ['a bomb of entities', '<!DOCTYPE f [<!ENTITY a "&a;&a;">]><feed><title>&a;</title></feed>'],
    ['deep nesting', `<feed>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</feed>`],
  ])('takes %s for no answer', (_, xml) => {
    expect(parseArxivAtom(xml)).toBeUndefined();
  });

  it('takes a feed without entries for an empty answer', () => {
    expect(parseArxivAtom(arxivAtom([]))).toEqual([]);
  });

  it('leaves out an entry of another host, and one without a title', () => {
    const xml = arxivAtom(papers)
      .replace('http://arxiv.org/abs/2511.00001v1', 'http://arxiv.example/abs/2511.00001v1')
      .replace(/<title>(?:(?!<title>)[\s\S])*?Study 2<\/title>/, '<title> </title>');
    expect(parseArxivAtom(xml)!.map(({ ids }) => ids[0])).toEqual(['arxiv:2511.00003']);
  });

  it.each([500, 2_500])('does not fall over a title nested %i deep', (depth) => {
    const nested = `<title>${'<a>'.repeat(depth)}Kites${'</a>'.repeat(depth)}</title>`;
    const xml = arxivAtom(papers.slice(0, 1)).replace(
      /(<\/id>\s*)<title>[\s\S]*?<\/title>/,
      `$1${nested}`,
    );
    expect(parseArxivAtom(xml)!.map(({ title }) => title)).toEqual(['Kites']);
  });

  it('cuts what is too long and drops what turns text around', () => {
    const [paper] = papers;
    const xml = arxivAtom([{ ...paper!, title: `\u202eA\u0007${'b'.repeat(5_000)}` }]);
    const title = parseArxivAtom(xml.replace('\u0007', ''))![0]!.title;
    expect(title).toHaveLength(1_000);
    expect(title.startsWith('Ab')).toBe(true);
  });
});

describeWithShared('saved answers of the API', () => {
  const read = (name: string) =>
    parseArxivAtom(readFileSync(join(sharedFolder, 'pages/arxiv', name), 'utf8'));

  it('atom_idlist_notfound.xml has no paper', () => {
    expect(read('atom_idlist_notfound.xml')).toEqual([]);
  });

  it('atom_idlist_partial.xml has the one that exists', () => {
    const papers = read('atom_idlist_partial.xml')!;
    expect(papers).toHaveLength(1);
    expect(papers[0]).toMatchObject({
      title: 'Proceedings of Workshop AEW10: Concepts in Information Theory and Communications',
      ids: ['arxiv:1707.08567'],
      version: 1,
      publishedAt: '2017-07-27',
      categories: ['cs.IT'],
    });
    expect(papers[0]!.authors).toHaveLength(34);
    expect(papers[0]!.authors.at(-2)).toBe('Dirk Wübben');
    expect(papers[0]!.abstract).toMatch(/^The 10th Asia-Europe workshop .* special scientist\.$/);
  });

  it('atom_query_testing_100.xml has a hundred, each with an abstract; DOI and journal where named', () => {
    const papers = read('atom_query_testing_100.xml')!;
    expect(papers).toHaveLength(100);
    expect(papers.filter(({ abstract }) => !abstract)).toEqual([]);
    expect(papers[0]).toMatchObject({
      ids: ['arxiv:2202.12139', 'doi:10.1109/ICSTW55395.2022.00035'],
      authors: ['Mohit Kumar Ahuja', 'Arnaud Gotlieb', 'Helge Spieker'],
    });
    expect(papers[0]!.categories).toEqual(['cs.SE', 'cs.LG']);
    expect(papers.filter(({ categories }) => !categories?.length)).toEqual([]);
    expect(papers[0]!.venue).toMatch(/^Artificial Intelligence in Software Testing @ 2022 IEEE/);
  });
});
