import { Suspense } from 'react';
import { plural, t } from '../../lib/i18n';
import { IconButton } from '../icon-button';
import { CloseIcon, SearchIcon } from '../icons';
import { lazily } from '../lazily';
import { triageHref } from '../triage/origin';
import { BulkBar } from './bulk-bar';
import type { CiteMenu } from './cite-menu';
import { number } from '../numbers';
import { SearchNote } from '../search-note';
import { formatPlace, sortsOf, type Place } from './place';
import { SaveSearch } from './save-search';
import { useElsewhere } from './use-elsewhere';
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
  cite,
  onTag,
}: {
  place: Place;
  go: Go;
  list: FoundList;
  picks: Picks;
  bulk: Bulk;
  cite: CiteMenu;
  onTag: () => void;
}) {
  const toList = () => document.getElementById('papers')?.focus();
  const isSearch = place.typed.trim() !== '';
  const elsewhere = useElsewhere(place.view, place.typed);
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
          <IconButton
            className="search-clear"
            label={t('library_search_clear')}
            onClick={() => {
              go({ typed: '' });
              document.getElementById('search')?.focus();
            }}
          >
            <CloseIcon />
          </IconButton>
        )}
      </div>
      <SearchNote typed={place.typed} found={list} />
      {picks.ids.length > 0 ? (
        <>
          <BulkBar picks={picks} bulk={bulk} cite={cite} onTag={onTag} />
          <Suspense>
            <BulkPdfs ids={picks.ids} />
          </Suspense>
        </>
      ) : (
        <div className="list-line">
          <p className="list-count" role="status">
            {list.total !== undefined &&
              list.size !== undefined &&
              (isSearch
                ? t('library_found', number(list.total), number(list.size))
                : plural('papers', list.total))}
            {!list.searching && elsewhere !== undefined && elsewhere > (list.total ?? 0) && (
              <>
                {' · '}
                <a href={formatPlace({ ...place, view: { kind: 'seen' }, sort: 'seen' })}>
                  {t('library_elsewhere', number(elsewhere))}
                </a>
              </>
            )}
          </p>
          {isSearch && <SaveSearch place={place} />}
          {list.total !== undefined && list.total > 0 && (
            <a
              className="button list-triage"
              href={triageHref({ kind: 'view', place })}
              title={t('triage_hint')}
            >
              {t('triage')}
            </a>
          )}
          <select
            className="sort"
            aria-label={t('library_sort', viewName(place.view))}
            value={isSearch && !place.inOrder ? 'best' : place.sort}
            onChange={({ target: { value } }) =>
              go(
                value === 'best'
                  ? { inOrder: undefined }
                  : { inOrder: isSearch || undefined, sort: value as Sort },
              )
            }
          >
            {isSearch && <option value="best">{t('sort_best')}</option>}
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
