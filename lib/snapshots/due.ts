import { addDays } from '../digest/calendar';
import type { Day } from '../paper';

/** How often a copy is saved by itself. */
export const PERIODS = ['day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

/** The furthest that a local date can lie ahead of another at one instant: UTC+14 and UTC−12. */
const MAX_DAYS_AHEAD = 2;

/**
 * The local date from which the next copy is due. The first is due at once, and so is the next after
 * a clock that ran ahead, which would otherwise hold every copy back until then.
 * @param done the due day that was dealt with last
 */
export function nextDueDay(every: Period, done: Day | undefined, today: Day): Day {
  if (done === undefined || done > addDays(today, MAX_DAYS_AHEAD)) return today;
  if (every === 'month') return monthAfter(done);
  return addDays(done, every === 'week' ? 7 : 1);
}

/** The same day of the next month, or that month's last where it is shorter. */
function monthAfter(day: Day): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  // Months count from 0 here, so `month` is the next one; day 0 of the one after is its last.
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
}
