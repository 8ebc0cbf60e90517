import { browser } from 'wxt/browser';
import type { Instant, PaperId } from './paper';

/** What the listing in one tab showed, kept for the popup and the badge while the browser runs. */
export interface TabPage {
  url: string;
  /** The browser's name for what was loaded there: the same address may be loaded anew. */
  documentId?: string | undefined;
  site: string;
  /** In page order, one per work. */
  paperIds: PaperId[];
  /** Papers that were new to the reader when the page was read. */
  newIds: PaperId[];
  /** What its markup promised and what was found. */
  promised: { rows: number; abstracts: number };
  found: { rows: number; abstracts: number };
  /** When it was read last. */
  readAt: Instant;
}

const key = (tabId: number) => `tab:${tabId}`;

/** The page read in a tab, if it was read since the browser started. */
export async function readTabPage(tabId: number): Promise<TabPage | undefined> {
  const stored = await browser.storage.session.get(key(tabId));
  return stored[key(tabId)] as TabPage | undefined;
}

export async function writeTabPage(tabId: number, page: TabPage): Promise<void> {
  await browser.storage.session.set({ [key(tabId)]: page });
}

/** Calls `listener` with the page of a tab whenever it changes; returns the way to stop. */
export function watchTabPage(
  tabId: number,
  listener: (page: TabPage | undefined) => void,
): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[key(tabId)];
    if (change) listener(change.newValue as TabPage | undefined);
  };
  browser.storage.session.onChanged.addListener(onChanged);
  return () => browser.storage.session.onChanged.removeListener(onChanged);
}

/** The pages of all tabs that were read. */
export async function readTabPages(): Promise<[tabId: number, page: TabPage][]> {
  const stored = await browser.storage.session.get(null);
  return Object.entries(stored).flatMap(([name, page]): [number, TabPage][] =>
    name.startsWith('tab:') ? [[Number(name.slice(4)), page as TabPage]] : [],
  );
}

/** Forgets the pages of tabs that are not among `open` any more. */
export async function dropClosedTabs(open: readonly (number | undefined)[]): Promise<void> {
  const closed = (await readTabPages()).map(([tabId]) => tabId).filter((id) => !open.includes(id));
  if (closed.length > 0) await browser.storage.session.remove(closed.map(key));
}
