import { buildSegment } from '../../../lib/search/build-segment';
import { search } from '../../../lib/search/rank';
import { openIndex } from '../../../lib/search/search-index';
import { ndcgAt } from './ndcg';
import type { Collection } from './scifact';

/** Answers a topic with ids and scores, best first. */
export type Engine = (text: string) => { id: string; score: number }[];

export interface Quality {
  engine: string;
  /** Means of nDCG@10: of the topics parameters were chosen on, of the others, of all. */
  odd: number;
  even: number;
  all: number;
  /** One line per topic and paper, in TREC's form. */
  run: string[];
}

const RETRIEVED = 100;

/** What Offprint ships, over this collection. */
export function shippedEngine({ documents }: Collection): Engine {
  const index = openIndex([buildSegment(documents.map((one) => ({ ...one, authors: [] })))]);
  return (text) =>
    search(index, [{ kind: 'word', text, not: false }], { mode: 'any', limit: RETRIEVED }).hits;
}

/** Asks an engine every topic of the collection. */
export function qualityOf(engine: string, ask: Engine, { topics }: Collection): Quality {
  const run: string[] = [];
  const figures = topics.map(({ id, text, relevant }) => {
    const hits = ask(text).slice(0, RETRIEVED);
    for (const [i, hit] of hits.entries())
      run.push(`${id} Q0 ${hit.id} ${i + 1} ${hit.score.toFixed(6)} ${engine}`);
    return ndcgAt(
      10,
      hits.map((hit) => hit.id),
      relevant,
    );
  });
  return {
    engine,
    odd: mean(figures.filter((_, i) => i % 2 === 0)),
    even: mean(figures.filter((_, i) => i % 2 === 1)),
    all: mean(figures),
    run,
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
