/** What a source's counters usually do, before one of them is watched. */
import type { Prior } from './velocity';

/** Until the device has a history of its own, by source; set by hand from public figures. */
export const START_PRIORS: Readonly<Record<string, Prior>> = {
  'hugging-face': { a: 0.6, b: 0.6 },
  'hacker-news': { a: 0.5, b: 1 },
};

const DEFAULT_PRIOR: Prior = { a: 0.6, b: 0.6 };

/** The source's own, or the one for every source that has none. */
export function startPriorOf(source: string): Prior {
  return (Object.hasOwn(START_PRIORS, source) && START_PRIORS[source]) || DEFAULT_PRIOR;
}

const MIN_ITEMS = 30;
/** Hours: a prior neither vanishes nor outweighs a day of polls. */
const HOURS = { min: 0.1, max: 24 };
const EVENTS = { min: 0.05, max: 50 };

/**
 * The Gamma prior (events, hours) of items that gained `events` in `hours` each, by moments: their
 * rates' mean m and variance between items s², the Poisson part subtracted, give b = m/s², a = m·b.
 * s² is the estimator of Bühlmann and Straub for unequal hours with Poisson variance (Bühlmann and
 * Gisler, A Course in Credibility Theory, 2005, chapter 4). `fallback` for fewer than 30 usable
 * items, and for items that gained nothing at all.
 */
export function estimatePrior(
  rates: readonly { events: number; hours: number }[],
  fallback: Prior,
): Prior {
  const usable = rates.filter(isUsable);
  const events = sum(usable.map((item) => item.events));
  const hours = sum(usable.map((item) => item.hours));
  if (usable.length < MIN_ITEMS || events === 0) return fallback;
  const mean = events / hours;
  const spread = sum(usable.map((item) => (item.events - mean * item.hours) ** 2 / item.hours));
  const evenness = hours - sum(usable.map((item) => item.hours ** 2)) / hours;
  const variance = (spread - (usable.length - 1) * mean) / evenness;
  const b = variance > 0 ? clamp(mean / variance, HOURS) : HOURS.max;
  return { a: clamp(mean * b, EVENTS), b };
}

/** Up to a billion events in a minute to ten years: nothing that the squares above cannot hold. */
function isUsable({ events, hours }: { events: number; hours: number }): boolean {
  return events >= 0 && events <= 1e9 && hours >= 1 / 60 && hours <= 87_600;
}

function clamp(value: number, { min, max }: { min: number; max: number }): number {
  return Math.min(Math.max(value, min), max);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
