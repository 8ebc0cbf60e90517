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

/** The tab beside the panel, as the user moves on; undefined until the browser has told. */
export function useTab(): PanelTab | undefined {
  const [tab, setTab] = useState<PanelTab>();

  useEffect(() => {
    let stopWatching = () => {};
    let turn = 0;
    const look = async () => {
      const mine = ++turn;
      const { id, url } = await currentTab();
      const page = id === -1 ? undefined : await readTabPage(id);
      if (mine !== turn) return;
      stopWatching();
      const show = (next: TabPage | undefined) => setTab({ id, url, page: samePage(next, url) });
      show(page);
      stopWatching = watchTabPage(id, () => void look());
    };
    const onChange = () => void look();
    browser.tabs.onActivated.addListener(onChange);
    browser.tabs.onUpdated.addListener(onChange);
    onChange();
    return () => {
      turn = -1;
      stopWatching();
      browser.tabs.onActivated.removeListener(onChange);
      browser.tabs.onUpdated.removeListener(onChange);
    };
  }, []);

  return tab;
}

// A panel that was opened as a tab of its own says which tab it speaks of: `popup.html?tab=7`.
async function currentTab(): Promise<{ id: number; url: string | undefined }> {
  const named = new URLSearchParams(location.search).get('tab');
  const tab = named
    ? await browser.tabs.get(Number(named)).catch(() => undefined)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return { id: tab?.id ?? -1, url: tab?.url };
}

/** What was read, unless the tab has since gone elsewhere. */
function samePage(page: TabPage | undefined, url: string | undefined): TabPage | undefined {
  const bare = (address: string) => address.replace(/#.*$/, '');
  return page && url && bare(page.url) === bare(url) ? page : undefined;
}
