import { useLiveQuery } from 'dexie-react-hooks';
import { savedAmong } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import type { PaperId } from '../../lib/paper';

const NONE: readonly PaperId[] = [];

/** Those of `ids` that are not saved, live; undefined until it is known. */
export function useUnsaved(ids: readonly PaperId[] = NONE): readonly PaperId[] | undefined {
  return useLiveQuery(async () => {
    if (ids.length === 0) return NONE;
    const saved = await savedAmong(db, ids);
    return ids.filter((id) => !saved.has(id));
  }, [ids]);
}
