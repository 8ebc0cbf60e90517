// Kills a real browser in the middle of saving and tagging, over and over: `npm run soak`, or with
// other numbers `npm run soak -- ROUNDS [SEED]`. `npm run soak -- digests` replays every real list
// date instead: through the poller alone, with kills and without the ledger, and through the built
// extension in a browser that is killed; `npm run soak -- digests DATES` replays the first DATES.
import { spawnSync } from 'node:child_process';
import { ensureBuild } from './setup/build.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { loadTypeScript } from './setup/load-typescript.mjs';
import { ensureNpmPackages } from './setup/npm-packages.mjs';

if (process.argv[2] === 'digests') {
  ensureNpmPackages();
  const { status } = spawnSync('npx', ['vitest', 'run', 'digest-replay'], {
    stdio: 'inherit',
    env: { ...process.env, OFFPRINT_DATES: process.argv[3] ?? 'Infinity' },
  });
  process.exit(status ?? 1);
}
const [rounds = 1_000, seed = Date.now() % 1e9] = process.argv.slice(2).map(Number);
if (!Number.isSafeInteger(rounds) || rounds < 1 || !Number.isSafeInteger(seed)) {
  console.error('Usage: npm run soak -- ROUNDS [SEED]');
  process.exit(2);
}
try {
  ensureNpmPackages();
  process.env.OFFPRINT_CHROMIUM = ensureChromium();
  ensureBuild('store');
  const { killRounds } = await loadTypeScript('tests/soak/kill-rounds.ts');
  console.log(`${rounds} rounds with seed ${seed}`);
  const outcome = await killRounds({ rounds, acknowledged: 0 }, seed, console.log);
  for (const sentence of outcome.broken) console.error(sentence);
  console.log(
    `${outcome.rounds} rounds, ${outcome.acknowledged} acknowledged changes, ` +
      `${outcome.unanswered} written and not yet acknowledged, ${outcome.restored} times restored, ${outcome.broken.length} broken`,
  );
  process.exitCode = outcome.broken.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
