/** One counter of one paper at one source, as it was observed. Pure. */
import type { Instant, Signal } from '../paper';
import { HALF_LIFE_HOURS, observe, startVelocity, type Velocity } from './velocity';

export interface Trend extends Velocity {
  /** When the counter began, or was met first where nobody says. */
  startedAt: Instant;
  /** The beginning and the last observations, oldest first. */
  points: [at: Instant, value: number][];
}

/** Observations a trend keeps, for its small chart and for comparing it with others of its age. */
const KEPT_POINTS = 20;

/** What votes stand at when a paper is submitted: the submitter's own; nobody has commented yet. */
const AT_START: Record<Signal, number> = { votes: 1, comments: 0, stars: 0 };

/**
 * A trend after one more look. The first look knows of growth only where the source says when the
 * counter began, at nothing; a counter without a beginning is watched from its first value on.
 */
export function looked(
  before: Trend | undefined,
  look: { at: Instant; value: number; startedAt?: Instant | undefined },
  signal: Signal,
): Trend {
  const { at, value, startedAt: began } = look;
  const isKnown = began !== undefined && began < at;
  const first: [Instant, number] = isKnown
    ? [began, Math.min(value, AT_START[signal])]
    : [at, value];
  // Of a clock that ran ahead nothing can be compared.
  const known = before && before.at - at < DAY_MS ? before : undefined;
  const { startedAt, points, ...velocity } = known ?? {
    ...startVelocity(...first),
    startedAt: first[0],
    points: [first],
  };
  const next = observe(velocity, at, value, HALF_LIFE_HOURS[signal]);
  return { ...next, startedAt, points: withPoint(points, at, value) };
}

function withPoint(points: Trend['points'], at: Instant, value: number): Trend['points'] {
  const last = points.at(-1);
  if (last && at <= last[0]) return points;
  const next: Trend['points'] = [...points, [at, value]];
  // The beginning stays: without it nobody could tell how old the rest is.
  return next.length > KEPT_POINTS ? [next[0]!, ...next.slice(1 - KEPT_POINTS)] : next;
}

/** Looks are noted to the quarter of an hour: a poll that was cut short and made again is one. */
const QUARTER_MS = 15 * 60 * 1000;

/** The instant under which a look at `now` is noted, and standings are compared. */
export function noted(now: Instant): Instant {
  return now - (now % QUARTER_MS);
}

/** How much a counter grew since about a day before `now`, or since it began. */
export function growth(trend: Trend, now: Instant): { gained: number; hours: number } {
  const since = now - DAY_MS;
  const from = trend.points.findLast(([at]) => at <= since) ?? trend.points[0];
  if (!from) return { gained: 0, hours: 0 };
  const hours = Math.max(0, trend.at - from[0]) / HOUR_MS;
  return { gained: Math.max(0, trend.value - from[1]), hours };
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
