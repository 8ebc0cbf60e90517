import { startPriorOf } from '../../../lib/trending/priors';
import { HALF_LIFE_HOURS, observe, rateOf, startVelocity } from '../../../lib/trending/velocity';
import type { Instant } from '../../../lib/paper';
import type { Candidate } from './pools';

/** How high a candidate stands at `now`, by its history and age alone. */
export type Score = (candidate: Omit<Candidate, 'gain'>, now: Instant) => number;

const HOUR = 3_600_000;

/** A story on Hacker News begins with its submitter's own. */
const FIRST_POINT = 1;

/** What Offprint ships, and what it has to beat. */
export const SCORES = {
  shipped: ({ submittedAt, history }, now) => {
    const velocity = history.reduce(
      (state, { at, votes }) => observe(state, at, votes, HALF_LIFE_HOURS.votes),
      startVelocity(submittedAt, FIRST_POINT),
    );
    return rateOf(velocity, now, startPriorOf('hacker-news'), HALF_LIFE_HOURS.votes).mean;
  },
  'total points': ({ history }) => points(history),
  'points/age': ({ history, submittedAt }, now) =>
    points(history) / Math.max(hours(submittedAt, now), 1),
  'last delta/h': ({ history, submittedAt }) => {
    const last = history.at(-1)!;
    const before = history.at(-2) ?? { at: submittedAt, votes: 0 };
    return (last.votes - before.votes) / hours(before.at, last.at);
  },
  'Hacker News': ({ history, submittedAt }, now) =>
    Math.max(points(history) - 1, 0) ** 0.8 / (hours(submittedAt, now) + 2) ** 1.8,
  Reddit: ({ history, submittedAt }, now) =>
    Math.log10(Math.max(points(history), 1)) - hours(submittedAt, now) / 12.5,
} satisfies Record<string, Score>;

export type ScoreName = keyof typeof SCORES;

function points(history: Candidate['history']): number {
  return history.at(-1)!.votes;
}

function hours(from: Instant, to: Instant): number {
  return (to - from) / HOUR;
}
