import { digestState } from '../db/digests';
import { dropWaiting } from '../db/fills';
import { startFrom } from '../digest/next-step';
import type { Settings } from '../settings';
import { aside } from './aside';
import { furthestDay, runDigest } from './digest';
import { runSnapshots } from './snapshots';
import { tellToReadAgain } from './tell-listings';
import type { Worker } from './worker';

/** Keeps changed settings; open listing pages follow them, and "never" is never. */
export async function changeSettings(worker: Worker, patch: Partial<Settings>): Promise<Settings> {
  const settings = await worker.settings.change(await dated(worker, patch));
  if (patch.fill === 'never') await dropWaiting(worker.db);
  if (patch.backupEvery || patch.backupTo) aside(runSnapshots(worker));
  if (patch.digest) aside(runDigest(worker));
  else aside(tellToReadAgain(worker));
  return settings;
}

/** What lies before a subscription, or a change of its days, was not missed. */
async function dated(worker: Worker, patch: Partial<Settings>): Promise<Partial<Settings>> {
  if (!patch.digest) return patch;
  const { digest: before } = await worker.settings.read();
  const isSame = JSON.stringify(scheduleOf(before)) === JSON.stringify(scheduleOf(patch.digest));
  if (isSame) return { ...patch, digest: { ...patch.digest, since: before.since } };
  const state = await digestState(worker.db, before.since ?? '', furthestDay(worker));
  const { settled } = startFrom(state, worker.now(), worker.zone());
  return { ...patch, digest: { ...patch.digest, since: settled } };
}

function scheduleOf({ on, time, days, quiet }: Settings['digest']) {
  return { on, time, days, quiet };
}
