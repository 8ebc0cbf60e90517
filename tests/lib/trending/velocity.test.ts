import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { observe, rateOf, startVelocity, type Velocity } from '../../../lib/trending/velocity';

const HOUR = 3_600_000;
const H = 12;
const START = Date.parse('2026-08-03T00:00:00Z');
const PRIOR = { a: 0.6, b: 0.6 };

type Poll = readonly [hours: number, value: number];

const after = (hours: number) => START + hours * HOUR;

function watched(polls: readonly Poll[], from = startVelocity(START, 0)): Velocity {
  return polls.reduce((state, [hours, value]) => observe(state, after(hours), value, H), from);
}

describe('worked by hand, half-life 12 h', () => {
  test('12 votes in 12 h weigh 0.5^(6/12) = 0.70711', () => {
    const velocity = watched([[12, 12]]);
    expect(velocity).toMatchObject({ at: after(12), value: 12 });
    expect(velocity.gained).toBeCloseTo(8.48528, 5);
    expect(velocity.hours).toBeCloseTo(8.48528, 5);
    // (0.6 + 8.48528) / (0.6 + 8.48528), and its root 3.01418 less.
    const rate = rateOf(velocity, after(12), PRIOR, H);
    expect(rate.mean).toBeCloseTo(1, 9);
    expect(rate.lower).toBeCloseTo(0.66823, 5);
  });

  test('6 more in the next 12 h: what was halves, the new weighs as much as the old did', () => {
    const velocity = watched([
      [12, 12],
      [24, 18],
    ]);
    expect(velocity.gained).toBeCloseTo(4.24264 + 4.24264, 4);
    expect(velocity.hours).toBeCloseTo(4.24264 + 8.48528, 4);
    expect(rateOf(velocity, after(24), PRIOR, H).mean).toBeCloseTo(0.68167, 5);
    // 12 h later, unpolled: (0.6 + 4.24264) / (0.6 + 6.36396).
    expect(rateOf(velocity, after(36), PRIOR, H).mean).toBeCloseTo(0.69538, 4);
  });

  test('no poll yet: the prior; its lower bound is never below 0', () => {
    const rate = rateOf(startVelocity(START, 1), after(3), PRIOR, H);
    expect(rate).toEqual({ mean: 1, lower: 0 });
  });

  test('three votes in 20 minutes are held back by the prior: 3.84 an hour, not 9', () => {
    const rate = rateOf(watched([[1 / 3, 3]]), after(1 / 3), PRIOR, H);
    expect(rate.mean).toBeCloseTo(3.84, 2);
  });

  test('a quarter of an hour is the least exposure', () => {
    const velocity = watched([[0, 3]]);
    expect(velocity).toMatchObject({ gained: 3, hours: 0.25 });
  });

  test('a week without polls leaves the prior', () => {
    const velocity = watched([[24, 100]]);
    const { mean } = rateOf(velocity, after(24 + 7 * 24), { a: 1, b: 2 }, H);
    expect(mean).toBeGreaterThan(0.5);
    expect(mean).toBeLessThan(0.51);
  });
});

describe('what counters and clocks do', () => {
  test('a counter that falls gains nothing, and rises again from where it fell to', () => {
    const fallen = watched([
      [4, 10],
      [8, 7],
      [12, 9],
    ]);
    const steady = watched([
      [4, 10],
      [8, 10],
      [12, 12],
    ]);
    expect(fallen.gained).toBe(steady.gained);
    expect(fallen.hours).toBe(steady.hours);
    expect(fallen.value).toBe(9);
  });

  test('a clock that goes back an hour adds neither votes nor hours', () => {
    const before = watched([[12, 12]]);
    const { gained, hours, at, value } = watched([[11, 14]], before);
    expect({ gained, hours, at }).toEqual({
      gained: before.gained,
      hours: before.hours,
      at: before.at,
    });
    expect(value).toBe(14);
  });

  test('a late answer does not bring votes back to be counted twice', () => {
    expect(watched([[11, 10]], watched([[12, 12]])).value).toBe(12);
  });

  test('a clock that was years ahead does not stop the count', () => {
    const ahead = watched([
      [12, 12],
      [20 * 365 * 24, 14],
    ]);
    expect(rateOf(ahead, after(13), PRIOR, H).mean).toBeCloseTo(1, 9);
    const back = watched([[24, 16]], ahead);
    expect(back).toEqual(startVelocity(after(24), 16));
    expect(watched([[36, 28]], back).gained).toBeCloseTo(8.48528, 5);
  });

  test('a submission that lies ahead of the first poll is not believed', () => {
    const state = watched([[1, 5]], startVelocity(after(3), 0));
    expect(state).toEqual(startVelocity(after(1), 5));
  });

  test.each([
    [Number.NaN, 5],
    [Infinity, 5],
    [-1, 5],
    [9e15, 5],
    [after(13), Number.NaN],
    [after(13), Infinity],
    [after(13), -1],
    [after(13), 1e300],
  ])('a poll at %s of %s changes nothing', (at, value) => {
    const before = watched([[12, 12]]);
    expect(observe(before, at, value, H)).toBe(before);
  });
});

