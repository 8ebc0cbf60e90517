import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arxivFromUrl,
  aliasKey,
  doiId,
  familyName,
  idsConflict,
  keysFromUrl,
  normalise,
  parseArxivNumber,
  sameAbstract,
  sameWork,
  titleKey,
  type WorkEvidence,
} from '../../lib/identity';
import { bestOfFive } from '../best-of-five';

describe('arXiv numbers', () => {
  test.each([
    ['2401.01234', { id: '2401.01234' }],
    ['arXiv:2401.01234v2', { id: '2401.01234', version: 2 }],
    ['0704.0001', { id: '0704.0001' }],
    ['math.GT/0309136', { id: 'math/0309136' }],
    ['math/0309136v3', { id: 'math/0309136', version: 3 }],
    ['cond-mat.mtrl-sci/0601001', { id: 'cond-mat/0601001' }],
    ['Hep-Th/9901001', { id: 'hep-th/9901001' }],
  ])('%s', (text, number) => expect(parseArxivNumber(text)).toEqual(number));

  test.each([
    '2413.01234',
    '2401.123',
    '2401.0123456',
    'math/0313136',
    'trending',
    'cs.AI/new',
    '',
  ])('not %j', (text) => expect(parseArxivNumber(text)).toBeUndefined());

  test.each([
    'https://arxiv.org/abs/2401.01234',
    'https://www.arxiv.org/pdf/2401.01234v2.pdf',
    'https://export.arxiv.org/html/2401.01234v1',
    'https://browse.arxiv.org/format/2401.01234/',
    'https://ar5iv.labs.arxiv.org/html/2401.01234',
    'https://www.alphaxiv.org/abs/2401.01234',
    'https://huggingface.co/papers/2401.01234#community',
    'https://huggingface.co/papers/2401.01234.md',
    'https://doi.org/10.48550/arXiv.2401.01234',
  ])('%s is the paper', (url) => expect(keysFromUrl(new URL(url))).toEqual(['arxiv:2401.01234']));

  test.each([
    'https://arxiv.org/list/cs.AI/new',
    'https://fakearxiv.org/abs/2401.01234',
    'https://arxiv.org.evil.example/abs/2401.01234',
    'https://huggingface.co/papers/trending',
    'https://huggingface.co/papers/date/2026-08-21',
    'https://arxiv.org/abs/%E0%A4%A',
  ])('%s is none', (url) => expect(arxivFromUrl(new URL(url))).toBeUndefined());
});

describe('DOIs', () => {
  test.each([
    '10.1145/3395363.3397376',
    'doi:10.1145/3395363.3397376',
    'DOI: 10.1145/3395363.3397376.',
    'https://doi.org/10.1145/3395363.3397376',
    'http://dx.doi.org/10.1145%2F3395363.3397376',
  ])('%s', (text) => expect(doiId(text)).toBe('doi:10.1145/3395363.3397376'));

  test('keep their letters and balanced brackets, and are one whatever the case', () => {
    const doi = doiId('10.1016/S0140-6736(20)30183-5)')!;
    expect(doi).toBe('doi:10.1016/S0140-6736(20)30183-5');
    expect(aliasKey(doi)).toBe('doi:10.1016/s0140-6736(20)30183-5');
    expect(idsConflict([doi], [doi.toLowerCase()])).toBe(false);
    expect(idsConflict([doi], ['doi:10.1016/S0140-6736(20)30183-6'])).toBe(true);
  });

  test("give arXiv's own the arXiv key, old numbers too", () => {
    expect(doiId('10.48550/ARXIV.2401.01234')).toBe('arxiv:2401.01234');
    expect(doiId('10.48550/arXiv.math/0309136')).toBe('arxiv:math/0309136');
  });

  test.each(['', '10.1', 'not a doi', '10.1145/', '11.1145/x', `10.1145/${'x'.repeat(300)}`])(
    'not %j',
    (text) => expect(doiId(text)).toBeUndefined(),
  );
});

describe('titles that are one', () => {
  test.each([
    ['Gödel, Escher et l’éternel', 'Godel, Escher et l\u2019e\u0301ternel'],
    ['Schr\\"odinger and Erd\\H{o}s', 'Schrödinger and Erdős'],
    ["Poincar\\'e meets Ha\\v{c}ek", 'Poincaré meets Haček'],
    ['The \\textit{Wet} \\emph{Moss}', 'The Wet Moss'],
    ['Eﬃcient ﬂow', 'Efficient flow'],
    ['State-of-the-art', 'state of the art'],
    ['State\u2010of\u2011the\u2013art', 'State of the Art.'],
    ['$\\beta$-VAE', 'β-VAE'],
    ['$\\omega$Test', 'ωTest'],
    ['ＷＩＤＥ letters', 'wide letters'],
    ['Soft\u00adened \u200bwords', 'Softened words'],
    ['A\u00a0title:  with\n breaks', 'A Title — With Breaks'],
  ])('%j and %j', (a, b) => expect(normalise(a)).toBe(normalise(b)));
});

