import { browser } from 'wxt/browser';
import { recordSightings, type Recorded } from '../db/sightings';
import { localDay, type SeenPaper } from '../paper';
import { CAPS, seenPaperSchema } from '../paper-schema';
import { siteFor } from '../sites/site-for';
import { readTabPage, writeTabPage } from '../tab-page';
import { TEXT_SITE } from './add-papers';
import { fillAsAgreed } from './answer-fill';
import { aside } from './aside';
import { showBadge } from './badge';
import { contentScriptsFor } from './content-scripts';
import type { Worker } from './worker';

export interface Scanned {
  found: number;
  /** The id of the site's adapter, or `text`. */
  reader: string;
}

/** Reads the page in a tab once: by its site's adapter, otherwise as a text listing. */
export async function scanTab(worker: Worker, tabId: number): Promise<Scanned> {
  const url = await addressOf(tabId);
  if (siteFor(worker.sites, url)) return readTab(worker, tabId);
  const [result] = await browser.scripting.executeScript({
    target: { tabId },
    files: ['/scan.js'],
  });
  const rows = trusted(result?.result);
  const now = worker.now();
  const shown = { site: TEXT_SITE, listing: withoutFragment(url), day: localDay(now), now };
  const recorded: Recorded[] = [];
  for (let i = 0; i < rows.length; i += CAPS.rows)
    recorded.push(...(await recordSightings(worker.db, rows.slice(i, i + CAPS.rows), shown)));

  const newIds = recorded.filter(({ isNew }) => isNew).map(({ paper }) => paper.id);
  const paperIds = [...new Set(recorded.map(({ paper }) => paper.id))];
  const counts = { rows: rows.length, abstracts: rows.filter((row) => row.abstract).length };
  await writeTabPage(tabId, {
    url,
    site: TEXT_SITE,
    paperIds,
    newIds: [...new Set(newIds)],
    promised: counts,
    found: counts,
    readAt: now,
  });
  await showBadge(worker.db, tabId, newIds);
  aside(fillAsAgreed(worker, paperIds));
  return { found: paperIds.length, reader: TEXT_SITE };
}

const ANSWER_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 50;

/** Runs the site's own script in a tab and waits for what it reports. */
export async function readTab(worker: Worker, tabId: number): Promise<Scanned> {
  const url = await addressOf(tabId);
  const site = siteFor(worker.sites, url);
  const files = contentScriptsFor(url);
  if (!site || files.length === 0)
    throw new Error('Offprint does not know this site; its page was not read.');
  const start = worker.now();
  await browser.scripting.executeScript({ target: { tabId }, files });
  for (let waited = 0; waited < ANSWER_WITHIN_MS; waited += LOOK_EVERY_MS) {
    const page = await readTabPage(tabId);
    if (page?.url === url && page.readAt >= start)
      return { found: page.paperIds.length, reader: site.id };
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return { found: 0, reader: site.id };
}

async function addressOf(tabId: number): Promise<string> {
  const { url, incognito } = await browser.tabs.get(tabId);
  if (incognito) throw new Error('Offprint keeps nothing of private windows; it was not read.');
  if (!url || !/^(?:https?|file):/.test(url))
    throw new Error('The browser does not let extensions read this page; nothing was kept.');
  return url;
}

/** The rows of a script's result that hold up; what a page can reach is never taken as it comes. */
function trusted(result: unknown): SeenPaper[] {
  if (!Array.isArray(result)) return [];
  return result.slice(0, MAX_ROWS).flatMap((row) => {
    const parsed = seenPaperSchema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}

const MAX_ROWS = 5_000;

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '').slice(0, CAPS.url);
}
