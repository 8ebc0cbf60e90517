import type { SiteAdapter } from './adapter';
import { arxivListing, arxivLists, arxivPapers } from './arxiv-pages';

export const arxiv: SiteAdapter = {
  id: 'arxiv',
  name: 'arXiv',
  matches: [...arxivLists.matches, ...arxivPapers.matches],
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
  row: `${arxivLists.row}, ${arxivPapers.row}`,
  listing: arxivListing,
  read(page, url) {
    const isPaper = /^\/(?:abs|html|pdf)\//.test(url.pathname);
    return (isPaper ? arxivPapers : arxivLists).read(page, url);
  },
};
