import { browser } from 'wxt/browser';
import { draftFile } from '../snapshots/draft';
import type { AddressedDraft } from '../snapshots/downloads-place';
import type { MadeSnapshot, MakeSnapshot } from '../snapshots/offscreen-message';
import type { Instant } from '../paper';
import type { Settings } from '../settings';
import type { Worker } from './worker';

const PAGE = 'offscreen.html';

/**
 * Makes the file of a copy and gives it an address. Chrome's worker cannot, so that an offscreen
 * document does; Firefox's can. A data URL would need neither, but at 10,000 papers (29 MB) saving one
 * takes 3.2 s and 600 MB of memory, where a blob is made and saved in 2.3 s and 200 MB (2026-11).
 */
export async function addressedDraft(
  worker: Worker,
  options: { settings: Settings; now: Instant },
): Promise<AddressedDraft> {
  if (typeof URL.createObjectURL === 'function') {
    const { file, ...said } = await draftFile(worker.db, options);
    const url = URL.createObjectURL(file);
    return { ...said, url, drop: async () => URL.revokeObjectURL(url) };
  }
  // One of a worker that was stopped may be left, with its file.
  await closeOffscreen();
  await browser.offscreen.createDocument({
    url: PAGE,
    reasons: [browser.offscreen.Reason.BLOBS],
    justification: 'To make the file of a backup that is then saved into the downloads folder.',
  });
  try {
    const ask: MakeSnapshot = { to: 'offscreen', ...options };
    const answer = (await browser.runtime.sendMessage(ask)) as MadeSnapshot;
    if ('error' in answer) throw new Error(answer.error);
    return { ...answer.made, drop: closeOffscreen };
  } catch (error) {
    await closeOffscreen();
    throw error;
  }
}

async function closeOffscreen(): Promise<void> {
  const open = await browser.runtime.getContexts({
    contextTypes: [browser.runtime.ContextType.OFFSCREEN_DOCUMENT],
  });
  if (open.length > 0) await browser.offscreen.closeDocument();
}
