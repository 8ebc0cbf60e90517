import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsl } from '../../../lib/citations/read-csl';
import { readIdList } from '../../../lib/citations/read-id-list';
import { readPaperMemory } from '../../../lib/citations/read-papermemory';
import { readRis } from '../../../lib/citations/read-ris';
import { decodeBytes, sniff } from '../../../lib/citations/sniff';
import { bestOfFive } from '../../best-of-five';

describe('RIS', () => {
  const record = (title: string, end = 'ER  - \r\n') =>
    `TY  - JOUR\r\nTI  - ${title}\r\nAU  - van den Berg, Jan\r\nAU  - The Moss Group\r\n${end}`;

  test('gives what a manager writes', () => {
    const text =
      '\r\n' +
      record('Moss', 'T2  - Journal of Tides\r\nVL  - 12\r\nIS  - 3\r\nSP  - 45\r\nEP  - 67\r\n') +
      'PY  - 2019\r\nDA  - 2019/03/07/\r\nDO  - 10.1234/tide.5\r\nAB  - Moss\r\ngrows.\r\n' +
      'KW  - moss\r\nKW  - sea; salt\r\nN1  - One.\r\n  indented\r\n\r\n Three.\r\nER  - \r\n';
    expect(readRis(text)).toEqual({
      problems: [],
      records: [
        {
          line: 2,
          tags: ['moss', 'sea; salt'],
          note: 'One.\n indented\n\nThree.',
          paper: {
            title: 'Moss',
            authors: ['Jan van den Berg', 'The Moss Group'],
            abstract: 'Moss grows.',
            venue: 'Journal of Tides 12(3), 45–67',
            publishedAt: '2019-03-07',
            ids: ['doi:10.1234/tide.5'],
            links: [],
          },
        },
      ],
    });
  });

  test('without ER ends where the next record begins, and is named', () => {
    const text = record('One', '') + record('Two') + record('Three', '');
    const { records, problems } = readRis(text);
    expect(records.map(({ paper }) => paper.title)).toEqual(['One', 'Two', 'Three']);
    expect(problems).toEqual([
      { line: 1, reason: 'unclosed', item: 'One' },
      { line: 10, reason: 'unclosed', item: 'Three' },
    ]);
  });

  test('names lines outside of records, and cuts what is too long', () => {
    const text = `rubbish\n${record('One')}AU  - lost\nTY  - JOUR\nTI  - Big\nAB  - ${'x'.repeat(1e6)}\nER  - \n`;
    expect(readRis(text).problems).toEqual([
      { line: 1, reason: 'syntax', item: 'rubbish' },
      { line: 7, reason: 'syntax', item: 'AU - lost' },
      { line: 10, reason: 'fieldCut', item: 'Big' },
    ]);
  });
});

