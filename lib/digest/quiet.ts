/** Quiet hours: a digest that is due waits for their end. */
import type { Instant } from '../paper';
import { addDays, firstInstant, localTime } from './calendar';
import type { DigestSchedule, QuietHours } from './schedule';

/** The end of the quiet hours that hold at `now`; undefined outside of them. */
export function quietUntil(
  { quiet }: DigestSchedule,
  now: Instant,
  zone: string,
): Instant | undefined {
  if (!quiet || quiet.from === quiet.to) return undefined;
  const { day } = localTime(now, zone);
  const nights = quiet.from > quiet.to ? 1 : 0;
  // By instants, not by what the clock shows: an hour that comes twice ends quiet hours once.
  return [addDays(day, -1), day]
    .filter((evening) => firstInstant(evening, quiet.from, zone) <= now)
    .map((evening) => firstInstant(addDays(evening, nights), quiet.to, zone))
    .find((end) => now < end);
}

/** Whether the clock shows quiet hours at `time`, in minutes after midnight. */
export function isQuiet(time: number, { from, to }: QuietHours): boolean {
  return from > to ? time >= from || time < to : time >= from && time < to;
}

/**
 * The schedule as it will be heard: a time within quiet hours means their end, on the next day
 * where they run over midnight. Mondays at 23:00 with quiet hours from 22:00 to 7:00 are Tuesdays
 * at 7:00.
 */
export function outsideQuiet(schedule: DigestSchedule): DigestSchedule {
  const { time, days, quiet } = schedule;
  if (!quiet || !isQuiet(time, quiet)) return schedule;
  const { to } = quiet;
  const nights = time < to ? 0 : 1;
  return { time: to, days: days.map((day) => (day + nights) % 7), quiet };
}
