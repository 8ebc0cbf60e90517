/** Which papers rise: the candidates of a digest. Pure. */
import type { Instant, PaperId, Signal } from '../paper';
import { startPriorOf } from './priors';
import { standings, type Standing } from './standing';
import type { Trend } from './trend';

/** A trend and whose it is. */
export interface PaperTrend extends Trend {
  paperId: PaperId;
  source: string;
  signal: Signal;
}

export interface Candidate {
  trend: PaperTrend;
  standing: Standing;
  /** False: too little was observed yet, and it is among the best of the day. */
  rises: boolean;
}

const OLDEST_HOURS = 7 * 24;
const DAY_HOURS = 24;
/** What is told must stand here at least among its like. */
const ENTERS_AT = 0.95;
/** Trends of a source that must have been observed before any is said to rise. */
const ENOUGH = 50;
const TOP_OF_DAY = 3;

/** The least a counter must show, per signal: below, a few friends make a trend. */
const FLOORS: Record<Signal, number> = { votes: 15, comments: 8, stars: 50 };

/**
 * The candidates at `now`, best first, one for each paper: signals are compared by their standing,
 * never added up. Until enough of a source was observed, its top three of the day stand in.
 */
export function candidates(trends: readonly PaperTrend[], now: Instant): Candidate[] {
  const found = bySignal(trends).flatMap((group) => {
    const met = compared(group, now).filter(({ standing }) => standing.ageHours < OLDEST_HOURS);
    if (met[0]?.rises) return met.filter(isRising);
    return group[0]!.signal === 'votes' ? topOfDay(met) : [];
  });
  return bestOfEach(found);
}

/** Every paper that has a trend, the one that stands highest among its like at `now` first. */
export function trendOrder(trends: readonly PaperTrend[], now: Instant): PaperId[] {
  const all = bySignal(trends).flatMap((group) => compared(group, now));
  return bestOfEach(all).map(({ trend }) => trend.paperId);
}

function compared(group: readonly PaperTrend[], now: Instant): Candidate[] {
  const { source, signal } = group[0]!;
  const { all, observed } = standings(group, signal, startPriorOf(source), now);
  return group.map((trend, i) => ({ trend, standing: all[i]!, rises: observed >= ENOUGH }));
}

function isRising({ trend, standing }: Candidate): boolean {
  return standing.percentile >= ENTERS_AT && trend.value >= FLOORS[trend.signal];
}

function topOfDay(met: readonly Candidate[]): Candidate[] {
  return met
    .filter(({ standing, trend }) => standing.ageHours <= 2 * DAY_HOURS && trend.value > 0)
    .sort((a, b) => b.standing.mean - a.standing.mean)
    .slice(0, TOP_OF_DAY);
}

function bySignal(trends: readonly PaperTrend[]): PaperTrend[][] {
  const groups = new Map<string, PaperTrend[]>();
  for (const trend of trends) {
    const name = `${trend.source} ${trend.signal}`;
    const group = groups.get(name);
    if (group) group.push(trend);
    else groups.set(name, [trend]);
  }
  return [...groups.values()];
}

function bestOfEach(found: readonly Candidate[]): Candidate[] {
  const best = [...found].sort(
    (a, b) => b.standing.percentile - a.standing.percentile || b.standing.lower - a.standing.lower,
  );
  const met = new Set<PaperId>();
  return best.filter(({ trend: { paperId } }) => !met.has(paperId) && met.add(paperId));
}
