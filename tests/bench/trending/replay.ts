import type { Item } from './items';
import { ndcg } from './ndcg';
import { poolsOf, type Candidate, type Pool } from './pools';
import { SCORES, type Score, type ScoreName } from './scores';

/** How well one score finds the next day's top three, as a mean over the pools. */
export interface Outcome {
  score: ScoreName;
  pollHours: number;
  pools: number;
  ndcg: number;
}

/** One pool in the order of the shipped score, best first. */
export interface Ranking {
  pollHours: number;
  /** ISO 8601, UTC. */
  time: string;
  ranking: number[];
}

const POLL_HOURS = [4, 8, 24];
const TOP = 3;

/** Every score at every poll interval; `items` in the order of submission. */
export function replay(items: readonly Item[]): { outcomes: Outcome[]; rankings: Ranking[] } {
  const outcomes: Outcome[] = [];
  const rankings: Ranking[] = [];
  for (const pollHours of POLL_HOURS) {
    const pools = poolsOf(items, pollHours);
    for (const [score, scoreOf] of Object.entries(SCORES) as [ScoreName, Score][]) {
      outcomes.push({ score, pollHours, pools: pools.length, ndcg: meanNdcg(pools, scoreOf) });
    }
    for (const pool of pools) {
      const ranking = ranked(pool, SCORES.shipped).map(({ id }) => id);
      rankings.push({ pollHours, time: new Date(pool.time).toISOString(), ranking });
    }
  }
  return { outcomes, rankings };
}

function meanNdcg(pools: readonly Pool[], scoreOf: Score): number {
  const values = pools.map((pool) =>
    ndcg(
      ranked(pool, scoreOf).map(({ gain }) => gain),
      TOP,
    ),
  );
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Best first; ties keep the order of submission. */
function ranked({ time, candidates }: Pool, scoreOf: Score): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, score: scoreOf(candidate, time) }))
    .sort((a, b) => b.score - a.score)
    .map(({ candidate }) => candidate);
}
