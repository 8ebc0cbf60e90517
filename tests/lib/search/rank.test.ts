import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSegment, type IndexDocument } from '../../../lib/search/build-segment';
import { parseQuery } from '../../../lib/search/query';
import { search, type SearchOptions } from '../../../lib/search/rank';
import { openIndex } from '../../../lib/search/search-index';
import { tagged } from '../../../lib/search/tagged';
import { anyPapers } from './papers';

const paper = (
  id: string,
  title: string,
  abstract = '',
  authors: string[] = [],
): IndexDocument => ({
  id,
  title,
  authors,
  abstract,
});

const library = openIndex([
  buildSegment([
    paper('01', 'Mixture of experts for rivers', 'We route each drop.', ['Kaiming He']),
    paper('02', 'Experts disagree on a mixture', 'A survey of stones.', ['Ana Müller']),
    paper('03', 'Diffusion of moths', 'Moths diffuse in the lamp light of GPT-4.', ['Li Wei']),
    paper('04', 'Lamps that learn', 'State of the art lamps. Learned mixtures.', ['Jo Lamp']),
    paper('05', '大语言模型的河流', 'C++ code', ['王伟']),
  ]),
]);

const ask = (typed: string, options: Partial<SearchOptions> = {}) => {
  const { clauses, isTyping } = parseQuery(typed);
  return search(library, clauses, { mode: 'all', isTyping, ...options });
};
const found = (typed: string, options?: Partial<SearchOptions>) =>
  ask(typed, options)
    .hits.map(({ id }) => id)
    .sort();

describe('what is found', () => {
  test.each([
    ['moths ', ['03']],
    ['moth ', ['03']],
    ['muller ', ['02']],
    ['kaiming he ', ['01']],
    ['he ', ['01']],
    ['gpt4 ', ['03']],
    ['gpt-4 ', ['03']],
    ['gpt ', ['03']],
    ['c++ ', ['05']],
    ['语言模型 ', ['05']],
    ['河 ', ['05']],
    ['王伟 ', ['05']],
    ['diffusio', ['03']],
    ['d', ['01', '02', '03']],
    ['mixture stones ', ['01', '02', '04']],
    ['"mixture of experts"', ['01']],
    ['"learned mixtures"', ['04']],
    ['"mixture learned"', []],
    ['"state of the art"', ['04']],
    ['"mixture of exp', ['01']],
    ['"of the" lamp ', ['03', '04']],
    ['mixture -experts ', ['04']],
    ['mixture -"mixture of experts" ', ['02', '04']],
    ['lamp -gpt-4 ', ['04']],
    ['lamp -"a gpt-4 lamp" ', ['03', '04']],
    ['-mixture ', ['03', '05']],
    ['nothing ', []],
    ['tag:x ', ['01', '02', '03', '04', '05']],
    ['', ['01', '02', '03', '04', '05']],
  ])('%j', (typed, ids) => expect(found(typed)).toEqual(ids));

  test.each([
    ['mixtrue ', ['01', '02', '04']],
    ['kaimin ', ['01']],
    ['diffussoin ', ['03']],
    ['disagrea', ['02']],
    ['mths ', []],
    ['9999.99998 ', []],
  ])('a slip: %j', (typed, ids) => expect(found(typed)).toEqual(ids));

  test('a word that some paper has is no slip', () => {
    expect(ask('lamps ').marks.stems).toEqual(new Set(['lamp']));
    expect(ask('lampz ').marks.stems).toEqual(new Set(['lamp']));
  });
});

describe('the order', () => {
  const order = (typed: string, options?: Partial<SearchOptions>) =>
    ask(typed, options).hits.map(({ id }) => id);

  test('words that stand beside each other in a title come first', () => {
    expect(order('mixture of exp')[0]).toBe('01');
    expect(order('experts disagree ')[0]).toBe('02');
  });

  test('papers with all words come first, unless relevance alone counts', () => {
    const index = openIndex([
      buildSegment([
        paper('01', 'Moth moth moth', 'moth'),
        paper('02', 'River', `moth ${'and much else that is long '.repeat(20)}`),
        ...['03', '04', '05'].map((id) => paper(id, 'River')),
      ]),
    ]);
    const { clauses } = parseQuery('moth river');
    const first = (mode: 'any' | 'all') => search(index, clauses, { mode }).hits[0]!.id;
    expect(first('all')).toBe('02');
    expect(first('any')).toBe('01');
    expect(search(index, clauses, { mode: 'all' })).toMatchObject({ total: 5, complete: 1 });
  });

  test('of equals, and without words, the newest comes first', () => {
    expect(order('')).toEqual(['05', '04', '03', '02', '01']);
  });

  test('what limits and filters leave', () => {
    const within = library.mask((id) => id !== '01');
    expect(found('mixture ', { within })).toEqual(['02', '04']);
    expect(ask('mixture ', { within, limit: 1 })).toMatchObject({ total: 2, hits: [{}] });
    expect(ask('mixture ', { limit: 0 })).toMatchObject({ total: 3, hits: [] });
  });
});

test('each hit tells its words, and what to mark', () => {
  const { hits, marks } = ask('lamps gpt-4 ston');
  expect(hits.map(({ id, words }) => [id, words])).toEqual([
    ['03', ['lamps', 'gpt', '4']],
    // The title has it twice over, an author and the abstract once more.
    ['04', ['lamps']],
    ['02', ['ston']],
  ]);
  expect(marks.beginnings).toEqual(['ston']);
  expect([...marks.stems]).toEqual(['lamp', 'gpt4', 'gpt', '4']);
});

test('names of tags are searched too, and their papers need not have the word', () => {
  const papers = new Map([['t1', ['03', '04', '99']]]);
  const options = {
    tagged: tagged(new Map([['t1', 'Night #readings']]), (id) => papers.get(id) ?? []),
  };
  expect(found('reading ', options)).toEqual(['03', '04']);
  expect(found('nig', options)).toEqual(['03', '04']);
  expect(found('lamp -night ', options)).toEqual([]);
  expect(ask('night gpt ', options)).toMatchObject({
    total: 2,
    complete: 1,
    hits: [{ id: '03' }, {}],
  });
});

describe('BM25', () => {
  /** As Robertson and Zaragoza define it, over words that stem to themselves. */
  function bm25(papers: readonly IndexDocument[], sought: string): Map<string, number> {
    const bags = papers.map(({ title, authors, abstract, note }) =>
      [title, title, ...authors, abstract, note].join(' ').split(' ').filter(Boolean),
    );
    const average = bags.reduce((sum, bag) => sum + bag.length, 0) / bags.length;
    const df = bags.filter((bag) => bag.includes(sought)).length;
    const idf = Math.log(1 + (bags.length - df + 0.5) / (df + 0.5));
    return new Map(
      bags.flatMap((bag, i) => {
        const tf = bag.filter((word) => word === sought).length;
        const norm = 1.2 * (1 - 0.75 + (0.75 * bag.length) / average);
        return tf ? [[papers[i]!.id, (idf * tf * 2.2) / (tf + norm)] as const] : [];
      }),
    );
  }

  test('of one word is as it is defined', () => {
    fc.assert(
      fc.property(anyPapers, fc.constantFrom('river', 'moth', 'lamp'), (papers, text) => {
        const index = openIndex([buildSegment(papers)]);
        const { hits, total } = search(index, [{ kind: 'word', text, not: false }], {
          mode: 'any',
        });
        const expected = bm25(papers, text);
        expect(total).toBe(expected.size);
        for (const { id, score } of hits) expect(score).toBeCloseTo(expected.get(id)!, 9);
      }),
    );
  });
});
