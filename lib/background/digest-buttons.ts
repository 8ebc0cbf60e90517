import { browser } from 'wxt/browser';
import { currentItems } from '../db/digests';
import { NEWS_PREFIX, readDigest } from './digest-news';
import { openPage } from './own-page';
import { saveNow } from './save-paper-at';
import type { Worker } from './worker';

/** A click on the notification shows its digest. */
export async function onNewsClicked(id: string): Promise<void> {
  if (!id.startsWith(NEWS_PREFIX)) return;
  await browser.notifications.clear(id);
  await openPage(`digest.html#${id.slice(NEWS_PREFIX.length)}`);
}

/** Its buttons, where the browser has them: *Save all*, *Not today*. */
export async function onNewsButton(worker: Worker, id: string, button: number): Promise<void> {
  if (!id.startsWith(NEWS_PREFIX)) return;
  const digest = await worker.db.digests.get(id.slice(NEWS_PREFIX.length));
  if (digest && button === 0) {
    const items = await currentItems(worker.db, digest);
    await saveNow(
      worker,
      items.map(({ paperId }) => paperId),
    );
  }
  await browser.notifications.clear(id);
  await readDigest();
}
