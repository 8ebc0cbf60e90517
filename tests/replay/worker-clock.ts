import type { Worker } from 'playwright-core';
import type { Chrome, Session } from '../e2e/browser';

declare const chrome: Chrome;

/** A worker looks at what is due a second after it woke; later, the clock would be set too late. */
const AT_LATEST_MS = 900;

/** Sets the clock of the running worker (see `setClockOf`); wakes one that sleeps. */
export async function setWorkerClock(
  session: Session,
  now: number,
  options?: { isLateFine?: boolean },
): Promise<void> {
  await setClockOf(await session.worker(), now, options);
}

/**
 * Sets the clock of a worker to `now`, from where it goes on.
 * @param isLateFine nothing is due that it could have done by the true time
 * @throws when it has just woken and may have read its clock before
 */
export async function setClockOf(
  worker: Worker,
  now: number,
  { isLateFine = false } = {},
): Promise<void> {
  const late = await worker.evaluate(
    ({ now, atLatest }) => {
      const scope = globalThis as { hasClock?: boolean };
      const realNow = performance.timeOrigin + performance.now();
      const tooLate = !scope.hasClock && performance.now() > atLatest ? performance.now() : 0;
      scope.hasClock = true;
      Date.now = () => Math.round(performance.timeOrigin + performance.now() + now - realNow);
      return tooLate;
    },
    { now, atLatest: AT_LATEST_MS },
  );
  if (late > 0 && !isLateFine)
    throw new Error(`The worker's clock was set ${late} ms after it woke: too late.`);
}

/** Rings the worker's alarm as the browser does: a single alarm is gone once it has rung. */
export async function ring(session: Session, name: string): Promise<void> {
  const worker = await session.worker();
  await worker.evaluate(async (name) => {
    await chrome.alarms.clear(name);
    const { onAlarm } = chrome.alarms as unknown as {
      onAlarm: { dispatch(alarm: { name: string; scheduledTime: number }): void };
    };
    onAlarm.dispatch({ name, scheduledTime: Date.now() });
  }, name);
}
