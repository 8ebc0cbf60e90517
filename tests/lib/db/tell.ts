import { freezeDigest } from '../../../lib/db/digests';
import type { OffprintDb } from '../../../lib/db/schema';
import { DEFAULT_DIGEST } from '../../../lib/digest/digest-settings';
import type { Instant, PaperId } from '../../../lib/paper';
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

/** The titles of the digest that a watch for one word would get now; none where it was made. */
export async function digestOf(db: OffprintDb, word: string, now: Instant): Promise<string[]> {
  const watches = [{ id: word, kind: 'search' as const, text: word }];
  const date = new Date(now).toISOString().slice(0, 10);
  const settings = { ...DEFAULT_DIGEST, watches, size: 20 };
  const digest = await freezeDigest(db, { date, settled: date, now, settings, missing: [] });
  const papers = await db.papers.bulkGet((digest?.items ?? []).map(({ paperId }) => paperId));
  return papers.map((paper) => paper?.title ?? '');
}
