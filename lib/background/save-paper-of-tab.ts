import type { Browser } from 'wxt/browser';
import { readTabPage } from '../tab-page';
import { saveNow, savePaperAt } from './save-paper-at';
import type { Worker } from './worker';

/**
 * Saves the one paper a tab shows: the only one of a page that was read, otherwise the one its
 * address names. Undefined when it shows none, or several.
 */
export async function savePaperOfTab(
  worker: Worker,
  { id, url }: Pick<Browser.tabs.Tab, 'id' | 'url'>,
): Promise<number | undefined> {
  const page = id === undefined ? undefined : await readTabPage(id);
  const [only, second] = page && page.url === url ? page.paperIds : [];
  if (only && !second) return saveNow(worker, [only], id);
  return url ? savePaperAt(worker, url, url, id) : undefined;
}
