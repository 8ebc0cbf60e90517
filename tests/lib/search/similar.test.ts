import { expect, test } from 'vitest';
import { buildSegment } from '../../../lib/search/build-segment';
import { openIndex } from '../../../lib/search/search-index';
import { similarPapers } from '../../../lib/search/similar';

const papers = [
  {
    id: '01',
    title: 'Moths at lamps',
    authors: [],
    abstract: 'Wandering moths circle bright lamps.',
  },
  { id: '02', title: 'Lamps for moths', authors: [], abstract: 'A moth wanders to its lamp.' },
  { id: '03', title: 'Lamps of stone', authors: [], abstract: 'Carved lamps.' },
  { id: '04', title: 'Rivers', authors: [], abstract: 'They flow.' },
  { id: '05', title: 'Clouds', authors: [], abstract: 'They drift over lamps.' },
];
const index = openIndex([buildSegment(papers)]);
const text = `${papers[0]!.title}\n${papers[0]!.abstract}`;

test('papers that share telling words, which are told as the text writes them', () => {
  const found = similarPapers(index, text, '01');
  expect(found.map(({ id, words }) => [id, words])).toEqual([
    ['02', ['Moths', 'lamps', 'Wandering']],
    ['03', ['lamps']],
    ['05', ['lamps']],
  ]);
  expect(found[0]!.score).toBeGreaterThan(found[1]!.score);
});

test('only of those that filters leave, and so many as wanted', () => {
  const within = index.mask((id) => id !== '02');
  expect(similarPapers(index, text, undefined, { within, limit: 2 }).map(({ id }) => id)).toEqual([
    '01',
    '03',
  ]);
});
