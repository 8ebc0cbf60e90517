import { type ArxivNumber, arxivFromUrl } from '../identity';
import type { Day } from '../paper';
import type { Promised, Row } from './adapter';
import { arxivAuthors, arxivPaper } from './arxiv-row';
import { calendarDay } from './arxiv-search';
import { CAPS, plain, sourceText } from './source-text';

/** `/abs`, `/html` and `/pdf`: one paper. */
export function* readArxivPaper(page: ParentNode, url: URL): Generator<Row, Promised> {
  const number = arxivFromUrl(url);
  const read = { abs: readAbs, html: readHtml, pdf: readPdf }[url.pathname.split('/')[1] ?? ''];
  const row = number && read?.(page, url, number);
  if (!row) return { rows: 0, abstracts: 0 };
  yield row;
  // A PDF shows no abstract, and not every HTML version has one.
  return { rows: 1, abstracts: page.querySelector('h1.title, .ltx_abstract') ? 1 : 0 };
}

function readAbs(page: ParentNode, url: URL, number: ArxivNumber): Row | undefined {
  const anchor = page.querySelector('h1.title');
  const meta = (name: string) => metas(page, `citation_${name}`)[0] ?? '';
  const title = sourceText(anchor, CAPS.title, '.descriptor') || plain(meta('title'), CAPS.title);
  const body = page.querySelector('body');
  if (!title || !(anchor ?? body)) return undefined;
  const named = arxivAuthors(page.querySelector('.authors'));
  const full = metas(page, 'citation_author').map(givenFamily);
  const byline = named.authorsCut || named.authors.length === 0 ? { authors: full } : named;
  const shown = /arXiv:\S+?v(\d{1,3})\b/.exec(page.querySelector('.arxividv')?.textContent ?? '');
  const said = {
    title,
    ...(byline.authors.length ? byline : named),
    abstract:
      sourceText(page.querySelector('blockquote.abstract'), CAPS.abstract, '.descriptor') ||
      plain(meta('abstract'), CAPS.abstract),
    publishedAt: isoDay(meta('date')) ?? firstSubmission(page),
    venue: sourceText(page.querySelector('td.jref'), 300),
    version: number.version ?? (shown ? Number(shown[1]) : undefined),
    rank: 1,
  };
  const dois = page.querySelectorAll('meta[name="citation_doi"], td.doi a[href*="doi.org/"]');
  return { anchor: (anchor ?? body)!, paper: arxivPaper(number, page, url, said, dois) };
}

// LaTeXML: what the author typed, with notes, marks and affiliations inside names and headings.
function readHtml(page: ParentNode, url: URL, number: ArxivNumber): Row | undefined {
  const asides = '.ltx_note, .ltx_tag, .ltx_ERROR, sup';
  const anchor = page.querySelector('h1.ltx_title_document');
  const title = sourceText(anchor, CAPS.title, asides);
  if (!anchor || !title) return undefined;
  const abstract = sourceText(
    page.querySelector('.ltx_abstract'),
    CAPS.abstract,
    `${asides}, .ltx_title_abstract`,
  );
  const names = [...page.querySelectorAll('.ltx_role_author .ltx_personname')]
    .slice(0, CAPS.authors)
    .map((name) => sourceText(name, CAPS.author, `${asides}, br ~ *`));
  const authors = names.every(isName) ? names : [];
  return { anchor, paper: arxivPaper(number, page, url, { title, authors, abstract, rank: 1 }) };
}

// The browser's viewer gives nothing but the address.
function readPdf(page: ParentNode, url: URL, number: ArxivNumber): Row | undefined {
  const anchor = page.querySelector('body');
  const viewer =
    (page as Document).contentType === 'application/pdf' ||
    page.querySelector('embed, object, iframe');
  if (!anchor || !viewer) return undefined;
  const title = `arXiv:${number.id}`;
  return {
    anchor,
    paper: arxivPaper(number, page, url, { title, authors: [], provisional: true, rank: 1 }),
  };
}

function metas(page: ParentNode, name: string): string[] {
  return [...page.querySelectorAll(`meta[name="${name}"]`)]
    .slice(0, CAPS.authors)
    .map((meta) => meta.getAttribute('content') ?? '');
}

/** "Luc Van Gool" of "Van Gool, Luc"; "Jingyun Liang Jr." of "Liang, Jr., Jingyun". */
function givenFamily(name: string): string {
  const [family = '', ...rest] = name.split(',').map((part) => part.trim());
  const given = rest.pop() ?? '';
  return plain([given, family, ...rest].join(' '), CAPS.author);
}

function isoDay(text: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})[/-](\d\d)[/-](\d\d)/.exec(text) ?? [];
  return year && `${year}-${month}-${day}`;
}

// "[Submitted on 23 Aug 2021 (v1), last revised 4 Sep 2022 (this version, v2)]"
function firstSubmission(page: ParentNode): Day | undefined {
  const line = sourceText(page.querySelector('.dateline'), 300);
  const [, day, month, year] = /submitted on (\d{1,2}) (\p{L}+) (\d{4})/iu.exec(line) ?? [];
  return calendarDay(day, month, year);
}

function isName(text: string): boolean {
  return text !== '' && text.split(' ').length <= 6 && !/[\d@$\\&,;]/.test(text);
}