/** The published sums over all intervals, written down as they stand. */
function batchRate(polls: readonly Poll[], nowHours: number): number {
  let a = PRIOR.a;
  let b = PRIOR.b;
  polls.forEach(([hours, value], i) => {
    const [sinceHours, since] = polls[i - 1] ?? [0, 0];
    const middle = (sinceHours + hours) / 2;
    const weight = Math.pow(2, -(nowHours - middle) / H);
    a += weight * Math.max(0, value - since);
    b += weight * Math.max(0.25, hours - sinceHours);
  });
  return a / b;
}

// Whole minutes and votes, so that sums of them are exact.
const count = fc.nat({ max: 500 });
const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 4000 }), count), { maxLength: 20 });
const asPolls = (steps: readonly (readonly [minutes: number, value: number])[]): Poll[] => {
  let minutes = 0;
  return steps.map(([gap, value]) => [(minutes += gap) / 60, value]);
};

describe('for any polls', () => {
  test('poll by poll gives what the published sums give', () => {
    fc.assert(
      fc.property(gaps.map(asPolls), fc.nat({ max: 200 }), (polls, wait) => {
        const now = (polls.at(-1)?.[0] ?? 0) + wait;
        const { mean } = rateOf(watched(polls), after(now), PRIOR, H);
        expect(mean / batchRate(polls, now)).toBeCloseTo(1, 7);
      }),
    );
  });

  test('who gains at least as much in every interval is at least as fast', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), count, count));
    fc.assert(
      fc.property(steps, (given) => {
        let [slow, fast] = [0, 0];
        const slower = given.map(([gap, gain]) => [gap, (slow += gain)] as const);
        const faster = given.map(([gap, gain, more]) => [gap, (fast += gain + more)] as const);
        const now = after(1e4);
        const rate = (polls: Poll[]) => rateOf(watched(polls), now, PRIOR, H).mean;
        expect(rate(asPolls(faster))).toBeGreaterThanOrEqual(rate(asPolls(slower)));
      }),
    );
  });

  test('the unit of time does not matter', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), count), { maxLength: 20 });
    fc.assert(
      fc.property(steps.map(asPolls), fc.integer({ min: 2, max: 60 }), (polls, unit) => {
        const rateIn = (k: number) => {
          const last = polls.reduce(
            (state, [hours, value]) =>
              observe(state, Math.round(hours * HOUR) * k, value, H * k, 0.25 * k),
            startVelocity(0, 0),
          );
          return rateOf(last, last.at + 5 * k * HOUR, { a: PRIOR.a, b: PRIOR.b * k }, H * k);
        };
        const [one, other] = [rateIn(1), rateIn(unit)];
        expect(Math.abs(other.mean * unit - one.mean)).toBeLessThan(1e-9 * one.mean);
        expect(Math.abs(other.lower * unit - one.lower)).toBeLessThan(1e-9 * one.mean);
      }),
    );
  });

  test('polls of one instant count once, in any order', () => {
    const moments = fc.array(
      fc.tuple(
        fc.nat({ max: 4000 }),
        fc
          .array(count, { minLength: 1, maxLength: 4 })
          .chain((values) =>
            fc.tuple(
              fc.constant(values),
              fc.shuffledSubarray(values, { minLength: values.length }),
            ),
          ),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(moments, (given) => {
        let minutes = 0;
        const ordered: Poll[] = [];
        const shuffled: Poll[] = [];
        const once: Poll[] = [];
        for (const [gap, [values, others]] of given) {
          minutes += gap + 1;
          const at = minutes / 60;
          ordered.push(...values.map((value) => [at, value] as const));
          shuffled.push(...[...others, ...values].map((value) => [at, value] as const));
          once.push([at, Math.max(...values)]);
        }
        expect(watched(shuffled)).toEqual(watched(ordered));
        expect(watched(ordered)).toEqual(watched(once));
      }),
    );
  });

  test('whatever clocks and counters say, the rate is a number and the state plain JSON', () => {
    const strange = fc.oneof(
      fc.double(),
      fc.constantFrom(NaN, Infinity, -Infinity, -1, 0, START, 8.64e15, 2 ** 53),
      fc.integer({ min: START, max: START + 1e9 }),
    );
    const polls = fc.array(fc.tuple(strange, strange), { maxLength: 12 });
    fc.assert(
      fc.property(strange, strange, polls, strange, (at, value, given, now) => {
        const state = given.reduce(
          (velocity, poll) => observe(velocity, ...poll, H),
          startVelocity(at, value),
        );
        const { mean, lower } = rateOf(state, now, PRIOR, H);
        expect(Number.isFinite(mean) && mean >= lower && lower >= 0).toBe(true);
        const json = JSON.stringify(state);
        expect(json).not.toContain('null');
        expect(JSON.stringify(JSON.parse(json))).toBe(json);
      }),
      { numRuns: 1000 },
    );
  });
});
