import { browser } from 'wxt/browser';
import type { Opened, SecondCopy } from '../db/second-copy';
import type { Instant } from '../paper';
import { RESTORED_KEY, type Restored } from '../restored';

/**
 * Brings back what the browser has lost, before anyone reads the database, and leaves word of it.
 * @param opened the database, just opened
 */
export async function restore(copy: SecondCopy, opened: Opened, now: () => Instant): Promise<void> {
  const papers = await copy.restoreLost(opened);
  if (papers === undefined) return;
  const restored: Restored = { at: now(), papers };
  await browser.storage.local.set({ [RESTORED_KEY]: restored });
}

/** The user has read it. */
export async function hideRestored(): Promise<null> {
  await browser.storage.local.remove(RESTORED_KEY);
  return null;
}
