import { addDays } from '../digest/calendar';
import type { Day } from '../paper';

/** Runs of days one after the other, in days. */
export interface Streaks {
  /** The run that goes on: up to today, or to yesterday while today is not over. */
  current: number;
  longest: number;
}

export function streaks(days: ReadonlySet<Day>, today: Day): Streaks {
  let longest = 0;
  for (const day of days) {
    if (days.has(addDays(day, -1))) continue;
    longest = Math.max(longest, runFrom(days, day, 1));
  }
  const last = days.has(today) ? today : addDays(today, -1);
  return { current: runFrom(days, last, -1), longest };
}

function runFrom(days: ReadonlySet<Day>, from: Day, step: 1 | -1): number {
  let length = 0;
  for (let day = from; days.has(day); day = addDays(day, step)) length++;
  return length;
}
