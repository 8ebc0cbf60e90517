import { memo } from 'react';
import type { PaperRow } from '../../lib/db/list';
import type { Sort } from '../../lib/db/views';
import { abstractChange } from '../../lib/db/version-read';
import { t } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import { ago } from '../dates';
import { Highlight, type Mark } from '../highlight';
import { CheckIcon } from '../icons';
import { PaperMeta } from '../paper-meta';
import { TagChip } from '../tag-chip';

const CHIPS = 3;

/** One line of the list: title, byline, tags. Its keys are those of the list around it. */
export const PaperLine = memo(function PaperLine({
  id,
  row,
  mark,
  now,
  at,
  of,
  top,
  active,
  picked,
  sort,
}: {
  id: PaperId;
  /** Undefined for the moment it takes to read it. */
  row: PaperRow | undefined;
  mark: Mark | undefined;
  now: number;
  /** Its place in the list, from 0. */
  at: number;
  of: number;
  top: number;
  active: boolean;
  picked: boolean;
  sort: Sort;
}) {
  return (
    <div
      id={`paper-${id}`}
      role="option"
      aria-selected={picked}
      aria-posinset={at + 1}
      aria-setsize={of}
      className="paper-line"
      data-at={at}
      data-active={active || undefined}
      data-picked={picked || undefined}
      data-status={row?.entry?.status}
      style={{ transform: `translateY(${top}px)` }}
    >
      {/* A pointer's way to what `x` does. */}
      <span className="line-pick" aria-hidden="true">
        <CheckIcon />
      </span>
      {row && <LineText row={row} mark={mark} now={now} sort={sort} />}
    </div>
  );
});

function LineText({
  row: { paper, entry, tags },
  mark,
  now,
  sort,
}: {
  row: PaperRow;
  mark: Mark | undefined;
  now: number;
  sort: Sort;
}) {
  // One date is enough for a line: the one the list is ordered by.
  const at =
    sort === 'seen'
      ? paper.lastSeenAt
      : sort === 'saved' || sort === 'queue'
        ? entry?.savedAt
        : undefined;
  const said = at === undefined ? paper : { ...paper, publishedAt: undefined };
  const when = at === undefined ? '' : ago(at, now);
  const change = entry && abstractChange(paper, entry);
  const more = sort === 'seen' && entry ? [t('saved'), when].join(' · ') : when;
  return (
    <div className="line-text">
      <div className="line-title" dir="auto">
        {entry?.status === 'unread' && (
          <span className="unread-dot" role="img" aria-label={t('status_unread')} />
        )}
        <Highlight text={paper.title} mark={mark} />
        {change && (
          <span
            className="line-changed"
            role="img"
            aria-label={t('abstract_changed', change.to, change.read)}
            title={t('abstract_changed', change.to, change.read)}
          >
            {t('line_changed', change.to)}
          </span>
        )}
      </div>
      <div className="line-foot">
        <PaperMeta paper={said} now={now} mark={mark} more={more} />
        {tags.length > 0 && (
          <span className="line-tags">
            {tags.slice(0, CHIPS).map((tag) => (
              <TagChip key={tag.id} tag={tag} />
            ))}
            {tags.length > CHIPS && <span className="line-more">+{tags.length - CHIPS}</span>}
          </span>
        )}
      </div>
    </div>
  );
}
