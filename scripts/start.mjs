// Offprint in a browser, on a listing to try it on: `npm start [-- --headless] [-- --profile DIR]`.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild } from './setup/build.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { loadTypeScript } from './setup/load-typescript.mjs';
import { ensureNpmPackages } from './setup/npm-packages.mjs';

const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

try {
  const { values } = parseArgs({
    options: { headless: { type: 'boolean' }, profile: { type: 'string' } },
  });
  ensureNpmPackages();
  process.env.OFFPRINT_CHROMIUM = ensureChromium();
  const extension = ensureBuild('demo');
  const profile = values.profile && resolve(process.env.INIT_CWD ?? '.', values.profile);
  const { openDemo, tourDemo } = await loadTypeScript('scripts/demo/start.ts');
  if (values.headless || !hasDisplay) await tourDemo({ extension, profile });
  else await openDemo({ extension, profile });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
