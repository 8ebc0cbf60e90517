import { browser } from 'wxt/browser';
import { firstInstant, localTime } from '../digest/calendar';
import { t } from '../i18n';
import { inTurn } from '../in-turn';
import type { Settings } from '../settings';
import { downloadsPlace } from '../snapshots/downloads-place';
import { nextDueDay } from '../snapshots/due';
import { failureOf } from '../snapshots/failure';
import { folderPlace } from '../snapshots/folder-place';
import { snapshotName } from '../snapshots/name';
import { parseSnapshotState } from '../snapshots/parse-state';
import { pickedFolder } from '../snapshots/picked-folder';
import { beyond, type Place } from '../snapshots/place';
import { SNAPSHOTS_KEY, type Saved, type SnapshotState } from '../snapshots/state';
import { addressedDraft } from './offscreen';
import type { Worker } from './worker';

/** Wakes the worker when the next copy is due; there while copies are saved by themselves. */
export const SNAPSHOT_ALARM = 'snapshot';

/** After this long it is done again: the worker was stopped in the middle. */
const STOPPED_MS = 2 * 60_000;
const FAILED_MS = 60 * 60_000;
/** Midnight belongs to whoever is still reading. */
const MINUTE_OF_DAY = 5;

const turns = new WeakMap<Worker, ReturnType<typeof inTurn<void>>>();

function inTurnOf(worker: Worker, task: () => Promise<void>): Promise<void> {
  const turn = turns.get(worker) ?? inTurn<void>();
  turns.set(worker, turn);
  return turn(task);
}

/** Saves a copy if one is due, and sets the alarm for the next. */
export function runSnapshots(worker: Worker): Promise<void> {
  return inTurnOf(worker, () => runDue(worker));
}

/**
 * Saves a copy now, due or not.
 * @throws with a sentence for the user when it could not be saved
 */
export async function saveSnapshot(worker: Worker): Promise<null> {
  await inTurnOf(worker, async () => {
    try {
      await save(worker, 'asked');
    } catch (error) {
      const kind = failureOf(error);
      if (kind === 'unknown') console.warn('Offprint:', error);
      throw new Error(t(`snapshot_failed_${kind}`), { cause: error });
    }
  });
  await runSnapshots(worker);
  return null;
}

/** Notes a copy that one of our pages handed to the user itself. */
export async function noteSnapshot(worker: Worker, saved: Omit<Saved, 'at'>): Promise<null> {
  const now = worker.now();
  const today = localTime(now, worker.zone()).day;
  await inTurnOf(worker, async () => {
    const { mark: _, failure: _failure, ...state } = await readState();
    await writeState({ ...state, done: today, last: { ...saved, at: now } });
  });
  await runSnapshots(worker);
  return null;
}

/** Sets the alarm where it is lost, as after an update, and does at once what was missed. */
export async function ensureSnapshots(worker: Worker): Promise<void> {
  const { backupEvery } = await worker.settings.read();
  if (backupEvery === 'off') return;
  const alarm = await browser.alarms.get(SNAPSHOT_ALARM);
  if (!alarm || alarm.scheduledTime > (await nextAt(worker, backupEvery)) + STOPPED_MS)
    await runSnapshots(worker);
}

async function runDue(worker: Worker): Promise<void> {
  const { backupEvery } = await worker.settings.read();
  if (backupEvery === 'off') {
    await browser.alarms.clear(SNAPSHOT_ALARM);
    await forgetFailure();
    return;
  }
  let next = worker.now() + FAILED_MS;
  await setAlarm(worker, worker.now() + STOPPED_MS);
  try {
    if ((await nextAt(worker, backupEvery)) <= worker.now()) await save(worker, 'due');
    next = await nextAt(worker, backupEvery);
    await forgetFailure();
  } catch (error) {
    const kind = failureOf(error);
    if (kind === 'unknown') console.warn('Offprint:', error);
    await writeState({ ...(await readState()), failure: { kind, at: worker.now() } });
  } finally {
    await setAlarm(worker, next);
  }
}

async function nextAt(
  worker: Worker,
  every: Exclude<Settings['backupEvery'], 'off'>,
): Promise<number> {
  const today = localTime(worker.now(), worker.zone()).day;
  const { done } = await readState();
  const day = nextDueDay(every, done, today);
  // The first is due at once; what was missed on an earlier day too.
  return done === undefined || done > day ? 0 : firstInstant(day, MINUTE_OF_DAY, worker.zone());
}

async function save(worker: Worker, why: 'due' | 'asked'): Promise<void> {
  const settings = await worker.settings.read();
  const place = await placeOf(worker, settings);
  await place.mustBeOpen();
  if (await finishPending(place, why)) return await rotate(place, settings.backupKeep);
  const now = worker.now();
  const day = localTime(now, worker.zone()).day;
  const draft = await place.draft({ settings, now });
  try {
    const { bytes, papers, mark } = draft;
    const state = await readState();
    const copies = await place.list();
    const isThere = copies.some(({ name }) => name === state.last?.name);
    // Copies of an empty library would in the end push out the last good one.
    if (why === 'due' && (papers === 0 || (isThere && mark === state.mark)))
      return await writeState({ ...state, done: day });
    const saved: Saved = { at: now, name: snapshotName(now), bytes, papers };
    await writeState({ ...state, pending: { ...saved, day, mark } });
    await draft.save(saved.name);
    await writeState({ done: day, last: saved, mark });
    await rotate(place, settings.backupKeep);
  } finally {
    await draft.drop();
  }
}

/** What became of a copy whose worker was stopped: answers whether it is whole and counts. */
async function finishPending(place: Place, why: 'due' | 'asked'): Promise<boolean> {
  const { pending, ...state } = await readState();
  if (!pending) return false;
  const { day, mark, ...saved } = pending;
  const kept = (await place.list()).find(({ name }) => name === saved.name);
  if (kept?.bytes === saved.bytes) {
    await writeState({ done: day, last: saved, mark });
    return why === 'due';
  }
  await place.clear(saved.name);
  await writeState(state);
  return false;
}

async function rotate(place: Place, keep: number): Promise<void> {
  for (const old of beyond(await place.list(), keep)) await place.remove(old);
}

async function placeOf(worker: Worker, { backupTo }: Settings): Promise<Place> {
  if (backupTo === 'folder') return folderPlace(worker.db, await pickedFolder());
  return downloadsPlace((options) => addressedDraft(worker, options));
}

async function readState(): Promise<SnapshotState> {
  return parseSnapshotState((await browser.storage.local.get(SNAPSHOTS_KEY))[SNAPSHOTS_KEY]);
}

async function writeState(state: SnapshotState): Promise<void> {
  await browser.storage.local.set({ [SNAPSHOTS_KEY]: state });
}

async function forgetFailure(): Promise<void> {
  const { failure, ...state } = await readState();
  if (failure) await writeState(state);
}

async function setAlarm(worker: Worker, when: number): Promise<void> {
  await browser.alarms.create(SNAPSHOT_ALARM, { when: Math.max(when, worker.now()) });
}
