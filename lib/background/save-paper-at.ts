import { savePapers } from '../db/library';
import { recordSightings } from '../db/sightings';
import { arxivFromUrl, arxivLinks, keysFromUrl } from '../identity';
import { localDay, type PaperId, type SeenPaper } from '../paper';
import { fillAsAgreed } from './answer-fill';
import { aside } from './aside';
import { flashBadge } from './badge';
import { decide } from './decide';
import { tellListings } from './tell-listings';
import type { Worker } from './worker';

/** What papers are filed under that were saved by their address alone. */
export const LINK_SITE = 'link';

/**
 * Saves the paper an address names; one that is not known yet is called by its number until a page
 * or arXiv tells its title. Answers how many were saved anew; undefined when it names no paper.
 */
export async function savePaperAt(
  worker: Worker,
  address: string,
  pageUrl: string,
  tabId?: number,
): Promise<number | undefined> {
  const row = URL.canParse(address) ? paperAt(new URL(address)) : undefined;
  if (!row) return undefined;
  const now = worker.now();
  const shown = { site: LINK_SITE, listing: withoutQuery(pageUrl), day: localDay(now), now };
  const [recorded] = await recordSightings(worker.db, [row], shown);
  return saveNow(worker, [recorded!.paper.id], tabId);
}

/** Saves papers for a menu or a key, and says so on the toolbar button. */
export async function saveNow(
  worker: Worker,
  ids: readonly PaperId[],
  tabId?: number,
): Promise<number> {
  const op = crypto.randomUUID();
  const { changed } = await decide(worker, op, (act) => savePapers(worker.db, act, ids));
  aside(tellListings(worker, ids));
  aside(fillAsAgreed(worker, ids));
  if (tabId !== undefined) aside(flashBadge(worker.db, tabId));
  return changed;
}

function paperAt(url: URL): SeenPaper | undefined {
  const ids = keysFromUrl(url);
  if (!ids[0]) return undefined;
  const arxiv = arxivFromUrl(url);
  const paper: SeenPaper = {
    title: arxiv ? `arXiv:${arxiv.id}` : ids[0],
    provisional: true,
    authors: [],
    ids,
    links: arxiv ? arxivLinks(arxiv.id) : [{ rel: 'page', href: withoutQuery(url.href) }],
  };
  if (arxiv?.version) paper.version = arxiv.version;
  return paper;
}

/** A page's query and fragment may say more about its reader than about where the link stood. */
function withoutQuery(address: string): string {
  if (!URL.canParse(address)) return '';
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`.slice(0, 2_000);
}
