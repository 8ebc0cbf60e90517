/**
 * The form in the middle: a paper with what its reader decided, as one CSL-JSON item. Every writer
 * starts from it and every reader ends in it.
 * Variables: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
import { arxivFromUrl, arxivKey, arxivLinks, doiId, keyKind, parseArxivNumber } from '../identity';
import { collapse, type Day, type Paper, type PaperLink, type Status } from '../paper';
import {
  arxivOf,
  authorsOf,
  idOf,
  isWeb,
  tidyNote,
  type CslCustom,
  type CslItem,
  type CslType,
} from './csl-item';
import { OTHERS, splitName } from './names';

/** A paper to cite: the record, and what the reader made of it. */
export interface Cited {
  paper: Pick<
    Paper,
    'title' | 'authors' | 'authorsCut' | 'abstract' | 'publishedAt' | 'venue' | 'ids' | 'links'
  > &
    Partial<Pick<Paper, 'id' | 'categories'>>;
  /** Names of tags, in the order they are shown. */
  tags: readonly string[];
  note: string;
  status?: Status;
}

/** The item of a paper; `key` is its citation key. */
export function toCsl({ paper, tags, note, status }: Cited, key: string): CslItem {
  const doi = idOf(paper.ids, 'doi');
  const arxiv = idOf(paper.ids, 'arxiv');
  const item: CslItem = { id: key, type: typeOf(paper), title: clean(paper.title) };
  if (paper.authors.length > 0) item.author = paper.authors.map((name) => splitName(clean(name)));
  if (paper.authorsCut) item.author = [...(item.author ?? []), { literal: OTHERS }];
  const issued = dateParts(paper.publishedAt);
  if (issued) item.issued = { 'date-parts': [issued] };
  if (paper.venue) item['container-title'] = clean(paper.venue);
  else if (isPreprint(paper)) Object.assign(item, { publisher: 'arXiv', genre: 'preprint' });
  if (arxiv) item.number = `arXiv:${arxiv}`;
  if (doi) item.DOI = doi;
  const url = addressOf(paper.links, arxiv, doi);
  if (url) item.URL = url;
  if (paper.abstract) item.abstract = clean(paper.abstract);
  if (tags.length > 0) item.keyword = tags.join(', ');
  if (note.trim()) item.note = tidyNote(note);
  const custom = customOf({ paper, tags, note, status }, url, arxiv);
  if (Object.keys(custom).length > 0) item.custom = custom;
  return item;
}

/** What there is one form of in every format: whole white space, composed letters. */
function clean(text: string): string {
  return collapse(text.normalize('NFC'));
}

// Known only to the year, a paper is dated on its first day; so that day says the year alone.
function dateParts(day: Day | undefined): number[] | undefined {
  const [year, month, date] = (day ?? '').split('-').map(Number);
  if (!year) return undefined;
  return month === 1 && date === 1 ? [year] : [year, month!, date!];
}

const CONFERENCE =
  /\b(?:proceedings|proc\.|conference|conf\.|workshops?|symposium|findings|neurips|nips|iclr|icml|cvpr|iccv|eccv|wacv|bmvc|acl|emnlp|naacl|eacl|coling|aaai|ijcai|kdd|sigir|www|aistats|uai|colt|corl|icra|iros|rss|interspeech|icassp|siggraph|chi|sosp|osdi|nsdi|usenix|icse|fse|pldi|popl|stoc|focs|soda)\b/i;

function typeOf({ venue }: Cited['paper']): CslType {
  if (!venue) return 'article';
  return CONFERENCE.test(venue) ? 'paper-conference' : 'article-journal';
}

function isPreprint({ ids }: Cited['paper']): boolean {
  return ids.some((id) => keyKind(id) === 'arxiv') && !ids.some((id) => keyKind(id) === 'doi');
}

// The published version where there is one; a tracking-free address of arXiv's own otherwise.
function addressOf(
  links: readonly PaperLink[],
  arxiv: string | undefined,
  doi: string | undefined,
): string | undefined {
  const pages = links.filter(({ rel }) => rel === 'page').map(({ href }) => href);
  if (doi) return pages.find((href) => !isArxivPage(href)) ?? `https://doi.org/${encodeDoi(doi)}`;
  if (arxiv) return `https://arxiv.org/abs/${arxiv}`;
  return pages[0] ?? links.find(({ rel }) => rel === 'pdf')?.href;
}

