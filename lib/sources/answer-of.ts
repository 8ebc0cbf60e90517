import { SIGNALS } from '../paper';
import type { SourceAnswer, SourcePaper } from './source';

/**
 * The answer of a source that had `items` items, of which these could be read: each paper once,
 * with its larger counters. Items of which none could be read are of a shape that nobody knows.
 */
export function answerOf(items: number, read: readonly SourcePaper[]): SourceAnswer {
  if (items > 0 && read.length === 0) return { ok: false, why: 'not-understood' };
  const papers = new Map<string | undefined, SourcePaper>();
  for (const next of read) {
    const id = next.paper.ids[0];
    const known = papers.get(id);
    papers.set(id, known ? united(known, next) : next);
  }
  return { ok: true, papers: [...papers.values()], dropped: items - read.length };
}

function united(known: SourcePaper, next: SourcePaper): SourcePaper {
  const paper = { ...known.paper };
  for (const counter of SIGNALS) {
    const larger = Math.max(known.paper[counter] ?? -1, next.paper[counter] ?? -1);
    if (larger >= 0) paper[counter] = larger;
  }
  return { ...next, ...known, paper };
}
