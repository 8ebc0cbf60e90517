import Dexie, { RangeSet, type ObservabilitySet } from 'dexie';
import type { PaperId } from '../paper';
import type { OffprintDb } from './schema';

/** Which papers changed; `all` where the database does not say which. */
export type ChangedPapers = ReadonlySet<PaperId> | 'all';

/**
 * Calls `listener` after each commit, in whatever tab or worker, that changed a paper or what the
 * user decided about one.
 * @returns ends it
 */
export function watchPapers(
  db: OffprintDb,
  listener: (changed: ChangedPapers) => void,
): () => void {
  const parts = [`idb://${db.name}/papers/`, `idb://${db.name}/library/`];
  const heard = (changes: ObservabilitySet) => {
    const ids = new Set<PaperId>();
    for (const part of parts) {
      const ranges = changes[part];
      if (!ranges) continue;
      for (const { from, to } of RangeSet(ranges)) {
        if (from !== to || typeof from !== 'string') return listener('all');
        ids.add(from);
      }
    }
    if (ids.size > 0) listener(ids);
  };
  Dexie.on('storagemutated', heard);
  return () => Dexie.on.storagemutated.unsubscribe(heard);
}
