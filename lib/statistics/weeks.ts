import { addDays, weekdayOf } from '../digest/calendar';
import type { Day } from '../paper';

/**
 * The first day of the week of `day`.
 * @param weekStart the weekday weeks begin on, 0 (Sunday) to 6
 */
export function weekOf(day: Day, weekStart: number): Day {
  return addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
}

/** The days of the last year by weeks: 52 whole ones, and the one of `today` up to it. */
export function yearOfWeeks(today: Day, weekStart: number): Day[][] {
  const thisWeek = weekOf(today, weekStart);
  return Array.from({ length: 53 }, (_, week) => {
    const first = addDays(thisWeek, 7 * (week - 52));
    const days = Array.from({ length: 7 }, (_, n) => addDays(first, n));
    return days.filter((day) => day <= today);
  });
}

/** The last `count` months up to that of `today`, as `YYYY-MM`, the oldest first. */
export function lastMonths(today: Day, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, n) => {
    const date = new Date(Date.UTC(year, month - 1 - (count - 1 - n), 1));
    return date.toISOString().slice(0, 7);
  });
}
