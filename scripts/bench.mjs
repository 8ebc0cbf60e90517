// The numbers: `npm run bench [-- --json] [-- NAME …]`. Slow is not broken: only a failed run is.
import { ensureBuild } from './setup/build.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { loadTypeScript } from './setup/load-typescript.mjs';
import { ensureNpmPackages } from './setup/npm-packages.mjs';

// Neither a browser nor a build: the code that ranks, on votes that were really given; and the code
// that searches, on topics whose answers are known.
const TRENDING = 'trending';
const SEARCH = 'search';
// Nor this: the rules that say when two records are one paper, on pairs that people labelled.
const DUPLICATES = 'duplicates';

const args = process.argv.slice(2).filter((arg) => arg !== '--');
const isJson = args.includes('--json');
const names = args.filter((arg) => arg !== '--json');
const inBrowser = names.filter((name) => ![TRENDING, SEARCH, DUPLICATES].includes(name));
const all = names.length === 0;
const json = [];
try {
  ensureNpmPackages();
  if (all || inBrowser.length > 0) {
    process.env.OFFPRINT_CHROMIUM = ensureChromium();
    ensureBuild('store');
    const { runBenches, table } = await loadTypeScript('tests/bench/run.ts');
    const figures = await runBenches(inBrowser);
    if (isJson) json.push(...figures);
    else console.log(table(figures));
  }
  if (all || names.includes(TRENDING)) {
    const { runTrending, trendingTable } = await loadTypeScript('tests/bench/trending/run.ts');
    const outcomes = runTrending();
    if (!outcomes) console.error('The replay of trending was skipped: it needs ../shared.');
    else if (isJson) json.push(...outcomes);
    else console.log(trendingTable(outcomes));
  }
  if (all || names.includes(SEARCH)) {
    const { runSearch, searchTable } = await loadTypeScript('tests/bench/search/run.ts');
    const figures = await runSearch();
    if (!figures) console.error('The search of SciFact was skipped: it needs ../shared.');
    else if (isJson) json.push(figures);
    else console.log(searchTable(figures));
  }
  if (all || names.includes(DUPLICATES)) {
    const { runDuplicates, duplicatesTable } = await loadTypeScript(
      'tests/bench/duplicates/run.ts',
    );
    const verdicts = runDuplicates();
    if (!verdicts) console.error('The labelled pairs were skipped: they need ../shared.');
    else if (isJson) json.push(...verdicts);
    else console.log(duplicatesTable(verdicts));
  }
  if (isJson) console.log(JSON.stringify(json));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
