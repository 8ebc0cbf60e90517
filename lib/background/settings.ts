import type { Settings } from '../settings';
import { tellToReadAgain } from './listings';
import type { Worker } from './worker';

/** Keeps changed settings and lets open listing pages follow them. */
export async function changeSettings(worker: Worker, patch: Partial<Settings>): Promise<Settings> {
  const settings = await worker.settings.change(patch);
  void tellToReadAgain(worker);
  return settings;
}
