import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { newestSavedIds, savedIds } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import type { PaperId } from '../../lib/paper';

const FIRST = 40;

/** Saved papers, newest first: those that fill a screen at once, all of them once it was painted. */
export function useSavedIds(wanted: boolean): PaperId[] | undefined {
  const [painted, setPainted] = useState(false);
  const ids = useLiveQuery(async () => {
    if (!wanted) return undefined;
    return painted ? savedIds(db) : newestSavedIds(db, FIRST);
  }, [painted, wanted]);
  const hasFirst = ids !== undefined;
  useEffect(() => {
    if (!hasFirst) return;
    const timer = setTimeout(() => setPainted(true), 50);
    return () => clearTimeout(timer);
  }, [hasFirst]);
  return wanted ? ids : undefined;
}
