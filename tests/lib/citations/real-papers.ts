import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Cited } from '../../../lib/citations/csl';
import { citationKeys } from '../../../lib/citations/keys';
import { arxivLinks } from '../../../lib/identity';
import { collapse } from '../../../lib/paper';
import { readTextListing } from '../../../lib/sites/text-listing';
import { sharedFolder } from '../../shared-folder-path';

/** A paper to cite with its id, as a library holds it. */
export type LibraryPaper = Cited & { paper: { id: string } };

const NOTES = [
  '',
  'Read again: § 3, the 5 % claim & {why}.',
  'First line\n\n  - indented, costs $5\n  - C:\\path_with ~tilde^\n\nER  - not an end',
];
const TAGS = [[], ['to read'], ['c++', 'α/β', '50% done', 'Müller & co', 'a, b; c']];

/** The first `n` real papers of `hf-daily`, every third with a note or tags that are hard to write. */
export function dailyPapers(n: number): LibraryPaper[] {
  const file = join(sharedFolder, 'data/hf-daily/hf-daily-papers.jsonl.gz');
  const rows = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean);
  return rows.slice(0, n).map((row, i) => {
    const { id, title, abstract, authors, publishedAt } = JSON.parse(row);
    return cited(i, {
      title: collapse(title),
      abstract: collapse(abstract ?? ''),
      authors: (authors ?? []).map(collapse),
      publishedAt: String(publishedAt).slice(0, 10),
      ids: [`arxiv:${id}`],
      links: arxivLinks(id),
      categories: ['cs.LG'],
    });
  });
}

/** The papers of the seed listing: titles and abstracts, nothing else. */
export function seedPapers(): LibraryPaper[] {
  const text = readFileSync(join(sharedFolder, 'pages/seed-listing.txt'), 'utf8');
  return readTextListing(text).map(({ title, abstract }, i) =>
    cited(i, { title, abstract, authors: [], ids: [], links: [] }),
  );
}

function cited(i: number, paper: Cited['paper']): LibraryPaper {
  const id = String(i).padStart(26, '0');
  return { paper: { ...paper, id }, tags: TAGS[i % 3]!, note: NOTES[i % 3]! };
}

/** The papers with their keys, in the form every writer takes. */
export function keyed(papers: readonly LibraryPaper[]): [LibraryPaper, string][] {
  const keys = citationKeys(papers.map(({ paper }) => ({ publishedAt: undefined, ...paper })));
  return papers.map((each) => [each, keys.get(each.paper.id)!]);
}
