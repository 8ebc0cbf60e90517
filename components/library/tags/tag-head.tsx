import type { TagLine } from '../../../lib/db/tag-table';
import { plural, t } from '../../../lib/i18n';
import { IconButton } from '../../icon-button';
import { CloseIcon, SearchIcon } from '../../icons';
import type { Picks } from '../use-picks';
import type { TagChoice } from './use-tag-lines';

/** Above the tags: search, how many there are and how many nobody uses, or what is selected. */
export function TagHead({
  choice,
  change,
  all,
  picks,
  onMerge,
  onEnter,
  onDelete,
}: {
  choice: TagChoice;
  change: (part: Partial<TagChoice>) => void;
  all: readonly TagLine[];
  picks: Picks;
  onMerge: () => void;
  /** Leads the keyboard to the tags. */
  onEnter: () => void;
  onDelete: () => void;
}) {
  const unused = all.filter(({ count }) => count === 0).length;
  const count = picks.ids.length;
  return (
    <header className="tags-head">
      <h1 className="tags-title">{t('library_tags')}</h1>
      <div className="search">
        <SearchIcon />
        <input
          id="tag-search"
          className="search-field"
          type="text"
          role="searchbox"
          aria-label={t('tags_search')}
          placeholder={t('tags_search')}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={choice.typed}
          onChange={(event) => change({ typed: event.target.value })}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape' && choice.typed) change({ typed: '' });
            else if (['Escape', 'ArrowDown', 'Enter'].includes(event.key)) onEnter();
            else return;
            event.preventDefault();
          }}
        />
      </div>
      {count > 0 ? (
        <div className="list-line bulk" role="toolbar" aria-label={t('tags_bulk')}>
          <p className="list-count" role="status">
            {plural('bulk_selected', count)}
          </p>
          <button type="button" className="button" disabled={count < 2} onClick={onMerge}>
            {t('tags_merge')}
          </button>
          <button type="button" className="button danger" onClick={onDelete}>
            {t('delete')}
          </button>
          <IconButton label={t('bulk_clear')} onClick={picks.clear}>
            <CloseIcon />
          </IconButton>
        </div>
      ) : (
        <div className="list-line">
          <p className="list-count" role="status">
            {plural('settings_count_tags', all.length)}
          </p>
          {(unused > 0 || choice.unusedOnly) && (
            <button
              type="button"
              className="button quiet tags-unused"
              aria-pressed={choice.unusedOnly}
              onClick={() => change({ unusedOnly: !choice.unusedOnly })}
            >
              {plural('tags_unused', unused)}
            </button>
          )}
        </div>
      )}
    </header>
  );
}
