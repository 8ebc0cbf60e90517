import { browser } from 'wxt/browser';
import { siteFor } from '../sites/site-for';
import { readTabPage } from '../tab-page';
import { contentScriptsFor } from './content-scripts';
import type { Worker } from './worker';

export interface Scanned {
  found: number;
  /** The id of the site's adapter, or `text`. */
  reader: string;
}

const ANSWER_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 50;

/** Runs the site's own script in a tab and waits for what it reports. */
export async function readTab(worker: Worker, tabId: number): Promise<Scanned> {
  const { url } = await browser.tabs.get(tabId);
  const site = url ? siteFor(worker.sites, url) : undefined;
  const files = url ? contentScriptsFor(url) : [];
  if (!url || !site || files.length === 0)
    throw new Error('Offprint does not know this site; its page was not read.');
  const start = worker.now();
  await browser.scripting.executeScript({ target: { tabId }, files });
  for (let waited = 0; waited < ANSWER_WITHIN_MS; waited += LOOK_EVERY_MS) {
    const page = await readTabPage(tabId);
    if (page?.url === url && page.readAt >= start)
      return { found: page.found.rows, reader: site.id };
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return { found: 0, reader: site.id };
}
