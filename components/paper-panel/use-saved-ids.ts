import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { savedIds } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import type { PaperId } from '../../lib/paper';

const AFTER_PAINT_MS = 50;

/** Saved papers, newest first: those of the opening at once, all of them once it was painted. */
export function useSavedIds(opening: PaperId[]): PaperId[] {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPainted(true), AFTER_PAINT_MS);
    return () => clearTimeout(timer);
  }, []);
  return useLiveQuery(async () => (painted ? savedIds(db) : opening), [painted], opening);
}
