import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUILDS } from '../../scripts/setup/build.mjs';
import { root } from '../../scripts/setup/root.mjs';
import { arxiv } from '../../lib/sites/arxiv';
import { demo } from '../../lib/sites/demo';

const folder = join(root, BUILDS.store);
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  statSync(join(folder, name)).isFile(),
);

const KILOBYTE = 1000;

const ALLOWED = [
  'storage',
  'unlimitedStorage',
  'alarms',
  'notifications',
  'contextMenus',
  'activeTab',
  'scripting',
  'sidePanel',
  'offscreen',
];

describe('the built extension', () => {
  test('asks for these permissions and no more', () => {
    const asked: string[] = manifest.permissions;
    expect(asked.filter((permission) => !ALLOWED.includes(permission))).toEqual([]);
    expect(manifest.host_permissions).toEqual([
      'https://huggingface.co/*',
      'https://*.arxiv.org/*',
    ]);
    expect(manifest.optional_permissions).toEqual(['downloads']);
    expect(manifest.optional_host_permissions).toEqual([
      'https://*/*',
      'http://127.0.0.1/*',
      'http://localhost/*',
    ]);
  });

  test('runs only its own code and never in private windows', () => {
    expect(manifest.content_security_policy).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; frame-src blob:; worker-src 'self'; connect-src 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'",
    });
    expect(manifest.incognito).toBe('not_allowed');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  test('puts a content script only into the pages of its sites', () => {
    expect(
      manifest.content_scripts.map(({ js, matches }: { js: string[]; matches: string[] }) => ({
        js,
        matches,
      })),
    ).toMatchSnapshot();
  });

  test('has this manifest', () => {
    const { version: _version, content_scripts: _scripts, ...rest } = manifest;
    expect(rest).toMatchSnapshot();
  });

  test.each(files.filter((name) => name.startsWith('content-scripts/')))(
    '%s puts at most 30 kB into a page',
    (name) => {
      expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(30 * KILOBYTE);
    },
  );

  test('holds nothing of the demo listing', () => {
    const scripts = files.filter((name) => name.endsWith('.js'));
    const holding = (text: string) =>
      scripts.filter((name) => readFileSync(join(folder, name), 'utf8').includes(text));
    expect(holding(arxiv.matches[0]!.slice(0, 18))).toContain('background.js');
    expect(holding(demo.name)).toEqual([]);
    expect(holding('127.0.0.1/papers')).toEqual([]);
    expect(JSON.stringify(manifest.content_scripts)).not.toMatch(
      /127\.0\.0\.1|localhost|<all_urls>|\*:\/\//,
    );
  });

  test('has no inline script or style in its pages', () => {
    const pages = files.filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(0);
    for (const name of pages) {
      const html = readFileSync(join(folder, name), 'utf8');
      expect(html, name).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
    }
  });
});
