import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBibtex } from '../../../lib/citations/read-bibtex';
import { FILE_CAPS } from '../../../lib/citations/record';
import { bestOfFive } from '../../best-of-five';

const titles = (text: string) => readBibtex(text).records.map(({ paper }) => paper.title);
const good = '@misc{good, title = {A Good Entry}, year = 2024}\n';

describe('an entry', () => {
  test('of a journal, as managers write it', () => {
    const { records, problems } = readBibtex(`% a file of mine
@string{tides = "Journal of Tides"}
@article{berg2019moss,
  author    = {van den Berg, Jan and M{\\"u}ller, {\\'E}va and {The Moss Group} and others},
  title     = "The {MossNet}: {\\"U}ber \\$5 \\& 50\\% of $O(n^2)$ --- a \\emph{test}",
  journal   = tides,
  volume = 12, number = {3}, pages = {45--67},
  year = 2019, month = "7~" # mar,
  doi = {10.1234/Tide\\_5}, url = {https://tides.example/a\\_b},
  abstract  = {Moss
     grows.},
  keywords = {moss, {a, b}; sea},
  annote = {One.\\par Two.},
  readstatus = {reading}
}`);
    expect(problems).toEqual([]);
    expect(records).toEqual([
      {
        citationKey: 'berg2019moss',
        line: 3,
        note: 'One.\nTwo.',
        status: 'reading',
        tags: ['moss', 'a, b', 'sea'],
        paper: {
          title: 'The MossNet: Über $5 & 50% of $O(n^2)$ — a test',
          authors: ['Jan van den Berg', 'Éva Müller', 'The Moss Group'],
          authorsCut: true,
          abstract: 'Moss grows.',
          venue: 'Journal of Tides 12(3), 45–67',
          publishedAt: '2019-03-07',
          ids: ['doi:10.1234/Tide_5'],
          links: [{ rel: 'page', href: 'https://tides.example/a_b' }],
        },
      },
    ]);
  });

  test.each([
    ['as arXiv gives it', 'eprint={2401.01234}, archivePrefix={arXiv}, primaryClass={cs.LG}'],
    ['as BibLaTeX has it', 'eprint={2401.01234v2}, eprinttype={arxiv}, date={2024-01-05}'],
    ['as Google Scholar writes it', 'journal={arXiv preprint arXiv:2401.01234}'],
    ['as DBLP writes it', 'journal={CoRR}, volume={abs/2401.01234}'],
    ['by its DOI', 'doi={10.48550/arXiv.2401.01234}'],
    ['by its address', 'url={https://arxiv.org/pdf/2401.01234}'],
  ])('of arXiv, %s', (_, fields) => {
    const [record] = readBibtex(`@misc{k, title={Kites}, ${fields}}`).records;
    expect(record!.paper.ids).toEqual(['arxiv:2401.01234']);
    expect(record!.paper.venue).toBeUndefined();
  });

  test.each([
    [`{\\'\\i}\\"{\\i}{\\o}\\ss\\ \\L\\'od\\'z \\v{S}\\c c \\H{o}`, 'íïøß Łódź Šç ő'],
    ['\\textbackslash{}x \\{y\\} \\textasciitilde{} \\~{}a ~b', '\\x {y} ~ ~a b'],
    ["``so'' -- or `so' -{}- ''", "“so” – or `so' -- ”"],
    ['$\\tau{}$-bench and $\\tau$-bench', 'τ-bench and $\\tau$-bench'],
    ['\\LaTeX{} \\unknown{x} a\\\\b', 'LaTeX \\unknownx a b'],
    ['$ 5 and $ 6', '$ 5 and $ 6'],
  ])('%s is plain text', (tex, plain) => {
    expect(titles(`@misc{k, title={${tex}}}`)).toEqual([plain]);
  });
});

