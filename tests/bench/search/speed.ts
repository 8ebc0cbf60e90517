import { buildSegment } from '../../../lib/search/build-segment';
import { mergeSegments } from '../../../lib/search/merge-segments';
import { parseQuery } from '../../../lib/search/query';
import { search } from '../../../lib/search/rank';
import { liveDocuments, openIndex, type SearchIndex } from '../../../lib/search/search-index';
import { openSegment, type Segment } from '../../../lib/search/segment';
import { similarPapers } from '../../../lib/search/similar';
import type { BenchPaper } from '../papers';
import { median, p95 } from '../statistics';
import { randomOf } from './random';

export interface Speed {
  papers: number;
  name: string;
  unit: 'ms' | 'MB' | 'terms';
  median: number;
  p95: number;
}

const AT_ONCE = 4096;
const QUERIES = 200;

/** How long building, merging, opening and searching take at so many papers. */
export function speedAt(papers: readonly BenchPaper[]): Speed[] {
  const speeds: Speed[] = [];
  const note = (name: string, unit: Speed['unit'], values: readonly number[]) =>
    speeds.push({ papers: papers.length, name, unit, median: median(values), p95: p95(values) });

  const builds: number[] = [];
  const segments: Segment[] = [];
  for (let i = 0; i < papers.length; i += AT_ONCE) {
    const chunk = papers.slice(i, i + AT_ONCE);
    builds.push(timed(() => segments.push(buildSegment(chunk))));
  }
  note('build', 'ms', [builds.reduce((sum, ms) => sum + ms, 0)]);
  let merged = segments[0]!;
  note('merge', 'ms', [timed(() => (merged = mergeSegments(segments, liveDocuments(segments))))]);
  note('size', 'MB', [merged.bytes.length / 1e6]);
  note('terms', 'terms', [merged.terms.size]);
  const open = () => openIndex([openSegment(merged.bytes)!]);
  note(
    'open',
    'ms',
    Array.from({ length: 9 }, () => timed(open)),
  );

  const index = open();
  note('mask', 'ms', [timed(() => index.mask((id) => id.endsWith('7')))]);
  for (const [name, queries] of Object.entries(queriesOf(papers))) {
    for (const query of queries.slice(0, 20)) ask(index, query);
    const times = queries.map((query) => timed(() => ask(index, query)));
    note(name, 'ms', times);
  }
  const some = papers
    .slice(0, 50)
    .map(({ id, title, abstract }) => ({ id, text: `${title}\n${abstract}` }));
  note(
    'similar',
    'ms',
    some.map(({ id, text }) => timed(() => similarPapers(index, text, id))),
  );
  return speeds;
}

function ask(index: SearchIndex, typed: string): void {
  const { clauses, isTyping } = parseQuery(typed);
  search(index, clauses, { mode: 'all', isTyping });
}

/** Queries as readers type them, from words of titles; a space at the end: nothing more follows. */
function queriesOf(papers: readonly BenchPaper[]): Record<string, string[]> {
  const random = randomOf(papers.length);
  const words = (count: number): string[] => {
    for (;;) {
      const { title } = papers[Math.floor(random() * papers.length)]!;
      const all = (title.toLowerCase().match(/[a-z]+/g) ?? []).filter(({ length }) => length > 3);
      const start = Math.floor(random() * (all.length - count + 1));
      if (all.length >= count) return all.slice(start, start + count);
    }
  };
  const many = (make: () => string) => Array.from({ length: QUERIES }, make);
  const spoilt = (word: string) => {
    const at = 1 + Math.floor(random() * (word.length - 2));
    return `${word.slice(0, at)}${'qxz'[at % 3]}${word.slice(at + 1)}`;
  };
  return {
    'one word': many(() => `${words(1)[0]} `),
    'three words': many(() => `${words(3).join(' ')} `),
    // A key at a time, from the first letter of a word to its last.
    'type-ahead, first word': many(() => keystrokes(words(1)[0]!, random)),
    'type-ahead, third word': many(() => {
      const [first, second, third] = words(3);
      return `${first} ${second} ${keystrokes(third!, random)}`;
    }),
    'one letter': Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i)),
    'typing error': many(() => `${words(1)[0]} ${spoilt(words(1)[0]!)} `),
    phrase: many(() => `"${words(2).join(' ')}"`),
  };
}

function keystrokes(word: string, random: () => number): string {
  return word.slice(0, 1 + Math.floor(random() * word.length));
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
