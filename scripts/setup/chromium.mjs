import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// Chromium first: Google's own build of Chrome no longer takes --load-extension.
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome', 'microsoft-edge'];

const MAC = ['Chromium', 'Microsoft Edge', 'Google Chrome'].map(
  (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
);

const WINDOWS = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((folder) => {
  const base = process.env[folder];
  if (!base) return [];
  return ['Chromium', 'Microsoft\\Edge', 'Google\\Chrome'].map(
    (app) => `${base}\\${app}\\Application\\${app.endsWith('Edge') ? 'msedge' : 'chrome'}.exe`,
  );
});

/**
 * The path of a Chromium, or undefined where none is found. OFFPRINT_CHROMIUM goes before all.
 * @returns {string | undefined}
 */
export function findChromium() {
  const chosen = process.env.OFFPRINT_CHROMIUM;
  if (chosen) return isExecutable(chosen) ? chosen : undefined;
  const onPath = NAMES.flatMap((name) =>
    (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  );
  const usual = { darwin: MAC, win32: WINDOWS }[/** @type {string} */ (process.platform)] ?? [];
  return [...onPath, ...usual].find(isExecutable);
}

/**
 * The path of a Chromium, installed from Debian first where that is possible and needed.
 * @returns {string}
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const chosen = process.env.OFFPRINT_CHROMIUM;
  if (chosen)
    throw new Error(`OFFPRINT_CHROMIUM names ${chosen}, which is not a program that can be run.`);
  const installed = installFromDebian() ? findChromium() : undefined;
  if (installed) return installed;
  throw new Error(
    'No Chromium was found: install Chromium (or Microsoft Edge), or name one in OFFPRINT_CHROMIUM.',
  );
}

function installFromDebian() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !isExecutable('/usr/bin/apt-get')) return false;
  process.stderr.write('Installing Chromium …\n');
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
