import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { browser } from 'wxt/browser';
import type { ListingNews, ListingReread } from '../messages';
import { Refused, send } from '../send';
import type { SiteAdapter } from '../sites/adapter';
import { Listing } from './listing';
import { watchRows } from './watch-rows';
import { showOnPage } from './view';

/** Runs Offprint in a listing page of `adapter`, until the extension goes or is replaced. */
export function runOnListing(ctx: ContentScriptContext, adapter: SiteAdapter): void {
  const view = showOnPage(document, ctx.signal);
  const listing = new Listing(adapter, document, new URL(location.href), view, send);
  const read = () => void listing.read().catch(onReadFailed);

  const onReadFailed = (error: unknown) => {
    if (!ctx.isValid) return;
    // The tab moved on while the worker looked: the observer or the next navigation reads again.
    if (error instanceof Refused) ctx.setTimeout(read, 500);
  };

  watchRows(document, adapter.row, read, ctx.signal);
  // The address comes with the event: it fires before `location` changes (WXT ≥ 0.20, 2026).
  ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => {
    listing.moveTo(newUrl);
    ctx.setTimeout(read, 50);
  });
  ctx.addEventListener(window, 'pageshow', (event) => {
    if (!event.persisted) return;
    listing.forgetStates();
    read();
  });

  const onMessage = (message: ListingNews | ListingReread) => {
    if (message.name === 'papersChanged') listing.hear(message);
    else if (message.name === 'readAgain') {
      listing.forgetStates();
      read();
    }
  };
  browser.runtime.onMessage.addListener(onMessage);
  ctx.onInvalidated(() => {
    view.remove();
    if (browser.runtime?.id) browser.runtime.onMessage.removeListener(onMessage);
  });
  read();
}
