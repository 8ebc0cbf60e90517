import { aliasKey, type ArxivNumber, arxivKey, arxivLinks, doiId } from '../identity';
import type { SeenPaper } from '../paper';
import { numberOf } from './number-of';
import { seenPaper } from './seen-paper';
import { CAPS, plain } from './source-text';

/** A paper of arXiv with the addresses that belong to its number, as the links in `row` show. */
export function arxivPaper(
  { id, version }: ArxivNumber,
  row: ParentNode,
  url: URL,
  said: Omit<SeenPaper, 'ids' | 'links'>,
  dois: Iterable<Element> = [],
): SeenPaper {
  const links = arxivLinks(id);
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
  const linked = [...byline.querySelectorAll('a')].map((a) => plain(a.textContent, CAPS.author));
  const names = [...collaborations(byline, linked.length > 0), ...linked];
  const isCut = CUT.test(byline.textContent ?? '');
  const authors = names.filter((name) => /\p{L}/u.test(name) && !(isCut && CUT.test(name)));
  return {
    authors: authors.slice(0, CAPS.authors),
    authorsCut: isCut || authors.length > CAPS.authors,
  };
}

// A collaboration may stand as plain text, with or without members; affiliations in parentheses.
function collaborations(byline: Element, hasMembers: boolean): string[] {
  const isGroup = /collaboration|consortium/i;
  if (hasMembers && !isGroup.test(byline.textContent ?? '')) return [];
  const between = [...byline.childNodes].filter((node) => node.nodeName !== 'A');
  const text = plain(between.map((node) => node.textContent).join(''), CAPS.abstract);
  if (hasMembers && !isGroup.test(text)) return [];
  return withoutParentheses(text)
    .replace(/^Authors?:/, '')
    .split(/[,;:]|\band\b/)
    .map((name) => plain(name.replace(/^\s*(?:for the|on behalf of)\b/, ''), CAPS.author))
    .filter((name) => !hasMembers || isGroup.test(name));
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
