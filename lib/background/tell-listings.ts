import { browser } from 'wxt/browser';
import { paperStates, tagSuggestions } from '../db/states';
import type { ListingNews, ListingReread } from '../messages';
import type { PaperId } from '../paper';
import { readTabPage } from '../tab-page';
import { showBadge } from './badge';
import type { Worker } from './worker';

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

/** Every tab that may show a list. */
export async function listingTabs(worker: Worker): Promise<number[]> {
  const url = worker.sites.flatMap((site) => site.matches);
  const tabs = await browser.tabs.query({ url });
  return tabs.flatMap(({ id }) => id ?? []);
}

async function refreshBadge(worker: Worker, tabId: number): Promise<void> {
  const page = await readTabPage(tabId);
  if (page) await showBadge(worker.db, tabId, page.newIds);
}
