import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handlers } from '../../lib/background/handlers';
import { receive } from '../../lib/background/receive';
import { db } from '../../lib/db/open';
import { SearchSegments } from '../../lib/db/search-segments';
import type { Envelope } from '../../lib/messages';
import type { Paper } from '../../lib/paper';
import { aWorker } from '../lib/background/a-worker';

const ORIGIN = 'chrome-extension://offprint/';

/** Lets the real worker answer what a page sends; what was sent, oldest first. */
export function workerBeside(): Envelope[] {
  const sent: Envelope[] = [];
  const worker = aWorker({ db });
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US');
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: Envelope) => {
    sent.push(message);
    return receive(worker, handlers, message, { url: `${ORIGIN}popup.html` }, ORIGIN);
  }) as never);
  return sent;
}

/** Papers as if a page had shown them. */
export async function keep(...titles: string[]): Promise<Paper[]> {
  const papers = titles.map((title, i): Paper => ({
    id: `P${i}`,
    title,
    titleKey: '',
    authors: ['Ada Ahlgren', 'Béla Brandão', 'Chioma Castellano'],
    ids: [`arxiv:2511.0000${i}`],
    links: [{ rel: 'page', href: `https://arxiv.org/abs/2511.0000${i}` }],
    versions: [],
    firstSite: 'arxiv',
    firstSeenAt: 1,
    lastSeenAt: 1,
  }));
  await db.papers.bulkPut(papers);
  const index = new SearchSegments(db);
  while (await index.step());
  return papers;
}
