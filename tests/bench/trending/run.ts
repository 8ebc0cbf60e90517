import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sharedFolder } from '../../shared-folder-path';
import { readItems } from './items';
import { replay, type Outcome } from './replay';

const DATA = join(sharedFolder, 'data/hn');
const OUTPUT = resolve(import.meta.dirname, '../../../.output/bench');

/**
 * Replays Hacker News (see `pools.ts`) and writes each pool as the shipped score ranks it to
 * `.output/bench/trending.json`; undefined where the shared folder with the data is not here.
 */
export function runTrending(): Outcome[] | undefined {
  if (!existsSync(DATA)) return undefined;
  const { outcomes, rankings } = replay(readItems(DATA));
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(join(OUTPUT, 'trending.json'), JSON.stringify(rankings));
  return outcomes;
}

/** nDCG@3 by score and poll interval, for people. */
export function trendingTable(outcomes: readonly Outcome[]): string {
  const columns = outcomes.filter(({ score }) => score === outcomes[0]?.score);
  const row = (name: string, cells: readonly (string | number)[]) =>
    [name.padEnd(24), ...cells.map((cell) => String(cell).padStart(8))].join('  ');
  return [
    row(
      'nDCG@3, polls every',
      columns.map(({ pollHours }) => `${pollHours} h`),
    ),
    ...[...new Set(outcomes.map(({ score }) => score))].map((name) =>
      row(
        name,
        outcomes.filter(({ score }) => score === name).map(({ ndcg }) => ndcg.toFixed(3)),
      ),
    ),
    row(
      'pools',
      columns.map(({ pools }) => pools),
    ),
  ].join('\n');
}