describe('CSL-JSON', () => {
  test('gives what Zotero writes', () => {
    const text = JSON.stringify([
      {
        id: 'http://zotero.org/users/1/items/ABC',
        'citation-key': 'berg2019',
        type: 'article-journal',
        title: 'A <i>Moss</i> and x < y',
        author: [
          { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van den' },
          { literal: 'The Moss Group' },
        ],
        issued: { 'date-parts': [['2019', '3', 7]] },
        'container-title': 'Journal of Tides',
        volume: 12,
        note: 'arXiv:2401.01234 [cs.LG]',
      },
      { type: 'article', title: 'Kites', issued: { raw: '2020-05' } },
    ]);
    expect(readCsl(text)).toMatchObject({
      problems: [],
      records: [
        {
          citationKey: 'berg2019',
          paper: {
            title: 'A Moss and x < y',
            authors: ['Jan van den Berg', 'The Moss Group'],
            publishedAt: '2019-03-07',
            venue: 'Journal of Tides 12',
            ids: ['arxiv:2401.01234'],
          },
        },
        { paper: { title: 'Kites', publishedAt: '2020-05-01' } },
      ],
    });
  });

  test('a broken item costs only itself, and is named by its line', () => {
    const text = `[\n{"title": "One"},\n{"title": "Two",},\n{"title": "T\\"h]ree"},\n7,\n{"title": 5},\n{"title": "Six"`;
    const { records, problems } = readCsl(text);
    expect(records.map(({ paper, line }) => [line, paper.title])).toEqual([
      [2, 'One'],
      [4, 'T"h]ree'],
      [6, '5'],
    ]);
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'syntax'],
      [5, 'syntax'],
      [7, 'syntax'],
    ]);
  });

  test('is harmless however it is nested and whatever its names', () => {
    const deep = `[{"title": "Deep", "x": ${'['.repeat(1e5)}${']'.repeat(1e5)}}, {"title": "Fine", "__proto__": {"x": 1}, "constructor": 1, "custom": {"tags": ["__proto__"], "links": [{"rel": "page", "href": "javascript:alert(1)"}]}}]`;
    const { records, problems } = readCsl(deep);
    expect(problems).toMatchObject([{ reason: 'tooDeep' }]);
    expect(records).toMatchObject([{ tags: ['__proto__'], paper: { title: 'Fine', links: [] } }]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('takes any JSON without a throw', () => {
    const item = fc.dictionary(
      fc.constantFrom('title', 'author', 'issued', 'DOI', 'URL', 'note', 'custom', 'keyword'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.array(item, { maxLength: 5 }), (items) => {
        const { records, problems } = readCsl(JSON.stringify(items));
        expect(records.length + problems.length).toBeGreaterThanOrEqual(items.length);
      }),
    );
  });
});

describe('a PaperMemory export', () => {
  // The shape of version 1.1.0; the papers are invented.
  const papers = {
    'Arxiv-2401.01234': {
      id: 'Arxiv-2401.01234',
      key: 'berg2024kites',
      title: 'Kites on One Line',
      author: 'Jan van den Berg and Éva Müller',
      year: '2024',
      venue: 'arXiv',
      note: 'see <b>3</b>',
      tags: ['kites', '__proto__'],
      bibtex: '@article{berg2024kites,\n title={Kites on One Line},\n eprint={2401.01234}\n}',
      pdfLink: 'https://arxiv.org/pdf/2401.01234v2.pdf',
      codeLink: 'https://kites.example/code',
      favorite: true,
      addDate: '2024-01-09T10:00:00.000Z',
    },
    'Broken-1': { id: 'Broken-1', title: '', pdfLink: '' },
    __dataVersion: 10100,
  };
  const expected = {
    citationKey: 'berg2024kites',
    note: 'see <b>3</b>',
    tags: ['kites', '__proto__'],
    paper: {
      title: 'Kites on One Line',
      authors: ['Jan van den Berg', 'Éva Müller'],
      publishedAt: '2024-01-01',
      ids: ['arxiv:2401.01234'],
      links: [
        { rel: 'page', href: 'https://arxiv.org/abs/2401.01234' },
        { rel: 'pdf', href: 'https://arxiv.org/pdf/2401.01234' },
        { rel: 'pdf', href: 'https://arxiv.org/pdf/2401.01234v2.pdf' },
        { rel: 'code', href: 'https://kites.example/code' },
      ],
    },
  };

  test.each([
    ['as the file has it', papers],
    ['under `papers`', { papers }],
  ])('gives its papers %s', (_, file) => {
    const text = JSON.stringify(file, null, 2);
    expect(sniff(text)).toBe('papermemory');
    const { records, problems } = readPaperMemory(text);
    expect(records).toMatchObject([expected]);
    expect(records[0]!.paper.venue).toBeUndefined();
    expect(problems).toMatchObject([{ reason: 'noTitle', item: 'Broken-1' }]);
  });
});

describe('a list of addresses and numbers', () => {
  test.each([
    ['2401.01234v2', 'arxiv:2401.01234'],
    ['arXiv:math/0309136', 'arxiv:math/0309136'],
    ['- <https://arxiv.org/abs/2401.01234>', 'arxiv:2401.01234'],
    ['* [Kites](https://huggingface.co/papers/2401.01234)', undefined],
    ['https://huggingface.co/papers/2401.01234 Kites on One Line', 'arxiv:2401.01234'],
    ['doi:10.1234/Tide.5', 'doi:10.1234/Tide.5'],
    ['https://doi.org/10.48550/arXiv.2401.01234', 'arxiv:2401.01234'],
    ['https://tides.example/paper', undefined],
    ['javascript:alert(1)', undefined],
  ])('%s', (line, id) => {
    const { records, problems } = readIdList(line);
    expect(records.flatMap(({ paper }) => paper.ids)).toEqual(id ? [id] : []);
    expect(problems).toEqual(id ? [] : [{ line: 1, reason: 'noIdentifier', item: line }]);
    expect(records.every(({ paper }) => paper.provisional)).toBe(true);
  });

  test('of 5,000 lines, half of them rubbish: every one is read or named', () => {
    const lines = Array.from({ length: 5000 }, (_, i) =>
      i % 2 ? `rubbish ${i} @{}$"'` : `https://arxiv.org/abs/2401.${String(i).padStart(5, '0')}`,
    );
    const { records, problems } = readIdList(lines.join('\r\n'));
    expect(records.map(({ line }) => line)).toEqual(
      Array.from({ length: 2500 }, (_, i) => 2 * i + 1),
    );
    expect(problems.map(({ line }) => line)).toEqual(
      Array.from({ length: 2500 }, (_, i) => 2 * i + 2),
    );
  });
});

describe('the bytes of a file', () => {
  const bytes = (...values: number[]) => new Uint8Array(values);

  test('are UTF-8, UTF-16 by its mark, or windows-1252 with a warning', () => {
    expect(decodeBytes(new TextEncoder().encode('\ufeffé'))).toEqual({ text: 'é' });
    expect(decodeBytes(bytes(0xff, 0xfe, 0xe9, 0x00))).toEqual({ text: 'é' });
    expect(decodeBytes(bytes(0xfe, 0xff, 0x00, 0xe9))).toEqual({ text: 'é' });
    // Node 20 reads windows-1252 as Latin-1: 0x80 to 0x9f can be told apart in browsers only.
    expect(decodeBytes(bytes(0xe9))).toEqual({ text: 'é', problem: 'encoding' });
  });

  test('are not read beyond 20 MB', () => {
    expect(decodeBytes(new Uint8Array(20 * 1024 * 1024 + 1))).toEqual({ problem: 'tooBig' });
  });

  test.each([
    ['% mine\n\n  @Article{x,', 'bibtex'],
    ['\r\nTY  - JOUR\r\n', 'ris'],
    ['[{"id": "x", "title": "Moss"}]', 'csl'],
    ['{\n"format":"offprint-backup",\n', 'backup'],
    ['# mine\nhttps://arxiv.org/abs/2401.01234', 'id-list'],
    ['Dear all,\nhello', undefined],
    ['', undefined],
  ])('%j is %s', (text, format) => {
    expect(sniff(text)).toBe(format);
  });
});

describe('time grows with the text', () => {
  const shapes: [string, (text: string) => unknown, (n: number) => string][] = [
    ['RIS records', readRis, (n) => 'TY  - JOUR\nTI  - Moss\nAU  - A B\nER  - \n'.repeat(n / 20)],
    ['RIS records without ER', readRis, (n) => 'TY  - JOUR\nTI  - M\n'.repeat(n / 20)],
    ['one RIS value', readRis, (n) => `TY  - JOUR\nAB  - x\n${'y\n'.repeat(n)}`],
    ['CSL items', readCsl, (n) => `[${'{"title":"Moss"},'.repeat(n / 20)}{}]`],
    ['open JSON', readCsl, (n) => '[{"a":'.repeat(n)],
    ['open strings', readCsl, (n) => `[${'"'.repeat(n)}`],
    [
      'PaperMemory papers',
      readPaperMemory,
      (n) => `{${'"a":{"title":"Moss"},'.repeat(n / 20)}"b":1}`,
    ],
    ['addresses', readIdList, (n) => 'https://arxiv.org/abs/2401.01234\n'.repeat(n / 40)],
    ['one long line', readIdList, (n) => 'x '.repeat(n)],
    ['sniffing', sniff, (n) => '@ '.repeat(n)],
  ];
  test.each(shapes)('%s', (_, read, shape) => {
    const [small, large] = [shape(50_000), shape(100_000)];
    const [once, twice] = bestOfFive(
      () => read(small),
      () => read(large),
    );
    expect(twice!).toBeLessThan(Math.max(3 * once!, 30));
  });
});
