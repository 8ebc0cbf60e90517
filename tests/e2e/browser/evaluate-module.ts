import type { Page } from 'playwright-core';
import { rolldown } from 'rolldown';

/** Runs a module of ours in a page: bundled for it, past the page's own scripts. */
export async function evaluateModule(page: Page, file: string): Promise<void> {
  const bundle = await rolldown({ input: file, platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife' });
  await bundle.close();
  await page.evaluate(output[0].code);
}
