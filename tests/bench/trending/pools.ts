import type { Instant } from '../../../lib/paper';
import type { Item, Observation } from './items';

/** An item as a poller knows it at one poll. */
export interface Candidate {
  id: number;
  submittedAt: Instant;
  /** Its votes at this poll and the ones before, back to the submission; at least one. */
  history: Observation[];
  /** What no score may see: the votes of the next 24 h. */
  gain: number;
}

/** What there is to rank at one poll, in the order of submission. */
export interface Pool {
  time: Instant;
  candidates: Candidate[];
}

const HOUR = 3_600_000;
const LIVE = 72 * HOUR;
const AHEAD = 24 * HOUR;
const MIN_CANDIDATES = 4;

/** The pools of polls every `pollHours`; `items` in the order of submission. */
export function poolsOf(items: readonly Item[], pollHours: number): Pool[] {
  const instants = items.flatMap(({ observations }) => observations.map(({ at }) => at));
  const first = instants.reduce((a, b) => Math.min(a, b));
  const last = instants.reduce((a, b) => Math.max(a, b));
  const poll = pollHours * HOUR;
  const pools: Pool[] = [];
  for (let time = first; time <= last - AHEAD; time += poll) {
    const live = items.filter(({ submittedAt: at }) => at <= time && at >= time - LIVE);
    const candidates = live.flatMap((item) => candidateAt(item, time, poll));
    const counts = candidates.length >= MIN_CANDIDATES && candidates.some(({ gain }) => gain > 0);
    if (counts) pools.push({ time, candidates });
  }
  return pools;
}

function candidateAt(item: Item, time: Instant, poll: number): Candidate[] {
  const { id, submittedAt } = item;
  const history: Observation[] = [];
  for (let at = time; at >= submittedAt; at -= poll) {
    const votes = votesAt(item, at);
    if (votes !== undefined) history.unshift({ at, votes });
  }
  const now = history.at(-1)?.votes;
  if (now === undefined) return [];
  return [{ id, submittedAt, history, gain: votesAt(item, time + AHEAD)! - now }];
}

function votesAt({ observations }: Item, at: Instant): number | undefined {
  return observations.findLast((observation) => observation.at <= at)?.votes;
}
