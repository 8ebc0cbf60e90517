// kill -9 in the middle of saving and tagging, a thousand times: `npm run soak [-- ROUNDS]`.
import { ensureBuild } from './setup/build.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { loadTypeScript } from './setup/load-typescript.mjs';
import { ensureNpmPackages } from './setup/npm-packages.mjs';

const rounds = Number(process.argv.slice(2).find((arg) => /^\d+$/.test(arg)) ?? 1000);
try {
  ensureNpmPackages();
  process.env.OFFPRINT_CHROMIUM = ensureChromium();
  ensureBuild('store');
  const { killRounds } = await loadTypeScript('tests/soak/kill-rounds.ts');
  const outcome = await killRounds({ rounds, acknowledged: 0 }, Date.now(), console.log);
  for (const promise of outcome.broken) console.log(`✗ ${promise}`);
  console.log(
    `${outcome.rounds} rounds, ${outcome.acknowledged} acknowledged changes, ${outcome.broken.length} broken`,
  );
  process.exitCode = outcome.broken.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
