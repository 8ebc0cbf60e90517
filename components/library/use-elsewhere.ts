import { useLiveQuery } from 'dexie-react-hooks';
import { db } from '../../lib/db/open';
import { viewIds, type View } from '../../lib/db/views';

/** How many of everything seen answer a search made in another view; undefined until known. */
export function useElsewhere(view: View, typed: string): number | undefined {
  const asks = typed.trim() !== '' && view.kind !== 'seen';
  const last = useLiveQuery(async () => {
    if (!asks) return undefined;
    const [{ find }, among] = await Promise.all([
      import('../search-engine'),
      viewIds(db, { kind: 'seen' }, 'seen', Date.now()),
    ]);
    const { total, isPartial } = await find({ typed, among, order: 'list' });
    return { typed, total: isPartial ? 0 : total };
  }, [asks, typed]);
  return asks && last?.typed === typed ? last.total : undefined;
}
