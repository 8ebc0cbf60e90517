import { browser } from 'wxt/browser';
import { digestState, freezeDigest, settleDigest } from '../db/digests';
import { addDays, localTime } from '../digest/calendar';
import type { Digest } from '../digest/digest';
import type { DigestSettings } from '../digest/digest-settings';
import { MAX_DAYS_AHEAD } from '../digest/due';
import { nextStep, type DigestStep } from '../digest/next-step';
import { inTurn } from '../in-turn';
import { tellDigest } from './digest-news';
import { nextPollIn, pollSources } from './poll';
import type { Worker } from './worker';

/** Wakes the worker for the next poll or digest, whichever comes first; there while subscribed. */
export const DIGEST_ALARM = 'digest';

/** The browser takes no alarm that is nearer. */
const SOONEST_MS = 60_000;
/** Without a connection there is nothing to hurry for. */
const OFFLINE_MS = 15 * 60_000;
/** A day takes two steps at the most; more would be a mistake that never ends. */
const MOST_STEPS = 5;

const turns = new WeakMap<Worker, ReturnType<typeof inTurn<void>>>();

/**
 * Sets the alarm where it is lost, as after an update, or too late, as after a flight. One that is
 * there stays: it says nothing of what is due, and made anew at each start it would never ring.
 */
export async function ensureDigest(worker: Worker): Promise<void> {
  const { digest: settings } = await worker.settings.read();
  if (!settings.on) return;
  const alarm = await browser.alarms.get(DIGEST_ALARM);
  const next = await step(worker, settings);
  const isOnTime =
    alarm && next.kind === 'wait' && (next.until ?? Infinity) >= alarm.scheduledTime - SOONEST_MS;
  if (!isOnTime) await runDigest(worker);
}

/** Polls what is due, makes the digest of the day if it is due, and sets the alarm for the next. */
export function runDigest(worker: Worker): Promise<void> {
  const turn = turns.get(worker) ?? inTurn<void>();
  turns.set(worker, turn);
  return turn(() => run(worker));
}

async function run(worker: Worker): Promise<void> {
  const { digest: settings } = await worker.settings.read();
  if (!settings.on) {
    await browser.alarms.clear(DIGEST_ALARM);
    return;
  }
  let until: number | undefined;
  try {
    const isDue = (await step(worker, settings)).kind === 'freeze';
    const polled = await pollSources(worker, settings, isDue);
    // Made without what is about to come, it would be the day's only one.
    if (!polled.isIncomplete) until = await takeSteps(worker, polled.missing);
  } finally {
    // Whatever went wrong: it is tried again.
    await setAlarm(worker, settings, until);
  }
}

async function setAlarm(
  worker: Worker,
  settings: DigestSettings,
  until: number | undefined,
): Promise<void> {
  const now = worker.now();
  const poll = await nextPollIn(worker, settings);
  const soonest = worker.online() ? SOONEST_MS : OFFLINE_MS;
  const waits = [poll, until === undefined ? undefined : until - now];
  const wait = Math.min(...waits.filter((each) => each !== undefined));
  if (!(await worker.settings.read()).digest.on || wait === Infinity)
    await browser.alarms.clear(DIGEST_ALARM);
  else await browser.alarms.create(DIGEST_ALARM, { when: now + Math.max(wait, soonest) });
}

/** Does what is due; answers when to look again. */
async function takeSteps(worker: Worker, missing: readonly string[]): Promise<number | undefined> {
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const { digest: settings } = await worker.settings.read();
    if (!settings.on) return undefined;
    const next = await step(worker, settings);
    if (next.kind === 'wait') return next.until;
    if (next.kind === 'settle') {
      await settle(worker, next.state.settled);
      continue;
    }
    const { settled } = next.state;
    const now = worker.now();
    const freeze = { date: next.day, settled, now, settings, missing };
    const digest = await freezeDigest(worker.db, freeze);
    await worker.copy.settled();
    // A worker that is stopped here has told nobody, and will not: never twice comes first.
    if (digest && digest.items.length > 0) await tell(worker, digest);
  }
  return undefined;
}

async function settle(worker: Worker, settled: string): Promise<void> {
  await settleDigest(worker.db, settled, furthestDay(worker));
  // Written by a clock that ran ahead; it would hold every digest back until then.
  const { digest } = await worker.settings.read();
  if (digest.since && digest.since > settled)
    await worker.settings.change({ digest: { ...digest, since: settled } });
}

/** The latest local date that there is anywhere now. */
export function furthestDay(worker: Worker): string {
  return addDays(localTime(worker.now(), worker.zone()).day, MAX_DAYS_AHEAD);
}

async function step(worker: Worker, settings: DigestSettings): Promise<DigestStep> {
  const state = await digestState(worker.db, settings.since ?? '', furthestDay(worker));
  return nextStep(settings, state, worker.now(), worker.zone());
}

async function tell(worker: Worker, digest: Digest): Promise<void> {
  const papers = await worker.db.papers.bulkGet(digest.items.map(({ paperId }) => paperId));
  await tellDigest(
    digest,
    papers.flatMap((paper) => paper?.title ?? []),
  );
}
