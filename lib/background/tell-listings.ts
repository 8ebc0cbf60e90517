import { browser } from 'wxt/browser';
import { paperStates, tagSuggestions } from '../db/states';
import type { ListingNews, ListingReread } from '../messages';
import type { PaperId } from '../paper';
import { readTabPages } from '../tab-page';
import { showBadge } from './badge';
import type { Worker } from './worker';

/** A stream of changes is told in one breath: none of them waits for what the last one made. */
const GATHER_MS = 20;

interface Telling {
  ids: Set<PaperId>;
  ops: Set<string>;
  done: Promise<void>;
}

const telling = new WeakMap<Worker, Telling>();

/**
 * Tells every open listing page, and the badge of every tab, what these papers look like now that
 * act `op` was carried out, or after what no page expects.
 */
export function tellListings(
  worker: Worker,
  paperIds: readonly PaperId[],
  op?: string,
): Promise<void> {
  const under = telling.get(worker) ?? gather(worker);
  for (const id of paperIds) under.ids.add(id);
  if (op) under.ops.add(op);
  return under.done;
}

function gather(worker: Worker): Telling {
  const ids = new Set<PaperId>();
  const ops = new Set<string>();
  const done = new Promise((resolve) => setTimeout(resolve, GATHER_MS)).then(() => {
    telling.delete(worker);
    return tell(worker, ids, ops);
  });
  const under = { ids, ops, done };
  telling.set(worker, under);
  return under;
}

async function tell(
  worker: Worker,
  ids: ReadonlySet<PaperId>,
  ops: ReadonlySet<string>,
): Promise<void> {
  const [tabs, pages] = await Promise.all([listingTabs(worker), readTabPages()]);
  const news: ListingNews = {
    name: 'papersChanged',
    papers: tabs.length > 0 ? await paperStates(worker.db, [...ids]) : [],
    tags: tabs.length > 0 ? await tagSuggestions(worker.db) : [],
    ops: [...ops],
  };
  const touched = pages.filter(([, page]) => page.newIds.some((id) => ids.has(id)));
  await Promise.allSettled([
    ...tabs.map((tabId) => browser.tabs.sendMessage(tabId, news)),
    ...touched.map(([tabId, page]) => showBadge(worker.db, tabId, page.newIds)),
  ]);
}

/** Lets every open listing page read itself again, as after a change of settings. */
export async function tellToReadAgain(worker: Worker): Promise<void> {
  const news: ListingReread = { name: 'readAgain' };
  const tabs = await listingTabs(worker);
  await Promise.allSettled(tabs.map((tabId) => browser.tabs.sendMessage(tabId, news)));
}

/** Every tab that may show a list. */
export async function listingTabs(worker: Worker): Promise<number[]> {
  const url = worker.sites.flatMap((site) => site.matches);
  const tabs = await browser.tabs.query({ url });
  return tabs.flatMap(({ id }) => id ?? []);
}
