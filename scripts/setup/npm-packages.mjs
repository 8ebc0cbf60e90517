import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Installs the npm packages where they are missing or where the lock file has changed. */
export function ensureNpmPackages() {
  if (installedMatchesLock()) return;
  process.stderr.write('Installing npm packages …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-fund', '--no-audit'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    throw new Error('npm could not install the packages; its message is above. Nothing was run.');
  }
}

// npm leaves a copy of the lock file in node_modules that names what it installed.
function installedMatchesLock() {
  const installedLock = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(installedLock);
  return Object.entries(wanted).every(([path, wantedPackage]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === wantedPackage.version : wantedPackage.optional === true;
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
