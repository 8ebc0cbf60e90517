import { browser } from 'wxt/browser';
import type { OffprintDb } from '../db/schema';
import type { PaperId } from '../paper';
import { readTabPage } from '../tab-page';

/** Shows on the toolbar button how many papers of the tab are new to the reader and unsaved. */
export async function showBadge(
  db: OffprintDb,
  tabId: number,
  newIds: readonly PaperId[],
): Promise<void> {
  const saved = await db.library.bulkGet([...newIds]);
  const count = saved.filter((entry) => entry === undefined).length;
  await write(tabId, count === 0 ? '' : count > 999 ? '999+' : String(count));
}

const FLASH_MS = 1_500;

/** Says for a moment that something was saved. */
export async function flashBadge(db: OffprintDb, tabId: number): Promise<void> {
  await write(tabId, '✓');
  await new Promise((resolve) => setTimeout(resolve, FLASH_MS));
  await showBadge(db, tabId, (await readTabPage(tabId))?.newIds ?? []);
}

/** Colours of the badge; the browser forgets them when it restarts. */
export async function paintBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#3b5bdb' });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
}

// A tab that was closed meanwhile has no badge.
async function write(tabId: number, text: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
}
