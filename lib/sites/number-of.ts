import { type ArxivNumber, arxivFromUrl } from '../identity';

/** The arXiv number and version that `link` names, on a page at `url`. */
export function numberOf(link: Element | null | undefined, url: URL): ArxivNumber | undefined {
  const href = link?.getAttribute('href')?.trim();
  try {
    return href ? arxivFromUrl(new URL(href, url)) : undefined;
  } catch {
    return undefined;
  }
}

/** How many papers `links` name: what is promised where no row is recognised any more. */
export function countNumbers(links: Iterable<Element>, url: URL): number {
  return new Set([...links].map((link) => numberOf(link, url)?.id).filter(Boolean)).size;
}