describe('titles that are two', () => {
  test.each([
    ['VAE', 'β-VAE'],
    ['α-VAE', 'β-VAE'],
    ['深度学习综述', '强化学习综述'],
    ['Глубокое обучение', 'Обучение с подкреплением'],
    ['التعلم العميق', 'التعلم المعزز'],
    ['On Moss: Part I', 'On Moss: Part II'],
    ['On Moss 2024', 'On Moss 2025'],
    ['C++ in practice', 'C# in practice'],
  ])('%s and %s', (a, b) => {
    expect(normalise(a)).not.toBe(normalise(b));
    expect(normalise(a)).not.toBe('');
  });

  test('a short or common title is no evidence at all', () => {
    for (const title of ['', 'Introduction', 'VAE', 'Reply to the comment of our reviewers']) {
      expect(titleKey(title)).toBe('');
    }
    expect(titleKey('基于深度学习的图像去噪方法与应用研究综述论文')).not.toBe('');
  });
});

const title = 'Nine Years of Watching Moss on Four Hundred Stones';
const abstract =
  'Moss grows slowly, and so do the data about it. We present a network of volunteers and cheap cameras that has watched four hundred stones for nine years, describe what it cost and what it missed, and release everything it saw together with the tools that were made on the way.';
const work = (more: Partial<WorkEvidence> = {}): WorkEvidence => ({
  titleKey: titleKey(title),
  ids: [],
  authors: ['Ada Marsh', 'Luc Van Gool'],
  publishedAt: '2024-05-01',
  ...more,
});

describe('one work', () => {
  test('has the same title and abstract, nearly', () => {
    const twice = abstract.replace('cheap', 'inexpensive');
    expect(sameWork(work({ abstract }), work({ abstract: abstract.toUpperCase() }))).toBe(true);
    expect(sameWork(work({ abstract }), work({ abstract: abstract.replace('nine', '9') }))).toBe(
      true,
    );
    expect(sameAbstract(abstract, twice)).toBe(sameAbstract(twice, abstract));
  });

  test('is not made by another abstract, a short one, or another number of one kind', () => {
    const other = abstract.split(' ').reverse().join(' ');
    expect(sameWork(work({ abstract }), work({ abstract: other }))).toBe(false);
    expect(sameAbstract('We count moss.', 'We count moss.')).toBe(false);
    const [one, two] = [['arxiv:2401.00001'], ['arxiv:2401.00002']];
    expect(sameWork(work({ abstract, ids: one }), work({ abstract, ids: two }))).toBe(false);
    expect(idsConflict(one, ['doi:10.1/x'])).toBe(false);
    expect(idsConflict(['doi:10.1/x', 'doi:10.1/y'], ['doi:10.1/x'])).toBe(false);
  });

  test('without two abstracts has the same family names and year', () => {
    expect(sameWork(work(), work({ authors: ['Marsh, Ada', 'Van Gool, Luc'] }))).toBe(true);
    expect(sameWork(work(), work({ authors: ['Luc Van Gool', 'A. Marsh'] }))).toBe(true);
    expect(sameWork(work(), work({ authors: ['Ada Marsh'] }))).toBe(false);
    expect(sameWork(work(), work({ authors: ['Ada Marsh'], authorsCut: true }))).toBe(true);
    expect(sameWork(work(), work({ authors: [] }))).toBe(false);
    expect(sameWork(work(), work({ publishedAt: '2025-01-01' }))).toBe(false);
    expect(sameWork(work({ ids: ['arxiv:2401.00001'] }), work({ publishedAt: '2025-01-01' }))).toBe(
      true,
    );
    expect(sameWork(work(), work({ publishedAt: undefined }))).toBe(false);
  });

  test.each([
    ['Ada Marsh', 'marsh'],
    ['Marsh, Ada', 'marsh'],
    ['Jingyun Liang Jr.', 'liang'],
    ['Liang, Jr., Jingyun', 'liang'],
    ['José García Márquez', 'marquez'],
    ['王小明', '王小明'],
    ['', ''],
  ])('family name of %j', (name, family) => expect(familyName(name)).toBe(family));
});

describe('anything at all', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });

  test('is no reason to throw', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        parseArxivNumber(a);
        doiId(a);
        familyName(a);
        const key = titleKey(a);
        sameWork(work({ titleKey: key, abstract: a }), work({ titleKey: key, abstract: b }));
        expect(normalise(normalise(a))).toBe(normalise(a));
      }),
    );
  });

  test('is its own work whatever is written around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('é', 'ﬁ', 'Ω', ' ', 'q', '日') }), (a) => {
        expect(normalise(` ${a.normalize('NFD')}.`)).toBe(normalise(a.normalize('NFC')));
      }),
    );
  });

  test.each([
    ['normalise', (s: string) => normalise(s)],
    ['titleKey', (s: string) => titleKey(s)],
    ['doiId', (s: string) => doiId(`10.1/${s}`)],
    ['parseArxivNumber', (s: string) => parseArxivNumber(s)],
    ['familyName', (s: string) => familyName(s)],
  ])('%s takes time in proportion', (_, run) => {
    for (const unit of ['\\"{', '((((', ' , ', '$\\alpha', 'a.', '10.', '\u0301', 'van ']) {
      const [short, long] = bestOfFive(...[2 ** 14, 2 ** 15].map((n) => () => run(unit.repeat(n))));
      // Below 20 ms the machine's other work says more; growth by the square would take seconds.
      expect(long).toBeLessThan(Math.max(20, short! * 3));
    }
  });
});
