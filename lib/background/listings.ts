import { recordSightings } from '../db/sightings';
import { statesOf, tagSuggestions } from '../db/states';
import { observeTrends } from '../db/trends';
import type { ListingReport, ListingState } from '../messages';
import { localDay } from '../paper';
import { siteFor } from '../sites/site-for';
import { fillAsAgreed } from './answer-fill';
import { aside } from './aside';
import { showBadge } from './badge';
import { notePage } from './note-page';
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
  const { paused, pausedSites, ...settings } = await worker.settings.read();
  const { bar, seenRows, savedRows, fill } = settings;
  const quiet = { bar, seenRows, savedRows, fill, tags: [] };
  const tabId = sender.tab?.id;
  if (paused || pausedSites.includes(site)) {
    if (tabId !== undefined) aside(showBadge(worker.db, tabId, []));
    return { papers: [], active: false, ...quiet };
  }

  const now = worker.now();
  const day = localDay(now);
  const recorded = await recordSightings(worker.db, report.rows, { site, listing, day, now });
  const shown = recorded.map(({ paper }) => paper);
  const ids = shown.map(({ id }) => id);
  const entries = recorded.map(({ entry }) => entry);
  const [states, tags] = await Promise.all([
    statesOf(worker.db, shown, entries),
    tagSuggestions(worker.db),
  ]);
  const papers = states.map((state, i) => ({ ...state, isNew: recorded[i]!.isNew }));
  const newIds = papers.filter((paper) => paper.isNew).map((paper) => paper.id);

  // Not awaited: the page is waiting to show its papers.
  const { url, promised, found } = report;
  const { documentId } = sender;
  const page = { url, documentId, site, paperIds: ids, newIds, promised, found, readAt: now };
  if (tabId !== undefined) aside(notePage(worker, tabId, page, listing));
  aside(fillAsAgreed(worker, ids));
  // Only what is polled, too: counters nobody follows are not kept.
  if (settings.digest.on && settings.digest.sources.includes(site)) {
    const looks = report.rows.map((row, i) => ({ ...row, paperId: ids[i]! }));
    aside(observeTrends(worker.db, site, looks, now));
  }
  return { papers, active: true, ...quiet, tags };
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
