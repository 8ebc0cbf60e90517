/**
 * Which chosen day's digest is due, from calendar dates alone: an alarm only wakes the worker and
 * says nothing of what is due.
 */
import type { Day, Instant } from '../paper';
import { addDays, firstInstant, localTime, weekdayOf } from './calendar';
import { outsideQuiet, quietUntil } from './quiet';
import type { DigestSchedule } from './schedule';

/** The furthest that a local date can lie ahead of another at one instant: UTC+14 and UTC−12. */
export const MAX_DAYS_AHEAD = 2;

/** The latest chosen day whose time has come at `now`; undefined when no day is chosen. */
export function latestDue(schedule: DigestSchedule, now: Instant, zone: string): Day | undefined {
  const { time, days } = outsideQuiet(schedule);
  const today = localTime(now, zone).day;
  return week(today, -1)
    .filter((day) => days.includes(weekdayOf(day)))
    .find((day) => firstInstant(day, time, zone) <= now);
}

/**
 * When to look again, never in the past: `now` or the end of quiet hours while a digest is due,
 * else the time of the next chosen day. Undefined when no day is chosen.
 * @param settled the latest day that is dealt with
 */
export function nextDueAt(
  schedule: DigestSchedule,
  settled: Day,
  now: Instant,
  zone: string,
): Instant | undefined {
  const due = latestDue(schedule, now, zone);
  if (due !== undefined && due > settled) return quietUntil(schedule, now, zone) ?? now;
  const { time, days } = outsideQuiet(schedule);
  const today = localTime(now, zone).day;
  const next = week(settled > today ? settled : today, 1).find(
    (day) => day > settled && days.includes(weekdayOf(day)),
  );
  return next === undefined ? undefined : firstInstant(next, time, zone);
}

/** A day, and the seven after it (`step` 1) or before it (`step` −1), nearest first. */
function week(day: Day, step: 1 | -1): Day[] {
  return Array.from({ length: 8 }, (_, days) => addDays(day, step * days));
}
