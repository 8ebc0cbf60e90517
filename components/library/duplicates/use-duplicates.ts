import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useSyncExternalStore } from 'react';
import type { Suggestion } from '../../../lib/duplicates/compare';
import { db } from '../../../lib/db/open';
import { openPairs } from '../../../lib/db/read-pairs';
import { setDuplicatesCount } from '../duplicates-count';
import { currentSearch, onSearch, startSearch, type Search } from './search';

/** The search, begun by the first use, and the pairs that are still to be decided. */
export function useDuplicates(): { search: Search; pairs: readonly Suggestion[] | undefined } {
  const search = useSyncExternalStore(onSearch, currentSearch);
  const found = search.state === 'found' ? search.suggestions : undefined;
  const read = useLiveQuery(
    async () => ({ found, pairs: found && (await openPairs(db, found)) }),
    [found],
  );
  const pairs = read?.found === found ? read?.pairs : undefined;
  useEffect(() => {
    if (currentSearch().state === 'none') void startSearch();
  }, []);
  useEffect(() => {
    if (pairs) setDuplicatesCount(pairs.length);
  }, [pairs]);
  return { search, pairs };
}
