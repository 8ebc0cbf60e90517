import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Documents } from '../lib/db/documents';
import { db } from '../lib/db/open';
import type { PaperId } from '../lib/paper';
import { isEmpty, parseQuery } from '../lib/search/plain';
import { Finder } from './finder';

export interface Found {
  /** Those that answer, in their order; undefined until there is a list to search. */
  ids: readonly PaperId[] | undefined;
  /** What is searched for, to be marked in the rows. */
  words: readonly string[];
  /** True while some papers of the list were not searched yet. */
  searching: boolean;
}

const NO_WORDS: readonly string[] = [];
const silent = () => () => {};

/**
 * Those of `ids` that answer `typed` by what pages or the user say of them; follows every change.
 * @param tagNames names by tag id; undefined until they are read
 * @param ahead reads the texts before anything is typed
 */
export function useSearch(
  ids: readonly PaperId[] | undefined,
  typed: string,
  tagNames: ReadonlyMap<string, string> | undefined,
  ahead = false,
): Found {
  const [documents] = useState(() => new Documents(db, whenIdle));
  const [finder] = useState(() => new Finder(documents));
  const query = useMemo(() => parseQuery(typed), [typed]);
  const asks = !isEmpty(query);
  const revision = useSyncExternalStore(
    asks ? documents.subscribe : silent,
    asks ? documents.snapshot : () => 0,
  );

  useEffect(() => documents.watch(), [documents]);
  const reads = asks || ahead;
  useEffect(() => {
    if (!ids || !reads) return;
    const ended = new AbortController();
    void whenIdle().then(() => documents.load(ids, ended.signal));
    return () => ended.abort();
  }, [documents, ids, reads]);

  const found = useMemo(() => {
    if (!ids || !asks) return ids;
    return tagNames && finder.find(ids, query, tagNames, revision);
  }, [ids, asks, finder, query, tagNames, revision]);
  const searching = useMemo(
    () => revision >= 0 && asks && !(ids && tagNames && documents.hold(ids)),
    [asks, ids, tagNames, documents, revision],
  );
  return { ids: found, words: asks ? query.words : NO_WORDS, searching };
}

function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(resolve, { timeout: 100 });
    else setTimeout(resolve);
  });
}
