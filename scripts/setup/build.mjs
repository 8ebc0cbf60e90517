import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** What a build is made of. */
const SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'scripts/manifest.ts',
  'scripts/setup/build.mjs',
  'scripts/demo/build.ts',
  'wxt.config.ts',
  'package-lock.json',
];

/** Where each kind of build goes, below the project's folder. */
export const BUILDS = /** @type {const} */ ({
  store: '.output/chrome-mv3',
  demo: '.output/demo/chrome-mv3',
});

/**
 * Builds the extension where the build is missing or older than its sources.
 * @param {keyof typeof BUILDS} kind
 * @returns {string} the built extension's folder
 */
export function ensureBuild(kind = 'store') {
  const folder = join(root, BUILDS[kind]);
  const stamp = `${folder}.sources`;
  const sources = fingerprint();
  const isFresh =
    existsSync(join(folder, 'manifest.json')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === sources;
  if (isFresh) return folder;
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      // Under a test runner NODE_ENV is "test", which would build React's slow development half.
      env: { ...process.env, NODE_ENV: 'production', OFFPRINT_BUILD: kind },
    },
  );
  if (status !== 0) throw new Error('The extension could not be built; the message is above.');
  writeFileSync(stamp, sources);
  return folder;
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => filesIn(join(root, source)))) {
    hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
