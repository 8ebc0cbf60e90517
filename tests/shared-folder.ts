import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'vitest';

const projectRoot = resolve(import.meta.dirname, '..');

/** The folder of real saved pages and data beside the project; it is not part of the project. */
export const sharedFolder = resolve(projectRoot, process.env.OFFPRINT_SHARED ?? '../shared');

/** Whether it is there. */
export const hasShared = existsSync(resolve(sharedFolder, 'pages'));

/** Tests that read the shared folder; where it is absent they skip, and say so. */
export function describeWithShared(name: string, tests: () => void): void {
  if (hasShared) describe(name, tests);
  else describe(name, () => test.skip('needs ../shared, which is not here', () => {}));
}
