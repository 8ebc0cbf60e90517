import { browser } from 'wxt/browser';
import { countWaiting } from '../db/fills';
import { dropClosedTabs } from '../tab-page';
import { aside } from './aside';
import { paintBadge } from './badge';
import { ensureDigest } from './digest';
import { fillAbstracts } from './fill-abstracts';
import { followIndex, mendIndex } from './follow-index';
import { ensureHousekeeping } from './housekeeping';
import { applySettings } from './import';
import { keepPdfs } from './keep-pdfs';
import { describeOmnibox } from './omnibox';
import { sweepScratch } from '../db/scratch';
import { ensureSnapshots } from './snapshots';
import type { Worker } from './worker';

/** What woke the worker comes first; the rest may wait this long. */
const AFTER_MS = 1_000;

/** What is done each time the browser starts the worker. */
export function onWake(worker: Worker): void {
  followIndex(worker);
  aside(keepFromPages());
  aside(paintBadge());
  // What the browser has lost is put back before anyone looks for it.
  aside(worker.db.open());
  setTimeout(() => {
    aside(worker.copy.catchUp());
    aside(mendIndex(worker));
    aside(goOnFilling(worker));
    aside(keepPdfs(worker));
    aside(applySettings(worker));
    aside(ensureHousekeeping());
    aside(ensureDigest(worker));
    aside(ensureSnapshots(worker));
    aside(sweepScratch());
    aside(describeOmnibox());
    aside(browser.tabs.query({}).then((tabs) => dropClosedTabs(tabs.map((tab) => tab.id))));
  }, AFTER_MS);
}

/** Settings are read by our own pages only; a page's script could otherwise rewrite them. */
async function keepFromPages(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

async function goOnFilling(worker: Worker): Promise<void> {
  if ((await countWaiting(worker.db)) > 0) await fillAbstracts(worker);
}
