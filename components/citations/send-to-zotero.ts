import { zoteroItem } from '../../lib/citations/write-zotero';
import type { ZoteroAnswer } from '../../lib/messages';
import type { PaperId } from '../../lib/paper';
import { newOp, send } from '../../lib/send';
import { citedItems, type ItemsOptions } from './cited-items';

/** Nothing beyond the machine is asked with it. */
export const ZOTERO_ORIGIN = 'http://127.0.0.1/*';

export interface ZoteroOptions extends ItemsOptions {
  onProgress?: (done: number, of: number) => void;
}

/**
 * Hands papers to a Zotero that runs on this machine, some hundred at a time; `sent` is how many it
 * took before it answered anything but `done`.
 * @throws the signal's reason when it was cancelled
 */
export async function sendToZotero(
  ids: readonly PaperId[],
  { onProgress, ...options }: ZoteroOptions,
): Promise<{ answer: ZoteroAnswer; sent: number }> {
  let sent = 0;
  let answer = await send('askZotero', {});
  if (answer !== 'done') return { answer, sent };
  for await (const items of citedItems(ids, options)) {
    // One name for one slice: sent again by a worker that was stopped, it is saved once.
    answer = await send('sendToZotero', { session: newOp(), items: items.map(zoteroItem) });
    if (answer !== 'done') break;
    sent += items.length;
    onProgress?.(sent, ids.length);
  }
  return { answer, sent };
}
