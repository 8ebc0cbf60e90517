/** Local dates and clocks of a named IANA zone. The browser's own zone data is all it asks. */
import type { Day, Instant } from '../paper';

export interface LocalTime {
  day: Day;
  /** Whole minutes after local midnight as the clock shows them, 0 to 1439. */
  minute: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * What calendar and clock show at `now`.
 * @param zone an IANA name such as `Europe/Berlin`
 * @throws RangeError for a zone that the browser does not know
 */
export function localTime(now: Instant, zone: string): LocalTime {
  const wall = wallAt(now, zone);
  const day = dayOf(wall);
  return { day, minute: Math.floor((wall - startOf(day)) / MINUTE) };
}

/**
 * The first instant at which a day has reached a minute on the local clock. Where the clock skips
 * that minute, or the whole day: the first instant after the gap. Where it shows it twice: the
 * first of the two. A zone is taken to change at most once in two days.
 */
export function firstInstant(day: Day, minute: number, zone: string): Instant {
  const wall = startOf(day) + minute * MINUTE;
  // No zone is a day away from UTC, so these two stand on either side of the instant.
  const candidates = [wall - DAY, wall + DAY].map((near) => wall - offsetAt(near, zone));
  const low = Math.min(...candidates);
  const high = Math.max(...candidates);
  return [low, high].find((at) => wallAt(at, zone) === wall) ?? endOfGap(low, high, wall, zone);
}

/** The first minute after `low` and up to `high` at which the clock shows `wall` or later. */
function endOfGap(low: Instant, high: Instant, wall: number, zone: string): Instant {
  let before = low;
  let after = high;
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / MINUTE / 2) * MINUTE;
    if (wallAt(middle, zone) < wall) before = middle;
    else after = middle;
  }
  return after;
}

export function addDays(day: Day, days: number): Day {
  return dayOf(startOf(day) + days * DAY);
}

/** 0 (Sunday) to 6. */
export function weekdayOf(day: Day): number {
  return new Date(startOf(day)).getUTCDay();
}

function startOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(wall: number): Day {
  return new Date(wall).toISOString().slice(0, 10);
}

function offsetAt(now: Instant, zone: string): number {
  return wallAt(now, zone) - Math.floor(now / MINUTE) * MINUTE;
}

/** The local clock at `now`, to the minute, as if it were UTC. */
function wallAt(now: Instant, zone: string): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(now)) shown[type] = Number(value);
  const { year = NaN, month = NaN, day, hour, minute } = shown;
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** Kept, since to make a formatter costs far more than to use it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}
