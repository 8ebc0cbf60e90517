import { join } from 'node:path';
import { evaluateModule } from '../../e2e/browser/evaluate-module';
import { launch } from '../../e2e/browser/index';
import type { BenchPaper } from '../papers';
import type { SearchSpeed } from './in-page';
import type { Speed } from './speed';

declare const searchSpeed: SearchSpeed;

const MODULE = join(import.meta.dirname, 'in-page.ts');

/** The speed of the search in a real page of Chromium, at real and at a hundred thousand papers. */
export async function speedInBrowser(papers: readonly BenchPaper[]): Promise<Speed[]> {
  const session = await launch({ extension: null });
  try {
    const page = await session.context.newPage();
    const devtools = await page.context().newCDPSession(page);
    await evaluateModule(page, MODULE);
    const speeds: Speed[] = [];
    for (const size of ['real', 'large'] as const) {
      const at = await page.evaluate(([all, size]) => searchSpeed(all, size), [
        papers,
        size,
      ] as const);
      await devtools.send('HeapProfiler.collectGarbage');
      speeds.push(...at);
    }
    return speeds;
  } finally {
    await session.close();
  }
}
