import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeWithShared, sharedFolder } from '../shared-folder';
import { ndcgAt } from './search/ndcg';
import { qualityOf, shippedEngine } from './search/quality';
import { readScifact } from './search/scifact';

const FLOOR = 0.685;

describeWithShared('the search of SciFact', () => {
  const collection = readScifact(join(sharedFolder, 'data/scifact'));
  const { odd, even, all, run } = qualityOf('offprint', shippedEngine(collection), collection);

  test('all of it is there', () => {
    expect(collection.documents).toHaveLength(5183);
    expect(collection.topics).toHaveLength(300);
    expect(collection.topics.reduce((sum, { relevant }) => sum + relevant.size, 0)).toBe(339);
  });

  test(`nDCG@10 is at least ${FLOOR}`, () => {
    expect(all).toBeGreaterThanOrEqual(FLOOR);
    // Parameters were chosen on the odd half: what it gains must not be the other's loss.
    expect(Math.min(odd, even)).toBeGreaterThanOrEqual(FLOOR - 0.02);
  });

  test('the run is in the form of TREC', () => {
    expect(run.every((line) => /^\d+ Q0 \d+ \d+ \d+\.\d{6} offprint$/.test(line))).toBe(true);
  });
});

test('nDCG counts what was judged and not found', () => {
  const relevant = new Map([
    ['a', 1],
    ['b', 1],
  ]);
  expect(ndcgAt(10, ['a', 'b'], relevant)).toBe(1);
  // 1 / (1 + 1 / log2 3)
  expect(ndcgAt(10, ['a', 'x'], relevant)).toBeCloseTo(0.61315, 5);
  // (1 / log2 3) / (1 + 1 / log2 3)
  expect(ndcgAt(10, ['x', 'a'], relevant)).toBeCloseTo(0.38685, 5);
  expect(ndcgAt(1, ['x', 'a'], relevant)).toBe(0);
  expect(ndcgAt(10, ['x'], new Map())).toBe(0);
});
