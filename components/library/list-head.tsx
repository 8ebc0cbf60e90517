import { Suspense } from 'react';
import { plural, t } from '../../lib/i18n';
import { CloseIcon, SearchIcon } from '../icons';
import { lazily } from '../lazily';
import { BulkBar } from './bulk-bar';
import { sortsOf, type Place } from './place';
import type { Bulk } from './use-bulk';
import type { FoundList } from './use-list';
import type { Picks } from './use-picks';
import type { Go } from './use-place';
import { viewName } from './view-name';
import type { Sort } from '../../lib/db/views';

const BulkPdfs = lazily(() => import('../pdf/bulk-pdfs'), 'BulkPdfs');

/** Above the list: the search box, and how many papers stand in what order, or what is selected. */
export function ListHead({
  place,
  go,
  list,
  picks,
  bulk,
  onTag,
}: {
  place: Place;
  go: Go;
  list: FoundList;
  picks: Picks;
  bulk: Bulk;
  onTag: () => void;
}) {
  const toList = () => document.getElementById('papers')?.focus();
  const found = list.ids?.length;
  return (
    <header className="list-head">
      <div className="search">
        <SearchIcon />
        <input
          id="search"
          className="search-field"
          type="text"
          role="searchbox"
          aria-label={t('library_search')}
          placeholder={t('library_search_hint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          value={place.typed}
          onChange={(event) => go({ typed: event.target.value })}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape' && place.typed) go({ typed: '' });
            else if (['Escape', 'ArrowDown', 'Enter'].includes(event.key)) toList();
            else return;
            event.preventDefault();
          }}
        />
        {place.typed && (
          <button
            type="button"
            className="icon-button search-clear"
            aria-label={t('library_search_clear')}
            onClick={() => {
              go({ typed: '' });
              document.getElementById('search')?.focus();
            }}
          >
            <CloseIcon />
          </button>
        )}
      </div>
      {picks.ids.length > 0 ? (
        <>
          <BulkBar picks={picks} bulk={bulk} onTag={onTag} />
          <Suspense>
            <BulkPdfs ids={picks.ids} />
          </Suspense>
        </>
      ) : (
        <div className="list-line">
          <p className="list-count" role="status">
            {found !== undefined &&
              list.total !== undefined &&
              (place.typed.trim()
                ? t(list.searching ? 'library_searching' : 'library_found', found, list.total)
                : plural('papers', found))}
          </p>
          <select
            className="sort"
            aria-label={t('library_sort', viewName(place.view))}
            value={place.sort}
            onChange={(event) => go({ sort: event.target.value as Sort })}
          >
            {sortsOf(place.view).map((sort) => (
              <option key={sort} value={sort}>
                {t(`sort_${sort}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </header>
  );
}
