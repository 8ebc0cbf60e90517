import { nextStep, startFrom, type DigestState } from '../../../lib/digest/next-step';
import type { DigestSchedule } from '../../../lib/digest/schedule';
import type { Day, Instant } from '../../../lib/paper';
import { MINUTE } from './simulated-world';

interface Notice {
  at: Instant;
  day: Day;
  papers: number[];
}

export interface BrowserFaults {
  /** Of restarts, the part after which the alarm is gone. */
  droppedAtRestart: number;
  /** Of alarms that came due in sleep, the part that is lost; the others are late. */
  lostInSleep: number;
  /** Of digests, the part after which the worker dies before it can tell. */
  diesBeforeNotice: number;
}

/**
 * A browser with an extension that makes digests: what is stored stays, the worker remembers
 * nothing, and the alarm is not to be trusted.
 */
export class SimulatedBrowser {
  power: 'on' | 'asleep' | 'closed' = 'on';
  /** When it last began to run. */
  onSince: Instant;
  readonly notices: Notice[] = [];
  /** Stored: digests by their date, and every paper that one of them told. */
  readonly digests = new Map<Day, { at: Instant; papers: number[] }>();
  readonly ledger = new Set<number>();
  private state: DigestState;
  private alarm: Instant | undefined;
  /** When the reader opens a page that wakes the worker. */
  private visit: Instant | undefined;

  constructor(
    private readonly schedule: DigestSchedule,
    private readonly faults: BrowserFaults,
    private readonly random: () => number,
    private readonly papersUntil: (now: Instant) => number,
    now: Instant,
    zone: string,
  ) {
    this.onSince = now;
    this.state = startFrom(undefined, now, zone);
    this.wake(now, zone);
  }

  /** A minute passes; true when the worker ran in it. */
  tick(now: Instant, zone: string): boolean {
    if (this.power !== 'on') return false;
    const rings = this.alarm !== undefined && this.alarm <= now;
    const visits = (this.visit !== undefined && this.visit <= now) || this.random() < 1 / 300;
    if (!rings && !visits) return false;
    if (rings) this.alarm = undefined;
    if (visits) this.visit = undefined;
    this.wake(now, zone);
    return true;
  }

  turn(power: 'on' | 'asleep' | 'closed', now: Instant): void {
    const was = this.power;
    this.power = power;
    if (power !== 'on' || was === 'on') return;
    this.onSince = now;
    // A browser that starts, or is updated, starts the worker; one that wakes from sleep does not.
    const restarted = was === 'closed';
    this.visit = restarted ? now : now + Math.floor(this.random() * 60) * MINUTE;
    const wasDue = this.alarm !== undefined && this.alarm <= now;
    const lost = restarted ? this.faults.droppedAtRestart : wasDue ? this.faults.lostInSleep : 0;
    if (this.random() < lost) this.alarm = undefined;
    else if (wasDue) this.alarm = now + Math.floor(this.random() * 10) * MINUTE;
  }

  /** What the worker does whenever it wakes, for whatever reason. */
  private wake(now: Instant, zone: string): void {
    for (;;) {
      const step = nextStep(this.schedule, this.state, now, zone);
      if (step.kind === 'wait') {
        // An alarm that is there is left alone unless it would ring too late.
        if (step.until !== undefined && !(this.alarm !== undefined && this.alarm <= step.until))
          this.alarm = step.until;
        return;
      }
      this.state = step.state;
      if (step.kind === 'freeze') this.freeze(step.day, now);
    }
  }

  private freeze(day: Day, now: Instant): void {
    if (this.digests.has(day)) throw new Error(`A second digest is dated ${day}.`);
    const papers: number[] = [];
    for (let paper = 0; paper < this.papersUntil(now); paper++)
      if (!this.ledger.has(paper)) papers.push(paper);
    this.digests.set(day, { at: now, papers });
    for (const paper of papers) this.ledger.add(paper);
    if (this.random() >= this.faults.diesBeforeNotice) this.notices.push({ at: now, day, papers });
  }
}
