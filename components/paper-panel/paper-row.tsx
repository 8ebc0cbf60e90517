import { memo, type MouseEvent } from 'react';
import type { PaperRow } from '../../lib/db/list';
import { t } from '../../lib/i18n';
import type { Instant } from '../../lib/paper';
import { Highlight, type Mark } from '../highlight';
import { CheckIcon, ChevronIcon } from '../icons';
import { PaperMeta } from '../paper-meta';
import { TagChip } from '../tag-chip';
import type { Place } from './paper-list';
import { PaperDetail } from './paper-detail';
import type { RowActs } from './row-acts';

/** One paper: title, authors, where it was seen, tags, and the control that saves it. */
export const PaperRowView = memo(function PaperRowView({
  row,
  place,
  href,
  mark,
  trend,
  isNew,
  isActive,
  isOpen,
  now,
  acts,
}: {
  row: PaperRow;
  place: Place;
  href: string | undefined;
  mark: Mark | undefined;
  /** How it rises, in few words. */
  trend?: string | undefined;
  isNew: boolean;
  isActive: boolean;
  isOpen: boolean;
  now: Instant;
  acts: RowActs;
}) {
  const { paper, entry, tags } = row;
  const { id } = paper;
  const name = `title-${id}`;
  // Only the row that has the keyboard takes part in the order of Tab.
  const tabIndex = isActive ? 0 : -1;
  const status = entry && entry.status !== 'unread' ? t(`status_${entry.status}`) : undefined;
  // There is no room for both, and what trends is new.
  const said = trend ? { ...paper, publishedAt: undefined } : paper;
  const more = [status, trend].filter(Boolean).join(' · ');

  const onClick = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as Element).closest('a, button, textarea, .row-detail')) return;
    if (getSelection()?.isCollapsed === false) return;
    acts.toggle(id);
  };

  return (
    // The pattern of a feed (ARIA practices): articles take the focus, the page has their keys.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <article
      className={entry?.status === 'archived' ? 'row is-archived' : 'row'}
      aria-labelledby={name}
      aria-posinset={place.index + 1}
      aria-setsize={place.count}
      aria-current={isActive ? 'true' : undefined}
      tabIndex={place.index === 0 && !isActive ? 0 : tabIndex}
      data-paper={id}
      onFocus={() => acts.activate(id)}
      onClick={onClick}
    >
      <div className="row-head">
        <h2 className="row-title" dir="auto">
          {isNew && <span className="row-new" role="img" aria-label={t('new_to_you')} />}
          {href ? (
            <a id={name} href={href} target="_blank" rel="noreferrer" tabIndex={tabIndex}>
              <Highlight text={paper.title} mark={mark} />
            </a>
          ) : (
            <span id={name}>
              <Highlight text={paper.title} mark={mark} />
            </span>
          )}
        </h2>
        {entry ? (
          <button
            type="button"
            className="save is-saved"
            aria-haspopup="menu"
            tabIndex={tabIndex}
            onClick={(event) => acts.openMenu(row, event.currentTarget)}
          >
            <CheckIcon />
            {t('saved')}
          </button>
        ) : (
          <button type="button" className="save" tabIndex={tabIndex} onClick={() => acts.save(id)}>
            {t('save')}
          </button>
        )}
      </div>
      <PaperMeta paper={said} now={now} mark={mark} initials more={more} />
      {tags.length > 0 && (
        <div className="row-tags">
          {tags.map((tag) => (
            <TagChip key={tag.id} tag={tag} mark={mark} />
          ))}
        </div>
      )}
      <button
        type="button"
        className="row-toggle"
        aria-expanded={isOpen}
        aria-label={t('abstract')}
        tabIndex={tabIndex}
        onClick={() => acts.toggle(id)}
      >
        <ChevronIcon />
      </button>
      {isOpen && <PaperDetail row={row} mark={mark} acts={acts} now={now} />}
    </article>
  );
});