describe('a bad entry costs only itself', () => {
  test.each([
    ['an open brace', '@misc{bad, title = {Open {brace},\n year = 2024}\n', 'unclosed'],
    ['an open quote', '@misc{bad, title = "Open,\n year = 2024}\n', 'unclosed'],
    ['no closing brace', '@misc{bad, title = {Open}, year = 2024\n', 'unclosed'],
    ['no equals sign', '@misc{bad, title {Open}}\n', 'syntax'],
    ['no key at all', '@misc{\n', 'syntax'],
    ['no title', '@misc{bad, year = 2024}\n', 'noTitle'],
    ['deep braces', `@misc{bad, title = {${'{'.repeat(99)}x${'}'.repeat(99)}}}\n`, 'tooDeep'],
    ['an open macro', '@string{x = {open\n', 'unclosed'],
  ])('with %s', (_, bad, reason) => {
    const { records, problems } = readBibtex(`${good}${bad}${good.replace('good', 'also')}`);
    expect(records.map(({ citationKey }) => citationKey)).toEqual(['good', 'also']);
    expect(problems).toMatchObject([{ line: 2, reason }]);
  });

  test('and is named by key and line at the end of the file too', () => {
    expect(readBibtex(`${good}\n\n@misc{last, title={Half a`).problems).toEqual([
      { line: 4, reason: 'unclosed', item: 'last' },
    ]);
  });

  test('comments and addresses with @ are none', () => {
    const text = `me@tides.example @ @{} @comment{@misc{x, title={Y}}} @preamble{"\\x"}\n${good}`;
    expect(readBibtex(text)).toMatchObject({ records: [{ citationKey: 'good' }], problems: [] });
  });
});

describe('hostile files', () => {
  test('names of Object are keys, fields and macros like any other', () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    const text = names
      .map((name) => `@misc{${name}, title = {Of ${name}}, ${name} = {x}, note = ${name}}\n`)
      .join('');
    const { records, problems } = readBibtex(text);
    expect(records.map(({ citationKey }) => citationKey)).toEqual(names);
    expect(records.every(({ note }) => note === '')).toBe(true);
    expect(problems.map(({ reason }) => reason)).toEqual(names.map(() => 'macro'));
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('macros that grow tenfold are bounded', () => {
    let text = '@string{a0 = "aaaaaaaaaa"}\n';
    for (let i = 1; i < 12; i++)
      text += `@string{a${i} = ${Array(10)
        .fill(`a${i - 1}`)
        .join(' # ')}}\n`;
    text += `@misc{bomb, title = a11, abstract = a3 # a3}\n${good}`;
    const { records, problems } = readBibtex(text);
    expect(titles(text)).toEqual(['A Good Entry']);
    expect(records).toHaveLength(1);
    expect(problems.map(({ reason }) => reason)).toContain('macro');
  });

  test('ten million letters in one field are cut, and named', () => {
    const text = `${good}@misc{big,\n title = {Big},\n abstract = {${'ab '.repeat(3_400_000)}}}\n${good}`;
    const { records, problems } = readBibtex(text);
    expect(records).toHaveLength(3);
    expect(records[1]!.paper.abstract).toHaveLength(20_000);
    expect(problems).toEqual([{ line: 4, reason: 'fieldCut', item: 'big: abstract' }]);
  });

  test('thousands of problems are capped', () => {
    const { problems } = readBibtex('@misc{x, title={}}\n'.repeat(20_000));
    expect(problems).toHaveLength(FILE_CAPS.problems);
  });

  test('any text is read without a throw', () => {
    const piece = fc.constantFrom(
      ...'@misc{ @string{ k, title = { } " # , = ( ) \\ $ \n ~ \\" \\c and 12 é -- `` % x'.split(
        ' ',
      ),
      '\n',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { records, problems } = readBibtex(pieces.join(''));
        for (const { line } of [...records, ...problems]) expect(line).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('time grows with the text', () => {
  const shapes: Record<string, (n: number) => string> = {
    'good entries': (n) => good.repeat(n / 10),
    'entries without an end': (n) => '@misc{a, title = {b\n'.repeat(n / 10),
    'one line of entries': (n) => good.trim().repeat(n / 10),
    'open braces': (n) => `@misc{a, title = ${'{'.repeat(n)}`,
    'broken beginnings': (n) => '@misc{'.repeat(n),
    'dollars and backslashes': (n) => `@misc{a, title = {${'$\\$\\"{\\i}'.repeat(n / 10)}}}`,
    blanks: (n) => `@misc{a, title = ${' \n'.repeat(n)}{x}}`,
    commas: (n) => `@misc{a, ${','.repeat(n)} title = {x}}`,
    names: (n) => `@misc{a, title = {x}, author = {${'A and '.repeat(n / 5)}}}`,
    'joined pieces': (n) => `@misc{a, title = "a"${' # "a"'.repeat(n / 5)}}`,
  };
  test.each(Object.entries(shapes))('%s', (_, shape) => {
    const [small, large] = [shape(50_000), shape(100_000)];
    const [once, twice] = bestOfFive(
      () => readBibtex(small),
      () => readBibtex(large),
    );
    expect(twice!).toBeLessThan(Math.max(3 * once!, 30));
  });
});
