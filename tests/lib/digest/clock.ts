import type { Instant } from '../../../lib/paper';

/** The instant of `2026-01-15T07:00Z`. */
export function utc(at: string): Instant {
  return Date.parse(at);
}

/** `08:30` as minutes after midnight. */
export function clock(time: string): number {
  const [hours = NaN, minutes = NaN] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export const DAILY = [0, 1, 2, 3, 4, 5, 6];
