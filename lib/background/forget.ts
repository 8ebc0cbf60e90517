import { browser } from 'wxt/browser';
import { forget as forgetShown } from '../db/forget';
import type { Answer, Forgetting, ListingNews } from '../messages';
import { forgetFolder } from '../snapshots/picked-folder';
import { runDigest } from './digest';
import { readDigest } from './digest-news';
import { endDownloads } from './keep-pdfs';
import { runSnapshots } from './snapshots';
import { listingTabs } from './tell-listings';
import type { Worker } from './worker';

/** Forgets what was shown; for a day it can be taken back under the `op` that is answered. */
export async function forget(worker: Worker, what: Forgetting): Promise<Answer<'forget'>> {
  const now = worker.now();
  const { clock } = (await worker.clock()).next(now);
  const op = crypto.randomUUID();
  const forgotten = await forgetShown(worker.db, { op, what, now, clock });
  await worker.copy.settled();
  return forgotten > 0 ? { forgotten, op } : { forgotten };
}

/** Deletes all that was ever kept: papers, list, settings, logs, alarms. There is no way back. */
export async function deleteEverything(worker: Worker): Promise<null> {
  const { db } = worker;
  // Nobody must take in an answer that is on its way.
  const { digest } = await worker.settings.read();
  await worker.settings.change({ digest: { ...digest, on: false }, backupEvery: 'off' });
  await runDigest(worker);
  await runSnapshots(worker);
  await readDigest();
  endDownloads(worker);
  // First: emptied after the database, it would bring everything back if the worker were stopped.
  await worker.copy.empty();
  const saved = await db.library.toCollection().primaryKeys();
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()));
    // The index went with them: there is nothing that it has to follow.
    await db.dirty.clear();
  });
  await Promise.all([
    forgetFolder(),
    browser.storage.local.clear(),
    browser.storage.session.clear(),
    browser.alarms.clearAll(),
  ]);
  await tellUnsaved(worker, saved);
  return null;
}

// Reading the pages again would begin at once what was just ended.
async function tellUnsaved(worker: Worker, ids: readonly string[]): Promise<void> {
  const news: ListingNews = {
    name: 'papersChanged',
    papers: ids.map((id) => ({
      id,
      saved: false,
      tags: [],
      isNew: false,
      firstSeenAt: 0,
      hasAbstract: true,
      askFill: false,
    })),
    tags: [],
    ops: [],
  };
  const tabs = await listingTabs(worker);
  await Promise.allSettled(
    tabs.flatMap((tabId) => [
      browser.tabs.sendMessage(tabId, news),
      browser.action.setBadgeText({ tabId, text: '' }),
    ]),
  );
}
