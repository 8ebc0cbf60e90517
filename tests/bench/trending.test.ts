import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeWithShared, sharedFolder } from '../shared-folder';
import { readItems } from './trending/items';
import { ndcg } from './trending/ndcg';
import { replay } from './trending/replay';

const POOLS = { 4: 1157, 8: 578, 24: 197 };
// replay-results.md beside the data; the shipped score is its GammaPoisson of 12 h.
const PUBLISHED = [
  ['shipped', 0.91, 0.909, 0.905],
  ['total points', 0.792, 0.801, 0.781],
  ['points/age', 0.888, 0.889, 0.89],
  ['last delta/h', 0.814, 0.861, 0.892],
  ['Hacker News', 0.88, 0.883, 0.894],
  ['Reddit', 0.814, 0.816, 0.827],
] as const;
const FLOOR = 0.9;

describeWithShared('the replay of Hacker News', () => {
  const { outcomes, rankings } = replay(readItems(join(sharedFolder, 'data/hn')));
  const figures = (name: string) =>
    outcomes.filter(({ score }) => score === name).map(({ ndcg }) => ndcg);

  test.each(PUBLISHED)('%s comes out as published', (name, ...published) => {
    const found = figures(name);
    expect(found).toHaveLength(published.length);
    for (const [i, figure] of found.entries()) {
      expect(Math.abs(figure - published[i]!)).toBeLessThanOrEqual(0.005);
    }
  });

  test('the shipped score finds the top three at every poll interval', () => {
    expect(Math.min(...figures('shipped'))).toBeGreaterThanOrEqual(FLOOR);
  });

  test('as many pools count as published, and each is ranked', () => {
    const count = (hours: number) => rankings.filter(({ pollHours }) => pollHours === hours).length;
    expect({ 4: count(4), 8: count(8), 24: count(24) }).toEqual(POOLS);
    expect(rankings.every(({ ranking }) => new Set(ranking).size === ranking.length)).toBe(true);
  });
});

test('nDCG is 1 for the best order, and discounts what stands lower', () => {
  expect(ndcg([5, 2, 1, 0], 3)).toBe(1);
  // (0 + 4 / log2 3) / 4
  expect(ndcg([0, 4], 3)).toBeCloseTo(0.63093, 5);
  expect(ndcg([0, 0, 0, 4], 3)).toBe(0);
});
