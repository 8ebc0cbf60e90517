import type { Page } from 'playwright-core';
import type { Chrome } from '../e2e/browser';
import type { Session } from '../e2e/browser';

declare const chrome: Chrome;

/** Gives the extension papers by its own message, as from a file; answers their ids. */
export async function seedPapers(session: Session, count: number): Promise<string[]> {
  const page: Page = await session.openExtension('popup.html');
  const ids = await page.evaluate(async (count) => {
    const found: string[] = [];
    for (let from = 0; from < count; from += 100) {
      const rows = Array.from({ length: Math.min(100, count - from) }, (_, i) => ({
        title: `A seeded paper of number ${from + i} for acts that are cut short`,
        authors: ['Ada Example'],
        ids: [`arxiv:2605.${String(10_000 + from + i)}`],
        links: [],
      }));
      const payload = { op: `seed-papers-${from}`, rows, from: 'seed', save: false };
      const reply = (await chrome.runtime.sendMessage({ name: 'addPapers', payload })) as {
        ok: boolean;
        value: { paperIds: string[] };
      };
      found.push(...reply.value.paperIds);
    }
    return found;
  }, count);
  await page.close();
  return ids;
}
