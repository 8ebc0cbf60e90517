import { shortByline, type Instant, type Paper } from '../lib/paper';
import { withInitials } from './author-name';
import { shortDay } from './dates';
import { Highlight, type Mark } from './highlight';
import { siteName } from './site-name';

/** The line under a title: "A, B, … +4 · arXiv · 21 Aug". */
export function PaperMeta({
  paper,
  now,
  mark,
  authors = 2,
  initials = false,
  more,
}: {
  paper: Pick<Paper, 'authors' | 'authorsCut' | 'firstSite' | 'publishedAt'>;
  now: Instant;
  mark?: Mark | undefined;
  authors?: number;
  /** "C. Huang" for "Chen Huang", where there is little room. */
  initials?: boolean;
  /** What else belongs on the line, such as "seen 3 days ago". */
  more?: string | undefined;
}) {
  const names = initials ? paper.authors.slice(0, authors).map(withInitials) : [];
  const byline = shortByline(
    [...names, ...paper.authors.slice(names.length)],
    authors,
    paper.authorsCut,
  );
  // How many more there are is never cut off, however long the names.
  const [named = '', others] = byline.split(/ (?=\+\d+$)/);
  const rest = [
    siteName(paper.firstSite),
    paper.publishedAt ? shortDay(paper.publishedAt, now) : '',
    more ?? '',
  ].filter(Boolean);
  return (
    <div className="paper-meta">
      {byline && (
        <span className="paper-byline" dir="auto">
          <Highlight text={named} mark={mark} />
        </span>
      )}
      {others && <span className="paper-others">{others}</span>}
      <span className="paper-source">{rest.join(' · ')}</span>
    </div>
  );
}
