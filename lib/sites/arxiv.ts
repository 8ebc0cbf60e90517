import { arxivFromUrl } from '../identity';
import type { SiteAdapter } from './adapter';
import { readArxivList } from './arxiv-list';
import { readArxivPaper } from './arxiv-paper';
import { readArxivSearch } from './arxiv-search';

export const arxiv: SiteAdapter = {
  id: 'arxiv',
  name: 'arXiv',
  matches: ['list/', 'search', 'catchup', 'a/', 'abs/', 'html/', 'pdf/'].map(
    (path) => `https://*.arxiv.org/${path}*`,
  ),
  origins: ['https://*.arxiv.org/*'],
  samples: [
    'https://arxiv.org/list/cs.SE/new',
    'https://arxiv.org/list/cs.SE/recent?skip=0&show=100',
    'https://arxiv.org/list/math/2026-08',
    'https://arxiv.org/catchup/cs.CL/2026-08-14?abs=True',
    'https://arxiv.org/search/?query=testing&searchtype=all',
    'https://arxiv.org/search/advanced?terms-0-term=distributed+systems&size=200',
    'https://arxiv.org/a/warner_s_1',
    'https://arxiv.org/abs/2108.10257v1',
    'https://export.arxiv.org/abs/math.GT/0309136',
    'https://arxiv.org/html/2401.01234v1',
    'https://arxiv.org/pdf/2401.01234v2',
  ],
  row: 'dt, li.arxiv-result, h1.title, h1.ltx_title_document',

  listing(url) {
    const paper = arxivFromUrl(url);
    if (paper) return `https://arxiv.org/abs/${paper.id}`;
    const path = url.pathname.replace(/\/+$/, '').replace(/\/pastweek$/, '/recent');
    const asked = /^\/(?:search|catchup$)/.test(path) ? meaningful(url.searchParams) : '';
    return `https://arxiv.org${path}${asked && `?${asked}`}`;
  },

  read(page, url) {
    if (/^\/(?:abs|html|pdf)\//.test(url.pathname)) return readArxivPaper(page, url);
    if (url.pathname.startsWith('/search')) return readArxivSearch(page, url);
    return readArxivList(page, url);
  },
};

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
