import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sharedFolder } from '../shared-folder-path';

/** A paper as listings and libraries are made of. */
export interface BenchPaper {
  id: string;
  title: string;
  authors: string[];
  abstract: string;
  day: string;
  votes: number;
}

let real: BenchPaper[] | undefined;

/**
 * `n` papers from number `from` on, no two with one id, title or abstract. They are real ones as
 * far as those reach; the rest are their variations.
 */
export function benchPapers(n: number, from = 0): BenchPaper[] {
  real ??= readRealPapers();
  return Array.from({ length: n }, (_, i) => variation(real!, from + i));
}

function variation(papers: BenchPaper[], i: number): BenchPaper {
  const paper = papers[i % papers.length]!;
  const round = Math.floor(i / papers.length);
  if (round === 0) return paper;
  const sentences = paper.abstract.split(/(?<=\. )/);
  const turned = [...sentences.slice(round), ...sentences.slice(0, round)].join('');
  return {
    ...paper,
    id: `9${round % 10}${paper.id.slice(2, 4)}.${String(i % 100_000).padStart(5, '0')}`,
    title: `${paper.title}, Revisited ${round} Times`,
    abstract: `${turned} This is variation ${i}.`,
  };
}

function readRealPapers(): BenchPaper[] {
  const file = join(sharedFolder, 'data/hf-daily/hf-daily-papers.jsonl.gz');
  if (!existsSync(file))
    throw new Error(`The benchmarks are made of real papers, and ${file} is not there.`);
  const seen = new Set<string>();
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter((paper) => /^\d{4}\.\d{5}$/.test(paper.id) && paper.title && paper.abstract)
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .map((paper) => ({
      id: paper.id,
      title: paper.title,
      authors: paper.authors ?? [],
      abstract: paper.abstract,
      day: String(paper.publishedAt).slice(0, 10),
      votes: 0,
    }));
}
