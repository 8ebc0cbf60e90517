import { useLiveQuery } from 'dexie-react-hooks';
import { db } from '../../lib/db/open';

/** The names of all tags by their ids, live; undefined until they are `wanted` and read. */
export function useTagNames(wanted: boolean): ReadonlyMap<string, string> | undefined {
  return useLiveQuery(async () => {
    if (!wanted) return undefined;
    const tags = await db.tags.toArray();
    return new Map(tags.map(({ id, name }) => [id, name]));
  }, [wanted]);
}
