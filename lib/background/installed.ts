import { readOpenTabs } from './content-scripts';
import { makeMenus } from './menus';
import { openPage } from './own-page';

/** After an installation or an update: menus, tabs that are open already, and a first welcome. */
export async function onInstalled({ reason }: { reason: string }): Promise<void> {
  await makeMenus();
  if (reason === 'install') await openPage('welcome.html');
  await readOpenTabs();
}
