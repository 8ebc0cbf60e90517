// Pictures of every surface, with 0, 3 and 10,000 papers, light and dark: `npm run shots [-- WORD]`.
import { ensureBuild } from './setup/build.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { loadTypeScript } from './setup/load-typescript.mjs';
import { ensureNpmPackages } from './setup/npm-packages.mjs';

try {
  ensureNpmPackages();
  process.env.OFFPRINT_CHROMIUM = ensureChromium();
  ensureBuild('store');
  const { takeShots } = await loadTypeScript('scripts/shots/take-shots.ts');
  const { pictures, folder } = await takeShots(process.argv[2] ?? '');
  console.log(`${pictures} pictures in ${folder}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
