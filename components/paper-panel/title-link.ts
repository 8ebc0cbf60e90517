import type { Settings } from '../../lib/settings';
import type { Paper } from '../../lib/paper';

/** Where a title leads, as set; undefined for a paper that is nowhere on the web. */
export function titleLink(
  paper: Pick<Paper, 'links'>,
  opens: Settings['titleOpens'] = 'page',
): string | undefined {
  const byRel = (rel: string) => paper.links.find((link) => link.rel === rel)?.href;
  const href = byRel(opens) ?? byRel('page') ?? byRel('html') ?? byRel('pdf');
  return href && /^https?:/.test(href) ? href : undefined;
}
