import type { OffprintDb } from '../../../lib/db/schema';
import type { PaperId } from '../../../lib/paper';
import { NOON } from './fresh-db';

/** A digest of these papers, frozen as the worker does it: with the ledger. */
export async function tell(
  db: OffprintDb,
  paperIds: readonly PaperId[],
  { date = '2026-08-22', at = NOON } = {},
): Promise<void> {
  const reason = { kind: 'watch', watch: 'lanterns' } as const;
  const items = paperIds.map((paperId) => ({ paperId, reason, points: [] }));
  await db.transaction('rw', db.digests, db.notified, async () => {
    await db.digests.put({ date, madeAt: at, settled: date, items, missing: [] });
    await db.notified.bulkPut(paperIds.map((paperId) => ({ paperId, kind: 'digest', at })));
  });
}
