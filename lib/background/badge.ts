import { browser } from 'wxt/browser';
import type { OffprintDb } from '../db/schema';
import type { PaperId } from '../paper';

/** Shows on the toolbar button how many papers of the tab are new to the reader and unsaved. */
export async function showBadge(
  db: OffprintDb,
  tabId: number,
  newIds: readonly PaperId[],
): Promise<void> {
  const saved = await db.library.bulkGet([...newIds]);
  const count = saved.filter((entry) => entry === undefined).length;
  const text = count === 0 ? '' : count > 999 ? '999+' : String(count);
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
}

/** Colours of the badge; the browser forgets them when it restarts. */
export async function paintBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#3b5bdb' });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
}
