import { t } from '../../lib/i18n';
import { send } from '../../lib/send';
import { MAX_SEARCHES, type SavedSearch } from '../../lib/settings';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { useSettings } from '../use-settings';

export interface SavedSearches {
  /** Undefined until they were read. */
  all: readonly SavedSearch[] | undefined;
  /** Keeps a search under a name; one of that name is replaced. */
  save(search: SavedSearch): void;
  remove(search: SavedSearch): void;
}

/** The searches that the reader keeps; each change can be undone. */
export function useSavedSearches(): SavedSearches {
  const all = useSettings()?.searches;
  const toast = useToast();
  const write = async (searches: readonly SavedSearch[], said?: string) => {
    try {
      await send('saveSettings', { searches: [...searches] });
      if (said) toast({ text: said, undo: () => void write(all ?? []) });
    } catch (error) {
      toast({ text: sentence(error), tone: 'error' });
    }
  };
  return {
    all,
    save(search) {
      const others = (all ?? []).filter(({ name }) => name !== search.name);
      if (others.length >= MAX_SEARCHES)
        return toast({ text: t('searches_full', MAX_SEARCHES), tone: 'error' });
      void write([...others, search], t('said_search_saved', search.name));
    },
    remove(search) {
      const others = (all ?? []).filter(({ name }) => name !== search.name);
      void write(others, t('said_search_removed', search.name));
    },
  };
}
