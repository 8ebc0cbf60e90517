import { browser } from 'wxt/browser';
import { recordHealth } from '../db/health';
import { paperStates, tagSuggestions } from '../db/states';
import { recordSightings } from '../db/sightings';
import type { ListingNews, ListingReport, ListingReread, ListingState } from '../messages';
import { localDay, type PaperId } from '../paper';
import { siteFor } from '../sites/site-for';
import { readTabPage, writeTabPage, type TabPage } from '../tab-page';
import { showBadge } from './badge';
import type { Sender } from './receive';
import type { Worker } from './worker';

/**
 * Keeps what a listing page showed and answers what to show there. Site and list are taken from
 * the sender's tab; a report about an address the tab has left is refused.
 */
export async function reportListing(
  worker: Worker,
  report: ListingReport,
  sender: Sender,
): Promise<ListingState> {
  const { site, listing } = sourceOf(worker, report, sender);
  const settings = await worker.settings.read();
  const { bar, seenRows, savedRows, fill } = settings;
  const quiet = { bar, seenRows, savedRows, fill, tags: [] };
  if (settings.paused || settings.pausedSites.includes(site))
    return { papers: [], active: false, ...quiet };

  const now = worker.now();
  const day = localDay(now);
  const recorded = await recordSightings(worker.db, report.rows, { site, listing, day, now });
  const ids = recorded.map(({ paper }) => paper.id);
  const states = await paperStates(worker.db, ids);
  const papers = states.map((state, i) => ({ ...state, isNew: recorded[i]!.isNew }));
  const newIds = papers.filter((paper) => paper.isNew).map((paper) => paper.id);

  const tabId = sender.tab?.id;
  if (tabId !== undefined) {
    const page = await notePage(tabId, { ...report, site, paperIds: ids, newIds });
    await showBadge(worker.db, tabId, page.newIds);
  }
  await recordHealth(worker.db, {
    site,
    listing,
    day,
    now,
    promised: report.promised,
    found: report.found,
  });
  return { papers, active: true, ...quiet, tags: await tagSuggestions(worker.db) };
}

function sourceOf(worker: Worker, report: ListingReport, sender: Sender) {
  const site = siteFor(worker.sites, report.url);
  const listing = site?.listing(new URL(report.url));
  const shown = [sender.url, sender.tab?.url].some(
    (url) =>
      url && site && siteFor(worker.sites, url) === site && site.listing(new URL(url)) === listing,
  );
  if (!site || !listing || !shown) throw new Error('The page has moved on; it will be read again.');
  return { site: site.id, listing };
}

async function notePage(tabId: number, part: TabPage): Promise<TabPage> {
  const before = await readTabPage(tabId);
  const same = before?.url === part.url ? before : undefined;
  const page: TabPage = {
    url: part.url,
    site: part.site,
    paperIds: [...new Set([...(same?.paperIds ?? []), ...part.paperIds])],
    newIds: [...new Set([...(same?.newIds ?? []), ...part.newIds])],
    promised: part.promised,
    found: part.found,
  };
  await writeTabPage(tabId, page);
  return page;
}

/** Tells every open listing page what its papers look like now. */
export async function tellListings(worker: Worker, paperIds: readonly PaperId[]): Promise<void> {
  const tabs = await listingTabs(worker);
  if (tabs.length === 0) return;
  const papers = await paperStates(worker.db, paperIds);
  const news: ListingNews = {
    name: 'papersChanged',
    papers,
    tags: await tagSuggestions(worker.db),
  };
  await Promise.allSettled(
    tabs.flatMap((id) => [browser.tabs.sendMessage(id, news), refreshBadge(worker, id)]),
  );
}

/** Lets every open listing page read itself again, as after a change of settings. */
export async function tellToReadAgain(worker: Worker): Promise<void> {
  const news: ListingReread = { name: 'readAgain' };
  const tabs = await listingTabs(worker);
  await Promise.allSettled(tabs.map((id) => browser.tabs.sendMessage(id, news)));
}

async function listingTabs(worker: Worker): Promise<number[]> {
  const url = worker.sites.flatMap((site) => site.matches);
  const tabs = await browser.tabs.query({ url });
  return tabs.flatMap(({ id }) => id ?? []);
}

async function refreshBadge(worker: Worker, tabId: number): Promise<void> {
  const page = await readTabPage(tabId);
  if (page) await showBadge(worker.db, tabId, page.newIds);
}
