import { readOpenTabs } from './content-scripts';
import { makeMenus } from './menus';

/** After an installation or an update: menus, and tabs that are open already are read. */
export async function onInstalled(): Promise<void> {
  await makeMenus();
  await readOpenTabs();
}
