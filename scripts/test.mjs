// Everything that must hold: `npm test`. Prints as it goes and ends on `N passed, N failed`.
import { ensureChromium } from './setup/chromium.mjs';
import { ensureNpmPackages } from './setup/npm-packages.mjs';
import { add, closingLine, nothing } from './test/counts.mjs';
import { runCheck, runVitest } from './test/run-step.mjs';

let counts = nothing;
try {
  ensureNpmPackages();
  process.env.OFFPRINT_CHROMIUM = ensureChromium();
  for (const script of ['types', 'lint', 'format:check']) counts = add(counts, runCheck(script));
  for (const project of ['unit', 'e2e']) counts = add(counts, runVitest(project));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  counts = add(counts, { ...nothing, failed: 1 });
}
if (counts.passed === 0 && counts.failed === 0) counts = { ...counts, failed: 1 };
console.log(`\n${closingLine(counts)}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
