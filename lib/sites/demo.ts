import type { SiteAdapter } from './adapter';
import { seenPaper } from './seen-paper';
import { CAPS, sourceText } from './source-text';

/** The listing of invented papers that `npm start` opens. The store build does not hold it. */
export const demo: SiteAdapter = {
  id: 'demo',
  name: 'Demo listing',
  matches: ['http://127.0.0.1/papers/*'],
  origins: ['http://127.0.0.1/*'],
  samples: ['http://127.0.0.1:8000/papers/'],
  row: 'article.paper',

  listing: () => 'http://127.0.0.1/papers/',

  *read(page, url) {
    const articles = [...page.querySelectorAll('article.paper')];
    for (const [i, article] of articles.entries()) {
      const anchor = article.querySelector('h2');
      const title = sourceText(anchor, CAPS.title);
      const href = anchor?.querySelector('a')?.getAttribute('href');
      if (!anchor || !title || !href) continue;
      const paper = seenPaper({
        title,
        authors: [...article.querySelectorAll('.author')].map((author) =>
          sourceText(author, CAPS.author),
        ),
        abstract: sourceText(article.querySelector('.abstract'), CAPS.abstract),
        ids: [`demo:${article.id}`],
        publishedAt: article.querySelector('time')?.getAttribute('datetime') ?? '',
        links: [{ rel: 'page', href: new URL(href, url).href }],
        rank: i + 1,
      });
      yield { anchor, paper };
    }
    const abstracts = articles.filter((article) => article.querySelector('.abstract')).length;
    return { rows: articles.length, abstracts };
  },
};
