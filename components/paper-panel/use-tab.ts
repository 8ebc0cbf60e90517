import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { readTabPage, watchTabPage, type TabPage } from '../../lib/tab-page';

/** The tab the panel speaks of, and what its page showed. */
export interface PanelTab {
  id: number;
  /** Absent where the browser may not tell. */
  url: string | undefined;
  /** Undefined: nothing was read there. */
  page: TabPage | undefined;
}

/** The tab beside the panel as it stands now. */
export async function lookAtTab(): Promise<PanelTab> {
  const { id, url } = await currentTab();
  const page = id === NO_TAB ? undefined : await readTabPage(id);
  return { id, url, page: samePage(page, url) };
}

/** The tab beside the panel, as the user moves on. */
export function useTab(opening: PanelTab): PanelTab {
  const [tab, setTab] = useState(opening);
  const { id } = tab;

  useEffect(() => {
    let left = false;
    const look = () => void lookAtTab().then((next) => !left && setTab(next));
    const stopWatching = watchTabPage(id, look);
    browser.tabs.onActivated.addListener(look);
    browser.tabs.onUpdated.addListener(look);
    // It may have been read between the opening and now.
    look();
    return () => {
      left = true;
      stopWatching();
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(look);
    };
  }, [id]);

  return tab;
}

const NO_TAB = -1;

// A panel that was opened as a tab of its own says which tab it speaks of: `popup.html?tab=7`.
async function currentTab(): Promise<{ id: number; url: string | undefined }> {
  const named = /[?&]tab=(\d{1,15})$/.exec(location.search)?.[1];
  const tab = named
    ? await browser.tabs.get(Number(named)).catch(() => undefined)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return { id: tab?.id ?? NO_TAB, url: tab?.url };
}

/** What was read, unless the tab has since gone elsewhere. */
function samePage(page: TabPage | undefined, url: string | undefined): TabPage | undefined {
  const bare = (address: string) => address.replace(/#.*$/, '');
  return page && url && bare(page.url) === bare(url) ? page : undefined;
}
