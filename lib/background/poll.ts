import type { DigestSettings } from '../digest/digest-settings';
import { polledSources } from '../sources/polled';
import type { Source } from '../sources/source';
import { CUT_SHORT_MS, pollSource } from './poll-source';
import { afterFault, waitForSource, type SourcePace } from './source-pace';
import { readSourceState, writeSourceState } from './source-state';
import type { Worker } from './worker';

/** A source that was not heard for so long is missing from a digest. */
const STALE_AFTER_MS = 12 * 60 * 60 * 1000;
/** Attempts without a connection that a digest waits for; it is then made of what is here. */
const PATIENT_FOR = 3;
/** What a digest is made of is no older than this. */
const FRESH_FOR_MS = 60 * 60 * 1000;

/**
 * Asks each chosen source whose time has come, or that was not asked lately while a digest is due;
 * answers the ids of those that are at fault.
 */
export async function pollSources(
  worker: Worker,
  settings: DigestSettings,
  isDue: boolean,
): Promise<{ missing: string[]; isIncomplete: boolean }> {
  const missing: string[] = [];
  let isIncomplete = false;
  for (const source of chosen(settings)) {
    const { pace } = await readSourceState(source.id);
    const now = worker.now();
    const wait = waitForSource(pace, now);
    const isOld = isDue && !pace.fault && now - (pace.lastOkAt ?? 0) > FRESH_FOR_MS;
    if (worker.online() && (wait === 0 || (isOld && wait > CUT_SHORT_MS)))
      await pollSafely(worker, source, settings);
    const { pace: after } = await readSourceState(source.id);
    const isStale = worker.now() - (after.lastOkAt ?? 0) > STALE_AFTER_MS;
    if (after.fault || isStale) missing.push(source.id);
    isIncomplete ||= isAboutToCome(worker, after, isStale);
  }
  return { missing, isIncomplete };
}

/** Cut short, or asked in vain because there is no connection yet: a lid was opened just now. */
function isAboutToCome(worker: Worker, pace: SourcePace, isStale: boolean): boolean {
  if (!worker.online()) return isStale;
  if (pace.fault === 'network' || pace.fault === 'timeout')
    return isStale && pace.failures < PATIENT_FOR;
  return !pace.fault && waitForSource(pace, worker.now()) <= CUT_SHORT_MS;
}

/** A source whose answer cannot be taken in, for whatever reason, holds up no other. */
async function pollSafely(worker: Worker, source: Source, settings: DigestSettings): Promise<void> {
  try {
    await pollSource(worker, source, settings);
  } catch (error) {
    console.warn('Offprint:', error);
    const state = await readSourceState(source.id);
    const pace = afterFault(state.pace, 'error', worker.now(), worker.random());
    await writeSourceState(source.id, { ...state, pace });
  }
}

/** Milliseconds until a chosen source may be asked; undefined where none is chosen. */
export async function nextPollIn(
  worker: Worker,
  settings: DigestSettings,
): Promise<number | undefined> {
  const waits = await Promise.all(
    chosen(settings).map(async ({ id }) =>
      waitForSource((await readSourceState(id)).pace, worker.now()),
    ),
  );
  return waits.length > 0 ? Math.min(...waits) : undefined;
}

function chosen({ sources, categories }: DigestSettings): Source[] {
  return polledSources.filter(
    (source) => sources.includes(source.id) && source.requests({ categories }, 0).length > 0,
  );
}
