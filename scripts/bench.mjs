// The numbers: `npm run bench [-- --json] [-- NAME …]`. Slow is not broken: only a failed run is.
import { ensureBuild } from './setup/build.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { loadTypeScript } from './setup/load-typescript.mjs';
import { ensureNpmPackages } from './setup/npm-packages.mjs';

const args = process.argv.slice(2).filter((arg) => arg !== '--');
const isJson = args.includes('--json');
const names = args.filter((arg) => arg !== '--json');
try {
  ensureNpmPackages();
  process.env.OFFPRINT_CHROMIUM = ensureChromium();
  ensureBuild('store');
  const { runBenches, table } = await loadTypeScript('tests/bench/run.ts');
  const figures = await runBenches(names);
  console.log(isJson ? JSON.stringify(figures) : table(figures));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
