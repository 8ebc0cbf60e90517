import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup/root.mjs';
import { nothing } from './counts.mjs';

/**
 * Runs one script of package.json; it counts as one test.
 * @param {string} script
 * @returns {import('./counts.mjs').Counts}
 */
export function runCheck(script) {
  console.log(`\n── ${script}`);
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  console.log(status === 0 ? `✓ ${script}` : `✗ ${script} failed`);
  return status === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

/**
 * Runs one project of vitest.config.ts and counts its tests. A runner that ends without having
 * counted, or that fails with no failed test, is one failure.
 * @param {string} project
 * @returns {import('./counts.mjs').Counts}
 */
export function runVitest(project) {
  console.log(`\n── ${project} tests`);
  const folder = mkdtempSync(join(tmpdir(), 'offprint-counts-'));
  const countsFile = join(folder, 'counts.json');
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', project],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, OFFPRINT_COUNTS: countsFile },
    },
  );
  try {
    const counts = JSON.parse(readFileSync(countsFile, 'utf8'));
    const isSilentFailure = status !== 0 && counts.failed === 0;
    const isEmpty = counts.passed + counts.failed + counts.skipped === 0;
    return isSilentFailure || isEmpty ? { ...counts, failed: counts.failed + 1 } : counts;
  } catch {
    console.error(`✗ the ${project} tests ended before they were counted`);
    return { ...nothing, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
