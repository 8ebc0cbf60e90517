import { arxivFromUrl } from '../identity';
import type { PageAdapter, SiteAdapter } from './adapter';
import { readCards } from './hugging-face-cards';
import { readPaperPage } from './hugging-face-paper';
import { plain } from './source-text';

/** What a page of Hugging Face gets. */
export const huggingFacePages: PageAdapter = {
  matches: ['https://huggingface.co/papers*'],
  row: 'article, h1',

  listing(url) {
    const home = 'https://huggingface.co/papers';
    const paper = arxivFromUrl(url);
    if (paper) return `${home}/${paper.id}`;
    const day = url.searchParams.get('date');
    if (day && /^\d{4}-\d\d-\d\d$/.test(day)) return `${home}/date/${day}`;
    const query = plain(url.searchParams.get('q') ?? '', 300);
    if (query) return `${home}?${new URLSearchParams({ q: query })}`;
    return `https://huggingface.co${url.pathname.replace(/\/+$/, '')}`;
  },

  read(page, url) {
    const paper = arxivFromUrl(url);
    return paper ? readPaperPage(page, paper.id) : readCards(page, url);
  },
};

export const huggingFace: SiteAdapter = {
  ...huggingFacePages,
  id: 'hugging-face',
  name: 'Hugging Face',
  origins: ['https://huggingface.co/*'],
  samples: [
    'https://huggingface.co/papers',
    'https://huggingface.co/papers/date/2026-08-21',
    'https://huggingface.co/papers/week/2026-W34',
    'https://huggingface.co/papers/month/2026-08',
    'https://huggingface.co/papers/trending',
    'https://huggingface.co/papers?q=agents',
    'https://huggingface.co/papers/2509.24002',
  ],
};
