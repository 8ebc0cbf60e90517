/**
 * What the worker does about the digest whenever it wakes, for whatever reason: it takes steps
 * until one says to wait.
 *
 * A chosen day is due once its local time has come. The digest made then is dated with the local
 * day on which it is made, and covers every chosen day that was missed. A missed day is caught up
 * at once, even before today's own time: waiting would never end for a reader who closes the
 * browser before that time every day. The catch-up is then the only digest of this local day.
 * Today's own time, if the browser is running then or later today, is let go, and the next digest
 * comes on time. If the browser is not running, it is one more missed day.
 */
import type { Day, Instant } from '../paper';
import { addDays, localTime } from './calendar';
import { latestDue, MAX_DAYS_AHEAD, nextDueAt } from './due';
import { quietUntil } from './quiet';
import type { DigestSchedule } from './schedule';

/** What is remembered between digests, stored by the transaction that takes the step. */
export interface DigestState {
  /** The latest day that is dealt with: told of, caught up or let go. */
  settled: Day;
  /** The date of the last digest: the local day on which it was made. */
  told?: Day;
}

export type DigestStep =
  /** Freeze a digest dated `day` and store `state`, in one transaction. */
  | { kind: 'freeze'; day: Day; state: DigestState }
  /** Store `state`; no digest. */
  | { kind: 'settle'; state: DigestState }
  /** Look again at `until`, or when the schedule changes. */
  | { kind: 'wait'; until: Instant | undefined };

/** The next step at `now`. At most two steps come before a wait. */
export function nextStep(
  schedule: DigestSchedule,
  state: DigestState,
  now: Instant,
  zone: string,
): DigestStep {
  const today = localTime(now, zone).day;
  const furthest = addDays(today, MAX_DAYS_AHEAD);
  // No flight goes back so far: the clock was wrong, and must not silence the digest for years.
  if (state.settled > furthest)
    return { kind: 'settle', state: { ...state, settled: addDays(today, -1) } };
  const due = latestDue(schedule, now, zone);
  const isDue = due !== undefined && due > state.settled;
  if (!isDue || quietUntil(schedule, now, zone) !== undefined)
    return { kind: 'wait', until: nextDueAt(schedule, state.settled, now, zone) };
  const { told } = state;
  // A date ahead of today's is told too: the reader flew west.
  if (told !== undefined && told >= today && told <= furthest)
    return { kind: 'settle', state: { ...state, settled: due } };
  return { kind: 'freeze', day: today, state: { settled: due, told: today } };
}

/**
 * The state from which a reader begins who subscribes or changes the schedule at `now`: nothing
 * before today was missed. The first digest comes today at its time, or at once if that has passed.
 */
export function startFrom(state: DigestState | undefined, now: Instant, zone: string): DigestState {
  const yesterday = addDays(localTime(now, zone).day, -1);
  return state && state.settled > yesterday ? state : { ...state, settled: yesterday };
}
