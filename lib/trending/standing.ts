/** How a trend stands among those of its source and age, over the last fortnight. Pure. */
import type { Instant, Signal } from '../paper';
import { estimatePrior } from './priors';
import type { Trend } from './trend';
import { HALF_LIFE_HOURS, observe, rateOf, startVelocity, type Prior } from './velocity';

const HOUR_MS = 60 * 60 * 1000;
const FORTNIGHT_MS = 14 * 24 * HOUR_MS;
/** Ages within which trends are compared, in hours; the last is open. */
const AGES = [6, 12, 24, 72, Infinity] as const;

export interface Standing {
  /** Expected events per hour, and their cautious lower bound. */
  mean: number;
  lower: number;
  /** Share of what trends of this age reached in the fortnight that is no higher, 0 to 1. */
  percentile: number;
  ageHours: number;
}

export interface Standings {
  /** In the order of the trends. */
  all: Standing[];
  /** With how many trends of the fortnight they were compared. */
  observed: number;
}

/** Compares the trends of one signal of one source; `start` is its prior while little was seen. */
export function standings(
  trends: readonly Trend[],
  signal: Signal,
  start: Prior,
  now: Instant,
): Standings {
  const recent = trends.filter(({ startedAt }) => now - startedAt < FORTNIGHT_MS);
  const prior = estimatePrior(recent.map(exposure), start);
  const reached = AGES.map((): number[] => []);
  for (const trend of recent) {
    highest(trend, signal, prior).forEach((value, i) => {
      if (value !== undefined) reached[i]!.push(value);
    });
  }
  for (const values of reached) values.sort((a, b) => a - b);
  const all = trends.map((trend): Standing => {
    const ageHours = Math.max(0, now - trend.startedAt) / HOUR_MS;
    const { mean, lower } = rateOf(trend, now, prior, HALF_LIFE_HOURS[signal]);
    const percentile = shareUpTo(reached[ageIndex(ageHours)]!, lower);
    return { mean, lower, percentile, ageHours };
  });
  return { all, observed: recent.length };
}

function exposure({ points, value, at }: Trend): { events: number; hours: number } {
  const [from = 0, base = 0] = points[0] ?? [];
  return { events: Math.max(0, value - base), hours: Math.max(0, at - from) / HOUR_MS };
}

/** The highest lower bound that a trend reached at each age. */
function highest(trend: Trend, signal: Signal, prior: Prior): (number | undefined)[] {
  const reached: (number | undefined)[] = AGES.map(() => undefined);
  const [first, ...rest] = trend.points;
  if (!first) return reached;
  let velocity = startVelocity(...first);
  for (const [at, value] of rest) {
    velocity = observe(velocity, at, value, HALF_LIFE_HOURS[signal]);
    const { lower } = rateOf(velocity, at, prior, HALF_LIFE_HOURS[signal]);
    const i = ageIndex((at - trend.startedAt) / HOUR_MS);
    reached[i] = Math.max(reached[i] ?? 0, lower);
  }
  return reached;
}

function ageIndex(hours: number): number {
  return AGES.findIndex((end) => hours <= end);
}

/** Ties count half, so that a lone value stands in the middle. */
function shareUpTo(sorted: readonly number[], value: number): number {
  if (sorted.length === 0) return 0;
  const below = sorted.filter((other) => other < value).length;
  const same = sorted.filter((other) => other === value).length;
  return (below + same / 2) / sorted.length;
}
