import { browser } from 'wxt/browser';
import type { ListingNews, ListingReread } from '../messages';
import { send } from '../send';
import type { PageAdapter } from '../sites/adapter';
import { makeListing, type Listing } from './listing';
import type { PlaceFor } from './placement';
import { readerActs, type Notice } from './reader-acts';
import { makeView } from './view';
import { OURS, watchRows } from './watch-rows';

const RETRIES = 5;

/**
 * Runs Offprint in a listing page of `adapter`, until the extension goes or is replaced.
 * @param placeFor where controls stand, on sites whose titles are no simple lines
 */
export function runOnListing(
  { signal }: { signal: AbortSignal },
  adapter: PageAdapter,
  placeFor: PlaceFor = () => 'inline',
): void {
  // What an instance of before an update left behind.
  for (const host of document.querySelectorAll(`[${OURS}]`)) host.remove();

  const say = (notice: Notice) => browser.runtime?.id && view.say(notice);
  const listing: Listing = makeListing(
    adapter,
    document,
    (rows, summary) => signal.aborted || view.show(rows, summary),
    send,
  );
  const view = makeView({
    acts: readerActs(send, listing, say),
    answerFill: (answer, paperIds) => {
      send('answerFill', { answer, paperIds }).catch(({ message: text }: Error) =>
        say({ text, failed: true }),
      );
    },
    rowSelector: adapter.row,
    placeFor,
    now: () => Date.now(),
    signal,
  });

  let failures = 0;
  const readAfter = (ms: number) => setTimeout(read, ms);
  const read = async () => {
    if (signal.aborted) return;
    try {
      const wait = await listing.read(new URL(location.href));
      failures = 0;
      if (wait) readAfter(wait);
    } catch {
      // The tab moved on, or the worker was long in waking; asked again, more and more rarely.
      if (browser.runtime?.id && failures < RETRIES) readAfter(250 * 2 ** failures++);
    }
  };
  const readAgain = () => {
    listing.forget();
    void read();
  };

  watchRows(document, adapter.row, read, signal);
  globalThis.navigation?.addEventListener('currententrychange', () => readAfter(50), { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && readAgain(), { signal });

  const onMessage = (message: ListingNews | ListingReread) => {
    if (message.name === 'papersChanged') listing.hear(message);
    else if (message.name === 'readAgain') readAgain();
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => {
    view.remove();
    browser.runtime?.onMessage?.removeListener(onMessage);
  });
  void read();
}
