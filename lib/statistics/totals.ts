import type { Day } from '../paper';
import { weekOf } from './weeks';

/** How many fall into the week, the month and the year of a day, up to that day. */
export interface Totals {
  week: number;
  month: number;
  year: number;
}

/** @param weekStart the weekday weeks begin on, 0 (Sunday) to 6 */
export function totals(counts: ReadonlyMap<Day, number>, today: Day, weekStart: number): Totals {
  const week = weekOf(today, weekStart);
  const month = `${today.slice(0, 7)}-01`;
  const year = `${today.slice(0, 4)}-01-01`;
  const sums: Totals = { week: 0, month: 0, year: 0 };
  for (const [day, count] of counts) {
    if (day > today) continue;
    if (day >= week) sums.week += count;
    if (day >= month) sums.month += count;
    if (day >= year) sums.year += count;
  }
  return sums;
}
