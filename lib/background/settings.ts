import { dropWaiting } from '../db/fills';
import type { Settings } from '../settings';
import { aside } from './aside';
import { tellToReadAgain } from './tell-listings';
import type { Worker } from './worker';

/** Keeps changed settings; open listing pages follow them, and "never" is never. */
export async function changeSettings(worker: Worker, patch: Partial<Settings>): Promise<Settings> {
  const settings = await worker.settings.change(patch);
  if (patch.fill === 'never') await dropWaiting(worker.db);
  aside(tellToReadAgain(worker));
  return settings;
}
