import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SeenPaper } from '../../lib/paper';
import { inventPapers } from '../../tests/fixtures/pages/invented-papers';
import { root } from '../setup/root.mjs';

const FILE = 'data/hf-daily/hf-daily-papers.jsonl.gz';

/**
 * `n` papers: real ones where the shared folder stands beside the project, invented ones for the
 * rest or where it does not. `real` says how many are real.
 */
export function manyPapers(n: number): { papers: SeenPaper[]; real: number } {
  const real = realPapers().slice(0, n);
  const invented = inventPapers(n - real.length).map(({ id, title, authors, abstract }) =>
    seen(id, title, authors, abstract),
  );
  return { papers: [...real, ...invented], real: real.length };
}

function realPapers(): SeenPaper[] {
  const file = resolve(root, process.env.OFFPRINT_SHARED ?? '../shared', FILE);
  if (!existsSync(file)) return [];
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
  return lines.map((line) => {
    const { id, title, authors, abstract, publishedAt } = JSON.parse(line) as RealPaper;
    return { ...seen(id, title, authors, abstract), publishedAt: publishedAt.slice(0, 10) };
  });
}

interface RealPaper {
  id: string;
  title: string;
  authors: string[];
  abstract: string;
  publishedAt: string;
}

function seen(id: string, title: string, authors: string[], abstract: string): SeenPaper {
  return {
    title: title.replace(/\s+/g, ' ').trim(),
    authors,
    abstract: abstract.replace(/\s+/g, ' ').trim(),
    ids: [`arxiv:${id}`],
    links: [
      { rel: 'page', href: `https://arxiv.org/abs/${id}` },
      { rel: 'pdf', href: `https://arxiv.org/pdf/${id}` },
    ],
  };
}
