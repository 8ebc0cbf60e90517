import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Documents } from '../../lib/db/documents';
import { db } from '../../lib/db/open';
import { firstIds, viewIds, type Sort, type View } from '../../lib/db/views';
import type { PaperId } from '../../lib/paper';
import { isEmpty, parseQuery } from '../../lib/search/plain';
import { Finder } from './finder';
import { viewPath } from './place';

const FIRST = 40;
const EMPTY: readonly PaperId[] = [];
const silent = () => () => {};

export interface FoundList {
  /** The papers of the view that were found, in order; undefined until the view was read. */
  ids: readonly PaperId[] | undefined;
  /** How many the view holds; undefined until that is known. */
  total: number | undefined;
  /** What is searched for, to be marked in the rows. */
  words: readonly string[];
  /** True while some texts of the view were not searched yet. */
  searching: boolean;
}

/**
 * The ids of a view that answer what was typed; follows every change. Until the page is `ready`,
 * having shown its first lines, no more is read than those take.
 */
export function useList(
  view: View,
  sort: Sort,
  typed: string,
  tagNames: ReadonlyMap<string, string>,
  ready: boolean,
): FoundList {
  const path = viewPath(view);
  const read = useLiveQuery(async () => {
    const first = ready || typed ? undefined : await firstIds(db, view, sort, FIRST);
    return { path, sort, whole: !first, ids: first ?? (await viewIds(db, view, sort)) };
  }, [path, sort, ready]);
  const ids = useSteady(read && read.path === path && read.sort === sort ? read.ids : undefined);

  const [documents] = useState(() => new Documents(db, whenIdle));
  const [finder] = useState(() => new Finder(documents));
  const query = useMemo(() => parseQuery(typed), [typed]);
  const asks = !isEmpty(query);
  const revision = useSyncExternalStore(
    asks ? documents.subscribe : silent,
    asks ? documents.snapshot : () => 0,
  );

  useEffect(() => documents.watch(), [documents]);
  const reads = asks || (ready && view.kind !== 'seen' && view.kind !== 'site');
  useEffect(() => {
    if (!ids || !reads) return;
    const ended = new AbortController();
    void whenIdle().then(() => documents.load(ids, ended.signal));
    return () => ended.abort();
  }, [documents, ids, reads]);

  const found = useMemo(
    () => (ids && asks ? finder.find(ids, query, tagNames, revision) : ids),
    [ids, asks, finder, query, tagNames, revision],
  );
  const searching = useMemo(
    () => revision >= 0 && asks && ids !== undefined && !documents.hold(ids),
    [asks, ids, documents, revision],
  );
  return {
    ids: found,
    total: read?.whole ? ids?.length : undefined,
    words: asks ? query.words : EMPTY,
    searching,
  };
}

/** The same array as long as it says the same, so that an edit elsewhere re-renders nothing. */
function useSteady(next: PaperId[] | undefined): readonly PaperId[] | undefined {
  const [steady, setSteady] = useState<readonly PaperId[] | undefined>(next);
  if (next !== steady && !same(next, steady)) {
    setSteady(next);
    return next;
  }
  return steady;
}

function same(a: readonly PaperId[] | undefined, b: readonly PaperId[] | undefined): boolean {
  return a?.length === b?.length && (a?.every((id, i) => id === b![i]) ?? true);
}

function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(resolve, { timeout: 100 });
    else setTimeout(resolve);
  });
}
