import type { DigestSchedule } from '../../../lib/digest/schedule';
import type { Instant } from '../../../lib/paper';
import type { SimulatedBrowser } from './simulated-browser';
import { MINUTE, type Wall } from './simulated-world';

/**
 * The judge of a simulated year. It knows by the clock on the wall which chosen days no digest has
 * answered yet, and complains of each that is missed, and of each digest that nobody asked for.
 */
export class OwedDays {
  /** Since when a chosen day has waited for a digest. */
  private since: Instant | undefined;
  private loudSince: Instant = -Infinity;
  private digests = 0;

  /** @param answered the last date that no digest is owed for any more, in days since 1970 */
  constructor(
    private readonly schedule: DigestSchedule,
    private answered: number,
  ) {}

  /** A minute is over; `ran` says whether the worker ran in it. */
  check(now: Instant, wall: Wall, browser: SimulatedBrowser, ran: boolean): void {
    if (isQuiet(this.schedule, wall.minute)) this.loudSince = now + MINUTE;
    // The last day whose time has come; after a flight west it may be to come again.
    const come = this.schedule.time <= wall.minute ? wall.date : wall.date - 1;
    this.since = this.isOwed(come) ? (this.since ?? now) : undefined;
    if (browser.digests.size > this.digests) {
      const isFirst = this.digests++ === 0;
      if (this.since === undefined && !isFirst) throw new Error(`Nothing is due on ${text(wall)}.`);
      if (now < this.loudSince) throw new Error(`A digest broke the quiet of ${text(wall)}.`);
      this.answer(come);
    }
    if (this.since === undefined || browser.power !== 'on' || now < this.loudSince) return;
    if (browser.digests.has(wall.day)) {
      // A catch-up was this day's digest: its own time is let go.
      if (ran) this.answer(come);
      return;
    }
    // After a sleep the alarm may be lost; then the next page that is opened wakes the worker.
    const patience = now - browser.onSince < 60 * MINUTE ? 60 * MINUTE : 0;
    const waits = now - Math.max(this.since, this.loudSince, browser.onSince);
    if (ran || waits > patience) throw new Error(`A due digest is missing on ${text(wall)}.`);
  }

  private isOwed(come: number): boolean {
    for (let date = this.answered + 1; date <= come; date++)
      // The first of January 1970 was a Thursday.
      if (this.schedule.days.includes((date + 4) % 7)) return true;
    return false;
  }

  private answer(come: number): void {
    if (come > this.answered) this.answered = come;
    this.since = undefined;
  }
}

function isQuiet({ quiet }: DigestSchedule, minute: number): boolean {
  if (!quiet) return false;
  const { from, to } = quiet;
  return from > to ? minute >= from || minute < to : minute >= from && minute < to;
}

function text({ zone, day, minute }: Wall): string {
  return `${day} at minute ${minute} in ${zone}`;
}
