import { keyKind } from '../lib/identity';
import type { LinkRel, Paper, PaperLink } from '../lib/paper';
import type { Settings } from '../lib/settings';

/** Links that may be followed: pages say what they like, only https is taken. */
export function safeLinks(paper: Pick<Paper, 'links'>): PaperLink[] {
  return paper.links.filter(
    ({ href }) => URL.canParse(href) && new URL(href).protocol === 'https:',
  );
}

/** What a click on a title opens: the page or the PDF as set, else whatever there is. */
export function titleHref(
  paper: Pick<Paper, 'links' | 'ids'>,
  opens: Settings['titleOpens'] = 'page',
): string | undefined {
  const links = safeLinks(paper);
  const first = (rel: LinkRel) => links.find((link) => link.rel === rel)?.href;
  const page = first('page') ?? doiHref(paper.ids) ?? first('html');
  return opens === 'pdf' ? (first('pdf') ?? page) : (page ?? first('pdf'));
}

function doiHref(ids: readonly string[]): string | undefined {
  const doi = ids.find((id) => keyKind(id) === 'doi');
  return doi && `https://doi.org/${encodeURI(doi.slice('doi:'.length))}`;
}

/** Opens a paper in a new tab that knows nothing of this one. */
export function openPaper(paper: Paper, opens?: Settings['titleOpens']): void {
  const href = titleHref(paper, opens);
  if (href) window.open(href, '_blank', 'noopener,noreferrer');
}
