import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/setup/root.mjs';

test('npm start without a display does what a new reader does first', { timeout: 90_000 }, () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/start.mjs'), '--headless'],
    { encoding: 'utf8', timeout: 85_000 },
  );
  const steps = stdout.split('\n').filter((line) => /^[✓✗]/.test(line));
  expect(steps, stderr).toEqual([
    '✓ detects 24 papers',
    '✓ saves 3 papers',
    '✓ tags one of them #to-discuss',
    '✓ goes offline',
    '✓ opens the library, where all of it is',
  ]);
  expect(status).toBe(0);
});
