import { arxivFromUrl, arxivLinks, keyKind, parseArxivNumber } from './identity';
import type { Paper } from './paper';

/** What is asked for in one go; who wants a whole field should ask for its data set. */
export const MAX_PDFS_AT_ONCE = 200;

/**
 * Where a paper's PDF is asked for: on arXiv where the paper is there, otherwise at its own PDF
 * link. Only https on the usual port and without a name in it; undefined where there is none.
 */
export function pdfAddress(paper: Pick<Paper, 'ids' | 'links'>): string | undefined {
  const links = paper.links.filter(({ rel, href }) => rel === 'pdf' && isPlain(href));
  const numbers = [
    ...links.map(({ href }) => arxivFromUrl(new URL(href))),
    ...paper.ids.filter((id) => keyKind(id) === 'arxiv').map(parseArxivNumber),
  ];
  const number = numbers.find((each) => each !== undefined);
  if (!number) return links[0] && withoutFragment(links[0].href);
  // arXiv sends `….pdf` and its other hosts on to this address, and we follow nobody.
  const version = number.version ? `v${number.version}` : '';
  return arxivLinks(number.id + version).find(({ rel }) => rel === 'pdf')?.href;
}

/** What the browser is to be asked for before an address may be read. */
export function originOf(address: string): string {
  return `https://${new URL(address).host}/*`;
}

function isPlain(href: string): boolean {
  if (!URL.canParse(href)) return false;
  const { protocol, port, username, password } = new URL(href);
  return protocol === 'https:' && !port && !username && !password;
}

function withoutFragment(href: string): string {
  const url = new URL(href);
  url.hash = '';
  return url.href;
}
