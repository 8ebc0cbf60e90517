import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { db } from '../../lib/db/open';
import { firstIds, viewIds } from '../../lib/db/views';
import type { PaperId } from '../../lib/paper';
import { useSearch, type Found } from '../use-search';
import { viewPath, type Place } from './place';

const FIRST = 40;

export interface FoundList extends Found {
  /** How many the view holds; undefined until that is known. */
  size: number | undefined;
}

/**
 * The ids of a view that answer what was typed; follows every change. Until the page is `ready`,
 * having shown its first lines, no more is read than those take.
 */
export function useList({ view, sort, typed, inOrder }: Place, ready: boolean): FoundList {
  const path = viewPath(view);
  const read = useLiveQuery(async () => {
    const first = ready || typed ? undefined : await firstIds(db, view, sort, FIRST);
    return { path, sort, whole: !first, ids: first ?? (await viewIds(db, view, sort, Date.now())) };
  }, [path, sort, ready]);
  const ids = useSteady(read && read.path === path && read.sort === sort ? read.ids : undefined);

  const found = useSearch(ids, typed, inOrder ? 'list' : 'best', ready);
  return { ...found, size: read?.whole ? ids?.length : undefined };
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