function isArxivPage(href: string): boolean {
  return URL.canParse(href) && arxivFromUrl(new URL(href)) !== undefined;
}

function encodeDoi(doi: string): string {
  return encodeURIComponent(doi).replace(/%2F/g, '/').replace(/%3A/g, ':');
}

function customOf(
  { paper, tags, status }: Cited,
  url: string | undefined,
  arxiv: string | undefined,
): CslCustom {
  const custom: CslCustom = {};
  const [doi] = paper.ids.filter((id) => keyKind(id) === 'doi');
  const [number] = paper.ids.filter((id) => keyKind(id) === 'arxiv');
  const ids = paper.ids.filter((id) => id !== doi && id !== number);
  const told = new Set([url, ...(arxiv ? arxivLinks(arxiv).map(({ href }) => href) : [])]);
  const links = paper.links.filter(({ href }) => !told.has(href));
  if (ids.length > 0) custom.ids = ids;
  if (paper.categories && paper.categories.length > 0) custom.categories = [...paper.categories];
  if (links.length > 0) custom.links = links;
  if (status && status !== 'unread') custom.status = status;
  if (tags.some((tag) => /[,;]/.test(tag))) custom.tags = [...tags];
  return custom;
}

/** What an item says of a paper, not yet checked; `lib/citations/record` does that. */
export interface SaidPaper {
  title: string;
  authors: string[];
  authorsCut?: boolean;
  abstract?: string;
  ids: string[];
  publishedAt?: Day;
  venue?: string;
  categories?: string[];
  links: PaperLink[];
}

/** The way back: the paper an item tells of. Identifiers are made canonical, links safe. */
export function fromCsl(item: CslItem): SaidPaper {
  const { authors, cut } = authorsOf(item);
  const ids = idsOf(item);
  const arxiv = idOf(ids, 'arxiv');
  const links = uniqueLinks([
    ...(arxiv ? arxivLinks(arxiv) : []),
    ...(item.URL && isWeb(item.URL) ? [{ rel: 'page' as const, href: item.URL }] : []),
    ...(item.custom?.links ?? []).filter(({ href }) => isWeb(href)),
  ]);
  const said: SaidPaper = { title: item.title, authors, ids, links };
  if (cut) said.authorsCut = true;
  if (item.abstract) said.abstract = item.abstract;
  const day = dayOf(item);
  if (day) said.publishedAt = day;
  const venue = item['container-title'];
  if (venue && !/^(?:arxiv\b|corr(?: abs\b|$))/i.test(venue)) said.venue = venue;
  if (item.custom?.categories) said.categories = item.custom.categories;
  return said;
}

function idsOf(item: CslItem): string[] {
  const number = arxivOf(item);
  const arxiv = number && parseArxivNumber(number);
  const doi = item.DOI && doiId(item.DOI);
  const url = item.URL && URL.canParse(item.URL) ? arxivFromUrl(new URL(item.URL)) : undefined;
  return [
    ...new Set([
      ...(arxiv ? [arxivKey(arxiv.id)] : []),
      ...(url ? [arxivKey(url.id)] : []),
      ...(doi ? [doi] : []),
      ...(item.custom?.ids ?? []),
    ]),
  ];
}

function dayOf(item: CslItem): Day | undefined {
  const [year, month = 1, date = 1] = item.issued?.['date-parts'][0] ?? [];
  if (!year || !(year >= 1000 && year <= 9999)) return undefined;
  const isReal = month >= 1 && month <= 12 && date >= 1 && date <= 31;
  const pad = (n: number) => String(n).padStart(2, '0');
  return isReal ? `${year}-${pad(month)}-${pad(date)}` : `${year}-01-01`;
}

function uniqueLinks(links: PaperLink[]): PaperLink[] {
  const seen = new Set<string>();
  return links.filter(({ href }) => !seen.has(href) && seen.add(href));
}
