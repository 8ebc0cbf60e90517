import { t } from '../../lib/i18n';
import { IconButton } from '../icon-button';
import { CloseIcon, SearchIcon } from '../icons';
import { formatPlace, parsePlace } from './place';
import { useSavedSearches } from './use-saved-searches';

/** The saved searches, each a link to its place. */
export function SearchLinks({ current }: { current: string }) {
  const { all, remove } = useSavedSearches();
  if (!all?.length) return null;
  return (
    <section className="sidebar-part" aria-labelledby="sidebar-searches">
      <h2 className="sidebar-title" id="sidebar-searches">
        {t('searches')}
      </h2>
      <ul>
        {all.map((search) => {
          // Whatever was stored: what it does not understand is the reading list.
          const place = formatPlace(parsePlace(search.place));
          return (
            <li key={search.name} className="sidebar-item">
              <a href={place} aria-current={place === current ? 'page' : undefined}>
                <SearchIcon />
                <span className="sidebar-name">
                  <bdi>{search.name}</bdi>
                </span>
              </a>
              <IconButton label={t('search_remove', search.name)} onClick={() => remove(search)}>
                <CloseIcon />
              </IconButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
