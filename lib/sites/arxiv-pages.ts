import { arxivFromUrl } from '../identity';
import type { PageAdapter } from './adapter';
import { readArxivList } from './arxiv-list';
import { readArxivPaper } from './arxiv-paper';
import { readArxivSearch } from './arxiv-search';

/** Lists and searches. arXiv loads a page for each step, so no page needs the other half. */
export const arxivLists: PageAdapter = {
  matches: [
    'https://*.arxiv.org/list/*',
    'https://*.arxiv.org/search*',
    'https://*.arxiv.org/catchup*',
    'https://*.arxiv.org/a/*',
  ],
  row: 'dt, li.arxiv-result',
  listing: arxivListing,
  read: (page, url) =>
    url.pathname.startsWith('/search') ? readArxivSearch(page, url) : readArxivList(page, url),
};

/** Pages of one paper. */
export const arxivPapers: PageAdapter = {
  matches: ['https://*.arxiv.org/abs/*', 'https://*.arxiv.org/html/*', 'https://*.arxiv.org/pdf/*'],
  row: 'h1.title, h1.ltx_title_document',
  listing: arxivListing,
  read: readArxivPaper,
};

/** The canonical address of a list, search or paper. */
export function arxivListing(url: URL): string {
  const paper = arxivFromUrl(url);
  if (paper) return `https://arxiv.org/abs/${paper.id}`;
  const path = url.pathname.replace(/\/+$/, '').replace(/\/pastweek$/, '/recent');
  const asked = /^\/(?:search|catchup$)/.test(path) ? meaningful(url.searchParams) : '';
  return `https://arxiv.org${path}${asked && `?${asked}`}`;
}

// How a search is cut, sorted and shown does not make it another search.
const PRESENTATION =
  /^(?:abstracts|abs|order|size|start|source|skip|show|ref|fbclid|gclid|utm_.*)$/;

function meaningful(params: URLSearchParams): string {
  const kept = new URLSearchParams(
    [...params].filter(([name, value]) => value !== '' && !PRESENTATION.test(name)),
  );
  kept.sort();
  return kept.toString();
}
