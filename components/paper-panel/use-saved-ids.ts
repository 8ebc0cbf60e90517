import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { savedIds } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import type { PaperId } from '../../lib/paper';
import type { Opening } from './opening';

const AFTER_PAINT_MS = 50;

/** Saved papers, newest first: those of the opening at once, all of them once it was painted. */
export function useSavedIds(opening: Opening): { ids: PaperId[]; count: number } {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPainted(true), AFTER_PAINT_MS);
    return () => clearTimeout(timer);
  }, []);
  const all = useLiveQuery(async () => (painted ? savedIds(db) : undefined), [painted]);
  return all
    ? { ids: all, count: all.length }
    : { ids: opening.savedIds, count: opening.savedCount };
}
