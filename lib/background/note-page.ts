import { recordHealth } from '../db/health';
import { localDay } from '../paper';
import { readTabPage, writeTabPage, type TabPage } from '../tab-page';
import { showBadge } from './badge';
import { inTurn } from '../in-turn';
import type { Worker } from './worker';

const turn = inTurn<void>();

/**
 * Keeps what one tab shows for popup and badge, and counts the page's health; a page that is
 * reported in parts, or again on the same day, is one page.
 */
export function notePage(
  worker: Worker,
  tabId: number,
  part: TabPage,
  listing: string,
): Promise<void> {
  return turn(async () => {
    const before = await readTabPage(tabId);
    const sameUrl = before?.url === part.url ? before : undefined;
    const same = sameUrl?.documentId === part.documentId ? sameUrl : undefined;
    const page: TabPage = {
      ...part,
      paperIds: [...new Set([...(same?.paperIds ?? []), ...part.paperIds])],
      newIds: [...new Set([...(same?.newIds ?? []), ...part.newIds])],
    };
    await writeTabPage(tabId, page);
    await showBadge(worker.db, tabId, page.newIds);
    const day = localDay(part.readAt);
    const { site, promised, found, readAt: now } = part;
    const earlier = sameUrl && localDay(sameUrl.readAt) === day ? sameUrl : undefined;
    await recordHealth(worker.db, { site, listing, day, now, promised, found }, earlier);
  });
}
