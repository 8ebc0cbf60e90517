/** arXiv's Atom API (info.arxiv.org/help/api): which address to ask, and what its answer says. */
import { parseXml, XmlElement, type XmlDocument } from '@rgrove/parse-xml';
import { arxivFromUrl, arxivKey, arxivLinks, doiId, parseArxivNumber } from '../identity';
import { collapse, type SeenPaper } from '../paper';
import { CAPS, seenPaperSchema } from '../paper-schema';

/** How many papers one request may ask for. */
export const MAX_IDS = 100;

/** The address that answers with the papers of these keys, such as `arxiv:2401.01234`. */
export function arxivQuery(keys: readonly string[]): string {
  const ids = keys.flatMap((key) => parseArxivNumber(key)?.id ?? []).slice(0, MAX_IDS);
  return `https://export.arxiv.org/api/query?id_list=${ids.join(',')}&max_results=${MAX_IDS}`;
}

/** The papers of an answer; undefined when it is no Atom feed at all. Never throws. */
export function parseArxivAtom(xml: string): SeenPaper[] | undefined {
  const feed = parse(xml)?.root;
  if (feed?.name !== 'feed') return undefined;
  return childrenOf(feed, 'entry')
    .slice(0, MAX_IDS)
    .flatMap((entry) => readEntry(entry) ?? []);
}

function parse(xml: string): XmlDocument | undefined {
  try {
    return parseXml(xml);
  } catch {
    // Not well-formed, or nested so deeply that the parser gives up.
    return undefined;
  }
}

function readEntry(entry: XmlElement): SeenPaper | undefined {
  const id = textOf(entry, 'id');
  const number = URL.canParse(id) ? arxivFromUrl(new URL(id)) : undefined;
  if (!number) return undefined;
  const doi = doiId(textOf(entry, 'arxiv:doi').split(/\s/)[0] ?? '');
  const abstract = textOf(entry, 'summary');
  const venue = textOf(entry, 'arxiv:journal_ref');
  const published = /^\d{4}-\d{2}-\d{2}/.exec(textOf(entry, 'published'))?.[0];
  const said = {
    title: textOf(entry, 'title'),
    authors: childrenOf(entry, 'author')
      .slice(0, CAPS.authors)
      .map((author) => textOf(author, 'name'))
      .filter(Boolean),
    ids: [...new Set([arxivKey(number.id), ...(doi ? [doi] : [])])],
    links: arxivLinks(number.id),
    ...(abstract && { abstract }),
    ...(venue && { venue }),
    ...(published && { publishedAt: published }),
    ...(number.version && { version: number.version }),
  };
  const parsed = seenPaperSchema.safeParse(said);
  return parsed.success ? parsed.data : undefined;
}

function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && child.name === name,
  );
}

function textOf(parent: XmlElement, name: string): string {
  return collapse(childrenOf(parent, name)[0]?.text ?? '');
}
