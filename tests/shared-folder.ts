import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'vitest';
import { sharedFolder } from './shared-folder-path';

export { sharedFolder };

/** Whether it is there. */
export const hasShared = existsSync(resolve(sharedFolder, 'pages'));

/** Tests that read the shared folder; where it is absent they skip, and say so. */
export function describeWithShared(name: string, tests: () => void): void {
  if (hasShared) describe(name, tests);
  else describe(name, () => test.skip('needs ../shared, which is not here', () => {}));
}
