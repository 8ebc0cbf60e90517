import type { Announcement } from '../paper';
import type { Promised, Row } from './adapter';
import { arxivAuthors, arxivPaper } from './arxiv-row';
import { countNumbers, numberOf } from './number-of';
import { CAPS, sourceText } from './source-text';

/**
 * `/list`, `/catchup` and `/a`: every `dt` with the `dd` that follows it. Several lists share one
 * id and other extensions wrap each pair, so headings, terms and details are read in page order.
 */
export function* readArxivList(page: ParentNode, url: URL): Generator<Row, Promised> {
  const announces = /^\/list\/[^/]+\/new\b|^\/catchup\b/.test(url.pathname);
  let promised = 0;
  let abstracts = 0;
  let section = '';
  let term: Element | undefined;
  for (const element of page.querySelectorAll('dl h3, dl dt, dl dd')) {
    if (element.matches('h3')) {
      section = element.textContent ?? '';
    } else if (element.matches('dt')) {
      term = element.querySelector('a[href*="/abs/"]') ? element : undefined;
      if (term) promised++;
    } else if (term) {
      const row = readPair(term, element, url, promised, announces ? section : undefined);
      if (row) yield row;
      term = undefined;
    }
  }
  promised ||= countNumbers(page.querySelectorAll('a[href*="/abs/"]'), url);
  if (announces && url.searchParams.get('abs') !== 'False') abstracts = promised;
  return { rows: promised, abstracts };
}

function readPair(
  term: Element,
  details: Element,
  url: URL,
  rank: number,
  section: string | undefined,
): Row | undefined {
  const number = numberOf(term.querySelector('a[title="Abstract"], a[href*="/abs/"]'), url);
  const anchor = details.querySelector('.list-title');
  const title = sourceText(anchor, CAPS.title, '.descriptor');
  if (!number || !anchor || !title) return undefined;
  const paper = arxivPaper(number, term, url, {
    title,
    ...arxivAuthors(details.querySelector('.list-authors')),
    abstract: sourceText(details.querySelector('p.mathjax'), CAPS.abstract),
    venue: sourceText(details.querySelector('.list-journal-ref'), 300, '.descriptor'),
    announcement: announcementOf(term.textContent ?? '', section),
    rank,
  });
  return { paper, anchor };
}

// The mark in the row counts; a page without marks still says it in the heading above.
function announcementOf(row: string, section: string | undefined): Announcement | undefined {
  if (/\(replaced/.test(row) || /^\s*replacement/i.test(section ?? '')) return 'replacement';
  if (/\(cross-list/.test(row) || /^\s*cross/i.test(section ?? '')) return 'cross';
  return section === undefined ? undefined : 'new';
}
