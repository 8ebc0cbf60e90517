import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, type Suggestion } from '../../../lib/duplicates/compare';
import { findDuplicates } from '../../../lib/duplicates/find-duplicates';
import { printOf } from '../../../lib/duplicates/print';
import type { DuplicateRecord } from '../../../lib/duplicates/record';
import { bestOfFive } from '../../best-of-five';

let n = 0;
const record = (title: string, more: Partial<DuplicateRecord> = {}): DuplicateRecord => ({
  id: String(++n).padStart(6, '0'),
  title,
  authors: ['Ada Marsh', 'Luc Van Gool', 'Wei Chen'],
  ids: [],
  publishedAt: '2024-05-01',
  ...more,
});

function found(records: readonly DuplicateRecord[]): Suggestion[] {
  const work = findDuplicates(records);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const MOSS = 'Nine Years of Watching Moss Grow on Four Hundred Stones';
const pair = (title: string, more: Partial<DuplicateRecord> = {}) =>
  found([record(MOSS), record(title, more)]);

describe('suggested as perhaps one', () => {
  test.each([
    ['a slip of the pen', MOSS.replace('Watching', 'Wacthing')],
    ['a word more', `${MOSS}: Revisited`],
    ['hyphens', MOSS.replace('Watching Moss', 'Moss-Watching')],
    ['another case', MOSS.toUpperCase()],
  ])('%s', (_, title) => expect(pair(title)).toHaveLength(1));

  test('with what speaks for it', () => {
    const abstract = 'Moss grows slowly, and so do the data about it. '.repeat(6);
    const [one] = found([
      record(MOSS, { abstract, ids: ['arxiv:2405.00001'] }),
      record(MOSS, {
        abstract,
        ids: ['doi:10.1000/moss'],
        authors: ['Marsh, Ada', 'Wei Chen'],
        publishedAt: '2025-01-01',
      }),
    ]);
    expect(one!.evidence).toEqual({
      title: 1,
      sharedAuthors: 2,
      authors: [3, 2],
      years: [2024, 2025],
      preprint: true,
      abstract: 1,
    });
    expect(one!.a < one!.b).toBe(true);
    expect(one!.confidence).toBeGreaterThan(0.85);
  });

  test('without authors, a year or an abstract on one side', () => {
    expect(pair(MOSS, { authors: [] })).toHaveLength(1);
    expect(pair(MOSS, { publishedAt: undefined } as never)).toHaveLength(1);
  });

  test('a preprint and its publication, though both have a DOI', () => {
    const preprint = record(MOSS, { ids: ['doi:10.1101/2024.05.01.123456'] });
    expect(found([preprint, record(MOSS, { ids: ['doi:10.1000/moss'] })])).toHaveLength(1);
    const journal = record(MOSS, { ids: ['doi:10.1101/gr.123.4'] });
    expect(found([journal, record(MOSS, { ids: ['doi:10.1000/moss'] })])).toEqual([]);
  });

  test('the likeliest first', () => {
    const other = 'A Lantern for Two Rivers and the Boats between Them';
    const list = [record(MOSS), record(`${MOSS}: Revisited`), record(other), record(other)];
    const [first, second] = found(list);
    expect(first!.a).toBe(list[2]!.id);
    expect(first!.confidence).toBeGreaterThan(second!.confidence);
  });
});

describe('never suggested', () => {
  test.each([
    ['part I and part II', 'On Moss and Stones: Part I', 'On Moss and Stones: Part II'],
    ['part 1 and part 2', 'On Moss and Stones, Part 1', 'On Moss and Stones, Part 2'],
    ['two years', 'The Moss Census of Stones 2023', 'The Moss Census of Stones 2024'],
    ['two versions of one model', 'Moss2 Technical Report', 'Moss3 Technical Report'],
    ['two beginnings', 'First Notes on Moss and Stones', 'Second Notes on Moss and Stones'],
  ])('%s', (_, a, b) => expect(found([record(a), record(b)])).toEqual([]));

  test('other authors, another time, another number of one kind, another abstract', () => {
    expect(pair(MOSS, { authors: ['Bo Sample'] })).toEqual([]);
    expect(pair(MOSS, { publishedAt: '2021-01-01' })).toEqual([]);
    const numbered = ['arxiv:2405.00001', 'arxiv:2405.00002'];
    expect(found(numbered.map((id) => record(MOSS, { ids: [id] })))).toEqual([]);
    const abstracts = [
      'Moss grows slowly on stones. ',
      'Quick boats cross the two rivers by night. ',
    ];
    const [a, b] = abstracts.map((text) => text.repeat(8));
    expect(
      found([record(MOSS, { abstract: a! }), record(`${MOSS} Again`, { abstract: b! })]),
    ).toEqual([]);
  });

  test('a record and itself', () => {
    const one = printOf(record(MOSS));
    expect(compare(one, one)).toBeUndefined();
  });
});

describe('any records', () => {
  const words = fc.constantFrom('moss', 'stone', 'river', 'boat', 'the', 'II', '2', 'β', '深', '');
  const records = fc
    .array(
      fc.record({
        title: fc.array(words, { maxLength: 8 }).map((each) => each.join(' ')),
        authors: fc.array(fc.constantFrom('Ada Marsh', 'Bo Sample', ''), { maxLength: 3 }),
        publishedAt: fc.constantFrom('2023-01-01', '2024-01-01', '2026-01-01'),
      }),
      { maxLength: 24 },
    )
    .map((rows) => rows.map((row, i) => record('', { ...row, id: `P${i}` })));

  test('are compared each with each to the same end, in whatever order they come', () => {
    fc.assert(
      fc.property(records, (rows) => {
        const names = (all: Suggestion[]) => all.map(({ a, b }) => `${a} ${b}`);
        const forwards = names(found(rows));
        expect(new Set(forwards).size).toBe(forwards.length);
        expect(names(found([...rows].reverse())).sort()).toEqual(forwards.sort());
      }),
    );
  });
});

/** Titles of which one in fifty is near another, and that share their words with thousands. */
function library(size: number): DuplicateRecord[] {
  const stock = Array.from(
    { length: 3_000 },
    (_, i) => `${'bcdfghjklm'[i % 10]}o${i.toString(36)}`,
  );
  let seed = 7;
  const random = () => (seed = (seed * 48_271) % 0x7fffffff) / 0x7fffffff;
  // The square makes some words as common as "the", as in real titles.
  const word = () => stock[Math.floor(random() ** 3 * stock.length)]!;
  return Array.from({ length: size }, (_, i) => {
    const title = Array.from({ length: 9 }, word).join(' ');
    return record(title, {
      id: String(i).padStart(6, '0'),
      authors: [`Ada N${i % 977}`, `Bo N${i % 613}`],
    });
  }).flatMap((each, i) =>
    i % 50 === 0 ? [each, { ...each, id: `${each.id}x`, title: `${each.title} again` }] : [each],
  );
}

test('time grows with the number of papers, 10,000 take little', () => {
  const [small, large, many] = [2_500, 5_000, 9_800].map(library);
  expect(found(small!).length).toBeGreaterThanOrEqual(50);
  const [short, long] = bestOfFive(
    () => found(small!),
    () => found(large!),
  );
  const start = process.cpuUsage();
  found(many!);
  const ms = Math.round(process.cpuUsage(start).user / 1000);
  console.log(`duplicates among ${many!.length} papers: ${ms} ms of processor time`);
  expect(long).toBeLessThan(3 * short!);
}, 60_000);

test('papers that all share their words and authors take no longer', () => {
  const alike = (size: number) =>
    Array.from({ length: size }, (_, i) => record(`The moss of stone ${i % 5} and stone ${i % 7}`));
  const [small, large] = [2_000, 4_000].map(alike);
  const [short, long] = bestOfFive(
    () => found(small!),
    () => found(large!),
  );
  expect(long).toBeLessThan(3 * short!);
}, 60_000);
