import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../../scripts/setup/root.mjs';

/** Writes `.output/shots/NAME.png` and answers its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(root, '.output/shots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}
