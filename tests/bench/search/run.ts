import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSegment } from '../../../lib/search/build-segment';
import { parseQuery } from '../../../lib/search/query';
import { search } from '../../../lib/search/rank';
import { openIndex } from '../../../lib/search/search-index';
import { sharedFolder } from '../../shared-folder-path';
import { benchPapers } from '../papers';
import { knownItems } from './known-items';
import { miniSearchEngine } from './mini-search';
import { qualityOf, shippedEngine, type Quality } from './quality';
import { readScifact } from './scifact';
import type { Speed } from './speed';
import { speedInBrowser } from './speed-in-browser';

const DATA = join(sharedFolder, 'data/scifact');
const OUTPUT = resolve(import.meta.dirname, '../../../.output/bench');
const REAL = 9_000;
const ITEMS = 1_000;

export interface SearchFigures {
  quality: Omit<Quality, 'run'>[];
  /** How well a paper one knows is found by a few words of its title. */
  known: {
    mode: string;
    reciprocalRank: number;
    first: number;
    inFirstTen: number;
    told: number;
  }[];
  speed: Speed[];
}

/**
 * Searches SciFact and writes the shipped run to `.output/bench/scifact.run`; then times the search
 * at real and at many papers. Undefined where the shared folder with the data is not here.
 */
export async function runSearch(): Promise<SearchFigures | undefined> {
  if (!existsSync(DATA)) return undefined;
  const collection = readScifact(DATA);
  const shipped = qualityOf('offprint', shippedEngine(collection), collection);
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(join(OUTPUT, 'scifact.run'), `${shipped.run.join('\n')}\n`);
  const control = await miniSearchEngine(collection);
  const qualities = control ? [shipped, qualityOf('minisearch', control, collection)] : [shipped];

  const papers = benchPapers(REAL);
  return {
    quality: qualities.map(({ engine, odd, even, all }) => ({ engine, odd, even, all })),
    known: (['any', 'all'] as const).map((mode) => knownItemFigures(papers, mode)),
    speed: await speedInBrowser(papers),
  };
}

function knownItemFigures(papers: ReturnType<typeof benchPapers>, mode: 'any' | 'all') {
  const index = openIndex([buildSegment(papers)]);
  let reciprocal = 0;
  let first = 0;
  let ten = 0;
  let told = 0;
  for (const { id, typed } of knownItems(papers, ITEMS, 7)) {
    const { clauses, isTyping } = parseQuery(typed);
    const { hits, total, complete } = search(index, clauses, { mode, isTyping });
    const rank = hits.findIndex((hit) => hit.id === id) + 1;
    if (rank > 0) reciprocal += 1 / rank;
    if (rank === 1) first++;
    if (rank > 0 && rank <= 10) ten++;
    told += mode === 'all' ? complete : total;
  }
  return {
    mode,
    reciprocalRank: reciprocal / ITEMS,
    first: first / ITEMS,
    inFirstTen: ten / ITEMS,
    told: told / ITEMS,
  };
}

/** The figures, for people. */
export function searchTable({ quality, known, speed }: SearchFigures): string {
  const row = (name: string, cells: readonly string[]) =>
    [name.padEnd(28), ...cells.map((cell) => cell.padStart(10))].join('  ');
  return [
    row('SciFact, nDCG@10', ['odd', 'even', 'all']),
    ...quality.map(({ engine, odd, even, all }) =>
      row(
        engine,
        [odd, even, all].map((figure) => figure.toFixed(4)),
      ),
    ),
    quality.length < 2 ? 'MiniSearch is not installed: no control.' : '',
    row('known paper, words first', ['MRR', 'at 1', 'in 10', 'papers']),
    ...known.map(({ mode, reciprocalRank, first, inFirstTen, told }) =>
      row(mode, [...[reciprocalRank, first, inFirstTen].map((n) => n.toFixed(3)), told.toFixed(0)]),
    ),
    row('in Chromium', ['papers', 'median', 'p95']),
    ...speed.map(({ papers, name, unit, median, p95 }) =>
      row(name, [String(papers), `${rounded(median)} ${unit}`, `${rounded(p95)} ${unit}`]),
    ),
  ].join('\n');
}

function rounded(figure: number): number {
  return Math.round(figure * 10) / 10;
}
