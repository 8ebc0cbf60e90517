import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { PaperId } from '../lib/paper';
import type { QueryHint } from '../lib/search/query';
import type { Mark } from './highlight';
import type { Answer, Sought } from './search-engine';

type Find = (sought: Sought) => Promise<Answer>;

export interface Found {
  /** Those that answer; undefined until there is a list to search. */
  ids: readonly PaperId[] | undefined;
  /** How many answer, where `ids` are only the best of them. */
  total: number | undefined;
  /** No paper has all the words; these have some. */
  isPartial: boolean;
  /** What in the query makes no sense. */
  hints: readonly QueryHint[];
  mark: Mark | undefined;
  /** True until the answer to what is typed now is there; the last one stands so long. */
  searching: boolean;
}

const NO_HINTS: readonly QueryHint[] = [];

/**
 * Those of `ids` that answer `typed`, by relevance or in their order; follows every change. The
 * engine is loaded when something is typed first, or `ahead` of it.
 */
export function useSearch(
  ids: readonly PaperId[] | undefined,
  typed: string,
  order: Sought['order'],
  ahead = false,
): Found {
  const asks = typed.trim() !== '';
  const find = useEngine(asks || ahead);
  const last = useLiveQuery(async () => {
    if (!asks || !find || !ids) return undefined;
    return { typed, ids, order, answer: await find({ typed, among: ids, order }) };
  }, [find, asks, typed, ids, order]);
  if (!asks)
    return {
      ids,
      total: ids?.length,
      isPartial: false,
      hints: NO_HINTS,
      mark: undefined,
      searching: false,
    };
  return {
    ids: last?.answer.ids,
    total: last?.answer.total,
    isPartial: last?.answer.isPartial ?? false,
    hints: last?.answer.hints ?? NO_HINTS,
    mark: last?.answer.mark,
    searching: last?.typed !== typed || last.ids !== ids || last.order !== order,
  };
}

function useEngine(wanted: boolean): Find | undefined {
  const [find, setFind] = useState<{ find: Find }>();
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    void import('./search-engine').then((engine) => !left && setFind({ find: engine.find }));
    return () => {
      left = true;
    };
  }, [wanted]);
  return find?.find;
}
