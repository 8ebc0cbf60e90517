import { aliasKey, type ArxivNumber, arxivFromUrl, arxivKey, doiId } from '../identity';
import type { PaperLink, SeenPaper } from '../paper';
import { seenPaper } from './seen-paper';
import { CAPS, plain, sourceText } from './source-text';

/** The arXiv number and version that `link` names, seen from `url`. */
export function numberOf(link: Element | null | undefined, url: URL): ArxivNumber | undefined {
  const href = link?.getAttribute('href')?.trim();
  return href && URL.canParse(href, url) ? arxivFromUrl(new URL(href, url)) : undefined;
}

/** A paper of arXiv with the addresses that belong to its number, as the links in `row` show. */
export function arxivPaper(
  { id, version }: ArxivNumber,
  row: ParentNode,
  url: URL,
  said: Omit<SeenPaper, 'ids' | 'links'>,
  dois: Iterable<Element> = [],
): SeenPaper {
  const links: PaperLink[] = [
    { rel: 'page', href: `https://arxiv.org/abs/${id}` },
    { rel: 'pdf', href: `https://arxiv.org/pdf/${id}` },
  ];
  const html = numberOf(row.querySelector('a[href*="/html/"]'), url);
  if (html?.id === id || url.pathname.startsWith('/html/')) {
    links.push({ rel: 'html', href: `https://arxiv.org/html/${id}` });
  }
  const ids = [arxivKey(id)];
  for (const doi of dois) {
    const key = doiId(doi.getAttribute('href') ?? doi.getAttribute('content') ?? '');
    if (key && ids.length < 5 && !ids.some((id) => aliasKey(id) === aliasKey(key))) ids.push(key);
  }
  return seenPaper({
    ...said,
    version: said.version ?? version ?? (html?.id === id ? html.version : undefined),
    ids,
    links,
  });
}

const CUT = /\bet al\b|additional authors? not shown/;

/** The authors a byline names, and whether it cuts them short. */
export function arxivAuthors(byline: Element | null): Pick<SeenPaper, 'authors' | 'authorsCut'> {
  if (!byline) return { authors: [] };
  const linked = [...byline.querySelectorAll('a')].map((a) => sourceText(a, CAPS.author));
  // A collaboration may stand as plain text, with or without members; affiliations in parentheses.
  const unlinked = withoutParentheses(sourceText(byline, CAPS.abstract, 'a, .descriptor'))
    .replace(/^Authors?:/, '')
    .split(/[,;:]|\band\b/)
    .map((name) => plain(name.replace(/^\s*(?:for the|on behalf of)\b/, ''), CAPS.author))
    .filter((name) => linked.length === 0 || /collaboration|consortium/i.test(name));
  const authors = [...unlinked, ...linked].filter((name) => /\p{L}/u.test(name) && !CUT.test(name));
  const authorsCut = authors.length > CAPS.authors || CUT.test(byline.textContent ?? '');
  return { authors: authors.slice(0, CAPS.authors), authorsCut };
}

function withoutParentheses(text: string): string {
  let depth = 0;
  let outside = '';
  for (const letter of text) {
    if (letter === '(') depth++;
    else if (letter === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += letter;
  }
  return outside;
}

/** How many papers `page` links to: what is promised where no row is recognised any more. */
export function countArxivLinks(page: ParentNode, url: URL): number {
  const links = [...page.querySelectorAll('a[href*="/abs/"]')];
  return new Set(links.map((link) => numberOf(link, url)?.id).filter(Boolean)).size;
}
