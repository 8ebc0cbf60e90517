import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const built = resolve(root, '.output/firefox-mv3');

interface Findings {
  summary: { errors: number };
  errors: { code: string; message: string; file?: string }[];
}

describe('the Firefox build', () => {
  beforeAll(async () => {
    const wxt = resolve(root, 'node_modules/wxt/bin/wxt.mjs');
    await run(process.execPath, [wxt, 'build', '-b', 'firefox', '--mv3'], { cwd: root });
  }, 60_000);

  it('has no error in the eyes of the add-ons linter', async () => {
    const linter = resolve(root, 'node_modules/addons-linter/bin/addons-linter');
    const { stdout } = await run(process.execPath, [linter, built, '--output', 'json'], {
      maxBuffer: 10_000_000,
    });
    const findings = JSON.parse(stdout) as Findings;
    expect(findings.errors).toEqual([]);
    expect(findings.summary.errors).toBe(0);
  }, 60_000);

  it('names itself, collects nothing, and stays out of private windows', () => {
    const manifest = JSON.parse(readFileSync(resolve(built, 'manifest.json'), 'utf8')) as object;
    expect(manifest).toMatchObject({
      manifest_version: 3,
      incognito: 'not_allowed',
      browser_specific_settings: { gecko: { data_collection_permissions: { required: ['none'] } } },
    });
  });
});
