import type { Page } from 'playwright-core';
import type { Messages } from '../../lib/messages';
import type { SeenPaper } from '../../lib/paper';
import type { Chrome } from '../../tests/e2e/browser/chrome';

declare const chrome: Chrome;

const TAGS = ['agents', 'vision', 'to-read', 'evaluation', 'theory', 'group meeting'];
const STATUSES = ['reading', 'read', 'archived'] as const;
const AT_ONCE = 250;

/**
 * Saves papers through the worker as a user's import does, tags one in four and marks one in five.
 * `page` is any page of the extension.
 */
export async function fillLibrary(page: Page, papers: readonly SeenPaper[]): Promise<void> {
  const send = <N extends keyof Messages>(
    name: N,
    payload: Omit<Messages[N][0], 'op'>,
  ): Promise<Messages[N][1]> =>
    page.evaluate(
      async ([name, payload]) => {
        const op = crypto.randomUUID();
        const reply = await chrome.runtime.sendMessage({
          name,
          payload: { op, ...(payload as object) },
        });
        if (!reply.ok) throw new Error(reply.error);
        return reply.value;
      },
      [name, payload] as const,
    );
  const ids: string[] = [];
  for (let i = 0; i < papers.length; i += AT_ONCE) {
    const rows = papers.slice(i, i + AT_ONCE);
    ids.push(...(await send('addPapers', { rows, from: 'papers.txt', save: true })).paperIds);
  }
  for (const [i, tag] of TAGS.entries()) {
    const paperIds = ids.filter((_, n) => n % (4 + i * 3) === i % 3);
    await send('tagPapers', { paperIds, add: [tag], remove: [] });
  }
  for (const [i, status] of STATUSES.entries()) {
    await send('setStatus', { paperIds: ids.filter((_, n) => n % 5 === i + 1), status });
  }
}
