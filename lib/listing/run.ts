import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { ListingNews, ListingReread } from '../messages';
import { Refused, send } from '../send';
import type { SiteAdapter } from '../sites/adapter';
import { addressFilter } from './address-filter';
import { makeListing, type Listing } from './listing';
import { readerActs, type Notice } from './reader-acts';
import { makeView } from './view';
import { OURS, watchRows } from './watch-rows';

const LOOK_EVERY_MS = 1_000;
const RETRIES = 5;

/** Runs Offprint in a listing page of `adapter`, until the extension goes or is replaced. */
export function runOnListing(ctx: ContentScriptContext, adapter: SiteAdapter): void {
  // What an instance of before an update left behind.
  for (const host of document.querySelectorAll(`[${OURS}]`)) host.remove();

  const isListing = addressFilter(adapter.matches);
  const addressOf = (url: URL) => (isListing(url) ? url : undefined);
  const say = (notice: Notice) => ctx.isValid && view.say(notice);
  const listing: Listing = makeListing(
    adapter,
    document,
    addressOf(new URL(location.href)),
    (rows, summary) => ctx.isValid && view.show(rows, summary),
    send,
  );
  const view = makeView(
    readerActs(send, listing, say),
    (answer, paperIds) => {
      send('answerFill', { answer, paperIds }).catch((error: Error) =>
        say({ text: error.message, failed: true }),
      );
    },
    adapter.row,
    () => Date.now(),
    ctx.signal,
  );

  let failures = 0;
  const read = async () => {
    try {
      const wait = await listing.read();
      failures = 0;
      if (wait) readAfter(wait);
    } catch (error) {
      // The tab moved on while the worker looked; asked again, more and more rarely.
      if (error instanceof Refused && failures < RETRIES) readAfter(250 * 2 ** failures++);
    }
  };
  const readAfter = (ms: number) => ctx.setTimeout(() => void read(), ms);
  const readAgain = () => {
    listing.forget();
    void read();
  };

  watchRows(document, adapter.row, () => void read(), ctx.signal);
  // The address comes with the event: it fires before `location` changes (WXT ≥ 0.20, 2026).
  ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => {
    listing.moveTo(addressOf(newUrl));
    readAfter(50);
  });
  ctx.addEventListener(window, 'pageshow', ({ persisted }) => persisted && readAgain());

  const onMessage = (message: ListingNews | ListingReread) => {
    if (message.name === 'papersChanged') listing.hear(message);
    else if (message.name === 'readAgain') readAgain();
  };
  browser.runtime.onMessage.addListener(onMessage);
  ctx.onInvalidated(() => {
    view.remove();
    if (browser.runtime?.id) browser.runtime.onMessage.removeListener(onMessage);
  });
  // Looking is what notices that the extension was disabled or updated: no event tells.
  ctx.setInterval(() => {}, LOOK_EVERY_MS);
  void read();
}
