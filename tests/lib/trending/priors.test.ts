import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimatePrior, START_PRIORS, startPriorOf } from '../../../lib/trending/priors';

const FALLBACK = { a: 0.6, b: 0.6 };

const items = (n: number, events: number, hours: number) =>
  Array.from({ length: n }, () => ({ events, hours }));

describe('the prior of a history', () => {
  test('worked by hand: half gained 0 in 2 h, half 8', () => {
    // Mean 4 in 2 h; variance 30 · 16 / 29 = 16.5517, of which 4 are Poisson's. An hour: mean 2,
    // variance 12.5517 / 4 = 3.13793, so b = 2 / 3.13793 and a = 2 b.
    const prior = estimatePrior([...items(15, 0, 2), ...items(15, 8, 2)], FALLBACK);
    expect(prior.b).toBeCloseTo(0.637363, 6);
    expect(prior.a).toBeCloseTo(1.274725, 6);
  });

  test('fewer than 30 usable items say too little', () => {
    expect(estimatePrior([], FALLBACK)).toBe(FALLBACK);
    expect(estimatePrior([...items(14, 0, 2), ...items(15, 8, 2)], FALLBACK)).toBe(FALLBACK);
    const unusable = [...items(10, Number.NaN, 2), ...items(10, 5, 0), ...items(10, -1, 3)];
    expect(estimatePrior([...items(29, 8, 2), ...unusable], FALLBACK)).toBe(FALLBACK);
  });

  test('items that gained nothing say nothing', () => {
    expect(estimatePrior(items(100, 0, 5), FALLBACK)).toBe(FALLBACK);
  });

  test('items that hardly differ give the heaviest prior, 24 h, and their mean', () => {
    expect(estimatePrior(items(100, 3, 6), FALLBACK)).toEqual({ a: 12, b: 24 });
  });

  test('a history drawn from Gamma(2, 4 h) gives about that back', () => {
    const random = seeded(7);
    const exponential = () => -Math.log(1 - random());
    const drawn = Array.from({ length: 20_000 }, () => {
      const rate = (exponential() + exponential()) / 4;
      const hours = 1 + 40 * random();
      let events = 0;
      for (let at = exponential() / rate; at < hours; at += exponential() / rate) events++;
      return { events, hours };
    });
    const { a, b } = estimatePrior(drawn, FALLBACK);
    expect(a).toBeGreaterThan(1.9);
    expect(a).toBeLessThan(2.1);
    expect(b).toBeGreaterThan(3.8);
    expect(b).toBeLessThan(4.2);
  });

  test('whatever the history, the prior stays within its bounds', () => {
    const number = fc.oneof(fc.double(), fc.double({ min: 0, max: 1e9 }), fc.nat({ max: 100 }));
    const history = fc.array(fc.record({ events: number, hours: number }), {
      minLength: 30,
      maxLength: 200,
    });
    fc.assert(
      fc.property(history, (rates) => {
        const { a, b } = estimatePrior(rates, FALLBACK);
        expect(a >= 0.05 && a <= 50 && b >= 0.1 && b <= 24).toBe(true);
      }),
    );
  });
});

test('a source starts with its own prior, or with the common one', () => {
  expect(START_PRIORS['hugging-face']).toEqual({ a: 0.6, b: 0.6 });
  expect(startPriorOf('hacker-news')).toEqual({ a: 0.5, b: 1 });
  expect(startPriorOf('arxiv')).toEqual({ a: 0.6, b: 0.6 });
  expect(startPriorOf('constructor')).toEqual({ a: 0.6, b: 0.6 });
});

/** A linear congruential generator (Numerical Recipes), from 0 up to 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
