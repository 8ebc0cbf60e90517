import { browser } from 'wxt/browser';
import { aside } from './aside';
import { readOpenTabs } from './content-scripts';
import { showUnread } from './digest-news';
import { makeMenus } from './menus';
import { openPage } from './own-page';

/**
 * After an installation or an update: the number of an unread digest, the menus, tabs that are open
 * already, and a first welcome.
 */
export async function onInstalled({ reason }: { reason: string }): Promise<void> {
  aside(showUnread());
  await makeMenus();
  if (reason === 'install') await welcome();
  await readOpenTabs();
}

const WELCOMED = 'welcomed';

// An unpacked extension is "installed" anew with each start of the browser.
async function welcome(): Promise<void> {
  if ((await browser.storage.local.get(WELCOMED))[WELCOMED]) return;
  await browser.storage.local.set({ [WELCOMED]: true });
  await openPage('welcome.html');
}
