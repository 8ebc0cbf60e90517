import type { Day, Instant } from '../../../lib/paper';
import { utc } from './clock';

export const MINUTE = 60_000;

/** From `from` on the reader is in `zone`, whose clock is `offset` minutes ahead of UTC. */
export interface Stay {
  from: Instant;
  zone: string;
  offset: number;
}

/**
 * A year of local time, worked out by hand: three moves, one of them over the date line, and two
 * changes of the clock, forward in Berlin and back in New York.
 */
export const JOURNEY: readonly Stay[] = [
  { from: utc('2025-12-31T23:00Z'), zone: 'Europe/Berlin', offset: 60 },
  { from: utc('2026-03-29T01:00Z'), zone: 'Europe/Berlin', offset: 120 },
  { from: utc('2026-06-10T14:00Z'), zone: 'America/New_York', offset: -240 },
  { from: utc('2026-11-01T06:00Z'), zone: 'America/New_York', offset: -300 },
  { from: utc('2026-11-12T03:00Z'), zone: 'Pacific/Apia', offset: 780 },
  { from: utc('2026-12-05T20:00Z'), zone: 'Asia/Kathmandu', offset: 345 },
];

/** Over the date line twice, with the changes of half an hour on Lord Howe Island. */
export const RETURN: readonly Stay[] = [
  { from: utc('2025-12-31T13:00Z'), zone: 'Australia/Lord_Howe', offset: 660 },
  { from: utc('2026-04-04T15:00Z'), zone: 'Australia/Lord_Howe', offset: 630 },
  { from: utc('2026-05-20T09:00Z'), zone: 'America/New_York', offset: -240 },
  { from: utc('2026-09-01T02:00Z'), zone: 'Australia/Lord_Howe', offset: 630 },
  { from: utc('2026-10-03T15:30Z'), zone: 'Australia/Lord_Howe', offset: 660 },
  { from: utc('2026-10-20T15:30Z'), zone: 'Europe/Berlin', offset: 120 },
  { from: utc('2026-10-25T01:00Z'), zone: 'Europe/Berlin', offset: 60 },
];

export const END = utc('2027-01-01T12:00Z');

/** What the clock on the wall shows, without asking the code under test or the browser. */
export interface Wall {
  zone: string;
  day: Day;
  /** The same day, counted from 1 January 1970. */
  date: number;
  minute: number;
}

/** Reads a journey's clock minute by minute, forwards only. */
export function wallClock(journey: readonly Stay[]): (now: Instant) => Wall {
  let at = 0;
  let date = NaN;
  let day = '';
  return (now) => {
    while ((journey[at + 1]?.from ?? Infinity) <= now) at++;
    const { zone, offset } = journey[at]!;
    const minutes = now / MINUTE + offset;
    if (Math.floor(minutes / 1440) !== date) {
      date = Math.floor(minutes / 1440);
      day = new Date(minutes * MINUTE).toISOString().slice(0, 10);
    }
    return { zone, day, date, minute: minutes - date * 1440 };
  };
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
