import Dexie from 'dexie';
import { STATUSES, type PaperId, type Status, type Tag } from '../paper';
import type { SavedPaper, StatusChange } from '../statistics/readings';
import { wallOf } from './clock';
import { followMerges } from './current-ids';
import type { JournalRow } from './rows';
import type { OffprintDb } from './schema';

/** What statistics are made of. */
export interface ForStatistics {
  saved: SavedPaper[];
  /** In the order of time; of papers as they are now, after merges. */
  changes: StatusChange[];
  tags: Tag[];
}

/** Reads the library, its tags, and the changes of status alone of the journal. */
export function forStatistics(db: OffprintDb): Promise<ForStatistics> {
  return db.transaction('r', db.library, db.tags, db.journal, db.merges, async () => {
    const [entries, tags, rows, merges] = await Promise.all([
      db.library.toArray(),
      db.tags.toArray(),
      db.journal
        .where('[field+at]')
        .between(['status', Dexie.minKey], ['status', Dexie.maxKey])
        .toArray(),
      db.merges.count(),
    ]);
    const saved = entries.map(({ paperId, savedAt, status, tagIds, clocks }) => ({
      paperId,
      savedAt,
      status,
      tagIds,
      statusAt: clocks.status === undefined ? undefined : wallOf(clocks.status),
    }));
    const now = merges === 0 ? undefined : await idsNow(db, rows, saved);
    // Within one instant the index has them by their ids, which are in the order of the clock.
    const changes = rows.flatMap(({ entityId, at, before, after }): StatusChange[] => {
      const paperId = now?.get(entityId) ?? entityId;
      return isStatus(after)
        ? [{ paperId, at, after, before: isStatus(before) ? before : undefined }]
        : [];
    });
    return { saved, changes, tags };
  });
}

async function idsNow(
  db: OffprintDb,
  rows: readonly JournalRow[],
  saved: readonly SavedPaper[],
): Promise<Map<PaperId, PaperId>> {
  const known = new Set(saved.map(({ paperId }) => paperId));
  const old = [...new Set(rows.map(({ entityId }) => entityId))].filter((id) => !known.has(id));
  return new Map(
    await Promise.all(old.map(async (id) => [id, await followMerges(db, id)] as const)),
  );
}

function isStatus(value: unknown): value is Status {
  return (STATUSES as readonly unknown[]).includes(value);
}
