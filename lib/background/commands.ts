import { browser, type Browser } from 'wxt/browser';
import { openPage } from './own-page';
import { savePaperOfTab } from './save-paper-of-tab';
import type { Worker } from './worker';

/** What the keys do that the manifest names, besides opening the popup. */
export async function onCommand(
  worker: Worker,
  command: string,
  tab?: Browser.tabs.Tab,
): Promise<void> {
  // First and without a wait: the browser opens a panel only while it holds the key press for one.
  if (command === 'open-side-panel' && tab) await openSidePanel(tab);
  else if (command === 'open-library') await openPage('library.html');
  else if (command === 'save-paper' && tab) {
    const saved = await savePaperOfTab(worker, tab);
    // Several papers on the page, or none: let the user choose.
    if (saved === undefined) await browser.action.openPopup?.();
  }
}

function openSidePanel({ windowId }: Browser.tabs.Tab): Promise<void> {
  return browser.sidePanel?.open({ windowId });
}
