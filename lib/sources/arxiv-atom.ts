/** arXiv's Atom API (info.arxiv.org/help/api): which address to ask, and what its answer says. */
import type { XmlElement } from '@rgrove/parse-xml';
import { arxivFromUrl, arxivKey, arxivLinks, doiId, parseArxivNumber } from '../identity';
import type { SeenPaper } from '../paper';
import { CAPS } from '../paper-schema';
import { categoriesOf } from './categories-of';
import { checkedPaper } from './checked-paper';
import { childrenOf, textOf, xmlRoot } from './xml';

/** How many papers one request may ask for. */
export const MAX_IDS = 100;

/** The address that answers with the papers of these keys, such as `arxiv:2401.01234`. */
export function arxivQuery(keys: readonly string[]): string {
  const ids = keys.flatMap((key) => parseArxivNumber(key)?.id ?? []).slice(0, MAX_IDS);
  return `https://export.arxiv.org/api/query?id_list=${ids.join(',')}&max_results=${MAX_IDS}`;
}

/** The papers of an answer; undefined when it is no Atom feed at all. Never throws. */
export function parseArxivAtom(xml: string): SeenPaper[] | undefined {
  const feed = xmlRoot(xml);
  if (feed?.name !== 'feed') return undefined;
  return childrenOf(feed, 'entry')
    .slice(0, MAX_IDS)
    .flatMap((entry) => readEntry(entry) ?? []);
}

function readEntry(entry: XmlElement): SeenPaper | undefined {
  const id = textOf(entry, 'id');
  const number = URL.canParse(id) ? arxivFromUrl(new URL(id)) : undefined;
  if (!number) return undefined;
  const doi = doiId(textOf(entry, 'arxiv:doi').split(/\s/)[0] ?? '');
  return checkedPaper({
    title: textOf(entry, 'title'),
    authors: childrenOf(entry, 'author')
      .slice(0, CAPS.authors)
      .map((author) => textOf(author, 'name'))
      .filter(Boolean),
    ids: [...new Set([arxivKey(number.id), ...(doi ? [doi] : [])])],
    links: arxivLinks(number.id),
    abstract: textOf(entry, 'summary'),
    venue: textOf(entry, 'arxiv:journal_ref'),
    categories: categoriesOf(entry),
    publishedAt: /^\d{4}-\d{2}-\d{2}/.exec(textOf(entry, 'published'))?.[0],
    version: number.version || undefined,
  });
}
