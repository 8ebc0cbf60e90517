import { useLiveQuery } from 'dexie-react-hooks';
import { savedIds } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import type { PaperId } from '../../lib/paper';
import type { Opening } from './opening';

/** Saved papers, newest first: those of the opening at once, all of them once it was painted. */
export function useSavedIds(opening: Opening, painted: boolean): { ids: PaperId[]; count: number } {
  const all = useLiveQuery(async () => (painted ? savedIds(db) : undefined), [painted]);
  return all
    ? { ids: all, count: all.length }
    : { ids: opening.savedIds, count: opening.savedCount };
}
