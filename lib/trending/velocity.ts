/**
 * How fast a counter grows: the rate of a Poisson process under a Gamma prior, learnt poll by poll,
 * what lies long back forgotten by halves. Votes, comments and stars are never added together.
 */
import type { Instant, Signal } from '../paper';

/** After how many hours what was observed weighs half. */
export const HALF_LIFE_HOURS: Readonly<Record<Signal, number>> = {
  votes: 12,
  comments: 12,
  stars: 72,
};

/** What is believed of a counter before it is watched: `a` events in `b` hours, both above 0. */
export interface Prior {
  a: number;
  b: number;
}

/** Events and hours, both decayed to the instant of the last observation, without the prior. */
interface Tally {
  gained: number;
  hours: number;
  at: Instant;
  value: number;
}

/** What is kept per paper, source and signal; plain JSON, to be stored whole. */
export interface Velocity extends Tally {
  /** As it stood before the last poll, from where a second poll of that instant counts again. */
  before?: Tally;
}

const HOUR_MS = 3_600_000;
/** The exposure of two polls in quick succession, so that one vote between them is no storm. */
const FLOOR_HOURS = 0.25;
const LAST_INSTANT = 8.64e15;

/** A counter that stood at `value` when it began: at the submission, or when a list named it. */
export function startVelocity(at: Instant, value: number): Velocity {
  return { gained: 0, hours: 0, at: isInstant(at) ? at : 0, value: isCount(value) ? value : 0 };
}

/**
 * The state after a poll that read `value` at `at`. The interval since the last poll weighs
 * 0.5^(its middle's distance / half-life), older ones decay by 0.5^(its length / half-life); a fall
 * gains nothing. Polls of one instant count as one, of their highest value. A poll from before the
 * last one adds neither votes nor hours; from more than a half-life before it, or from before the
 * start, the older clock was wrong and the count starts again. Values no counter or clock can have
 * change nothing.
 *
 * Poll by poll this makes Σ w·Δvalue and Σ w·Δt over all intervals, w = 0.5^(age of its middle /
 * half-life). Lengths below `floorHours` count as that.
 */
export function observe(
  velocity: Velocity,
  at: Instant,
  value: number,
  halfLifeHours: number,
  floorHours = FLOOR_HOURS,
): Velocity {
  if (!isInstant(at) || !isCount(value)) return velocity;
  const { before, ...last } = velocity;
  const hours = (at - last.at) / HOUR_MS;
  if (hours < -halfLifeHours || (hours < 0 && !before)) return startVelocity(at, value);
  if (hours < 0) return { ...velocity, value: Math.max(last.value, value) };
  if (hours === 0 && before) {
    return value > last.value ? observe(before, at, value, halfLifeHours, floorHours) : velocity;
  }
  const decay = 0.5 ** (hours / halfLifeHours);
  const weight = 0.5 ** (hours / 2 / halfLifeHours);
  return {
    gained: last.gained * decay + weight * Math.max(value - last.value, 0),
    hours: last.hours * decay + weight * Math.max(hours, floorHours),
    at,
    value,
    before: last,
  };
}

/**
 * Events per hour as of `now`: the mean of the posterior Gamma(A, B), A events in B hours, and its
 * lower bound one standard deviation below, at least 0. Long after the last poll, the prior's.
 */
export function rateOf(
  velocity: Velocity,
  now: Instant,
  prior: Prior,
  halfLifeHours: number,
): { mean: number; lower: number } {
  const hours = isInstant(now) ? Math.max((now - velocity.at) / HOUR_MS, 0) : 0;
  const decay = 0.5 ** (hours / halfLifeHours);
  const a = prior.a + velocity.gained * decay;
  const b = prior.b + velocity.hours * decay;
  return { mean: a / b, lower: Math.max(a - Math.sqrt(a), 0) / b };
}

function isInstant(at: number): boolean {
  return at >= 0 && at <= LAST_INSTANT;
}

function isCount(value: number): boolean {
  return value >= 0 && value <= Number.MAX_SAFE_INTEGER;
}
