// What the built extension makes of one saved page: `npm run inspect -- FILE URL`.
import { resolve } from 'node:path';
import { ensureBuild } from './setup/build.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { loadTypeScript } from './setup/load-typescript.mjs';
import { ensureNpmPackages } from './setup/npm-packages.mjs';

const [file, address] = process.argv.slice(2);
if (!file || !address || !URL.canParse(address)) {
  console.error('Usage: npm run inspect -- FILE URL');
  process.exit(2);
}
try {
  ensureNpmPackages();
  process.env.OFFPRINT_CHROMIUM = ensureChromium();
  const extension = ensureBuild('store');
  const { inspect } = await loadTypeScript('scripts/inspect/inspect.ts');
  // npm starts scripts in the project's folder and keeps the caller's in INIT_CWD.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  const findings = await inspect({ file: path, url: address, extension });
  process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
