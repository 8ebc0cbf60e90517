import { useState } from 'react';
import { t } from '../../lib/i18n';
import { MAX_SEARCH_NAME } from '../../lib/settings';
import { formatPlace, type Place } from './place';
import { useSavedSearches } from './use-saved-searches';

/** Keeps the search that stands in the box, under a name of the reader's. */
export function SaveSearch({ place }: { place: Place }) {
  const { all, save } = useSavedSearches();
  const [name, setName] = useState<string>();
  const address = formatPlace({ ...place, paper: undefined });
  if (!all || all.some((search) => search.place === address)) return null;
  if (name === undefined)
    return (
      <button
        type="button"
        className="text-button"
        onClick={() => setName(place.typed.trim().slice(0, MAX_SEARCH_NAME))}
      >
        {t('search_save')}
      </button>
    );
  const close = () => {
    setName(undefined);
    document.getElementById('search')?.focus();
  };
  return (
    <form
      className="save-search"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) save({ name: name.trim(), place: address });
        close();
      }}
    >
      <input
        className="field"
        aria-label={t('search_name')}
        value={name}
        maxLength={MAX_SEARCH_NAME}
        // The user chose to write here.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          close();
        }}
      />
      <button type="submit" className="button">
        {t('save')}
      </button>
    </form>
  );
}
