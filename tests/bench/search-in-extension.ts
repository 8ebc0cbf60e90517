import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { evaluateModule } from '../e2e/browser/evaluate-module';
import { bareExtensionPage, type Session } from '../e2e/browser/index';
import type { AskAsTyped } from './search/typed-in-page';
import { p95 } from './statistics';

declare const askAsTyped: AskAsTyped;

const MODULE = join(import.meta.dirname, 'search/typed-in-page.ts');
const TYPED = [
  'diffusion transformer vid',
  'reinforcement learning from hum',
  'mixture of exp',
  'large language mod',
  'visual question answ',
];

/**
 * Milliseconds from what was typed to the ids of what is found, by the code the pages run on the
 * tables they read, after every key of some queries: the 95th percentile.
 */
export async function searchWhileTyping(session: Session): Promise<number> {
  const page = await bareExtensionPage(session);
  await evaluateModule(page, MODULE);
  return p95(await page.evaluate((typed) => askAsTyped(typed), TYPED));
}

/** Milliseconds from a key in the library's search box to the painted list, the slowest of twenty. */
export async function slowestKey(page: Page, extensionId: string): Promise<number> {
  await page.goto(`chrome-extension://${extensionId}/library.html`);
  await page.getByRole('searchbox').first().click();
  await page.keyboard.type('d');
  await page.waitForTimeout(1_500);
  await page.evaluate(() => {
    const list = document.getElementById('papers')!;
    const times: number[] = [];
    let at = 0;
    addEventListener('keydown', () => (at = performance.now()), true);
    new MutationObserver(() => {
      if (at === 0) return;
      const from = at;
      at = 0;
      requestAnimationFrame(() => times.push(performance.now() - from));
    }).observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
    Object.assign(window, { times });
  });
  for (const key of 'iffusion transformers') {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(150);
  }
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times);
  if (times.length < 5) throw new Error('The list followed too few of the keys.');
  return Math.max(...times);
}
