import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ensureChromium, findChromium } from '../../scripts/setup/chromium.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-path-'));
  vi.stubEnv('PATH', folder);
  vi.stubEnv('OFFPRINT_CHROMIUM', '');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('finding a Chromium', () => {
  test('takes one from PATH, Chromium before Chrome', () => {
    program('google-chrome');
    expect(findChromium()).toBe(join(folder, 'google-chrome'));
    program('chromium');
    expect(findChromium()).toBe(join(folder, 'chromium'));
  });

  test('passes over a file that cannot be run', () => {
    writeFileSync(join(folder, 'chromium'), '', { mode: 0o644 });
    program('microsoft-edge');
    expect(findChromium()).toBe(join(folder, 'microsoft-edge'));
  });

  test('takes the named one before all others', () => {
    program('chromium');
    vi.stubEnv('OFFPRINT_CHROMIUM', program('my-own-build'));
    expect(findChromium()).toBe(join(folder, 'my-own-build'));
  });

  test('says in a sentence that the named one is not there', () => {
    program('chromium');
    const isRoot = vi.spyOn(process, 'getuid').mockReturnValue(1000);
    vi.stubEnv('OFFPRINT_CHROMIUM', join(folder, 'nowhere'));
    expect(() => ensureChromium()).toThrow(/OFFPRINT_CHROMIUM names .*nowhere, which is not/);
    vi.stubEnv('OFFPRINT_CHROMIUM', '');
    rmSync(join(folder, 'chromium'));
    expect(() => ensureChromium()).toThrow(/install Chromium/);
    expect(isRoot).toHaveBeenCalled();
  });
});

function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}
