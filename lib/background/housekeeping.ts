import { browser } from 'wxt/browser';
import { keepHouse } from '../db/housekeeping';
import { tidyIndex } from './follow-index';
import type { Worker } from './worker';

export const HOUSEKEEPING_ALARM = 'housekeeping';

const DAY_MINUTES = 24 * 60;
const LAST_KEY = 'keptHouseAt';
/** A little less than a day, so that an alarm that comes early is not put off to the next. */
const NOT_BEFORE_MS = 20 * 60 * 60 * 1000;

/** Sets the daily alarm where there is none: an update or a restart may have dropped it. */
export async function ensureHousekeeping(): Promise<void> {
  if (await browser.alarms.get(HOUSEKEEPING_ALARM)) return;
  await browser.alarms.create(HOUSEKEEPING_ALARM, {
    delayInMinutes: 10,
    periodInMinutes: DAY_MINUTES,
  });
}

/** Keeps house, at most once a day however often the alarm fires. */
export async function housekeeping(worker: Worker): Promise<void> {
  const now = worker.now();
  const last = (await browser.storage.local.get(LAST_KEY))[LAST_KEY];
  if (typeof last === 'number' && last <= now && now - last < NOT_BEFORE_MS) return;
  const { keepDays } = await worker.settings.read();
  await keepHouse(worker.db, { now, keepDays });
  await tidyIndex(worker);
  await browser.storage.local.set({ [LAST_KEY]: now });
}
