import type { FeedbackKind, Instant, PaperId } from '../paper';
import { currentId } from './current-ids';
import type { OffprintDb } from './schema';

/** Kinds that speak against each other: the later one stands. */
const OPPOSITES: Record<FeedbackKind, FeedbackKind[]> = {
  more: ['fewer', 'not-interested'],
  fewer: ['more'],
  'not-interested': ['more'],
};

/** Keeps what the reader says of a paper, or takes it back. */
export function giveFeedback(
  db: OffprintDb,
  { paperId, kind, isOn }: { paperId: PaperId; kind: FeedbackKind; isOn: boolean },
  now: Instant,
): Promise<null> {
  return db.transaction('rw', db.feedback, db.papers, db.merges, async () => {
    const id = await currentId(db, paperId);
    await db.feedback.delete([id, kind]);
    if (!isOn) return null;
    await db.feedback.bulkDelete(OPPOSITES[kind].map((other): [PaperId, string] => [id, other]));
    await db.feedback.put({ paperId: id, kind, at: now });
    return null;
  });
}

/** What was said of each of these papers. */
export async function feedbackOn(
  db: OffprintDb,
  ids: readonly PaperId[],
): Promise<ReadonlyMap<PaperId, ReadonlySet<FeedbackKind>>> {
  const rows = await Promise.all(
    ids.map((id) => db.feedback.where(':id').between([id], [id, []]).toArray()),
  );
  return new Map(ids.map((id, i) => [id, new Set(rows[i]!.map(({ kind }) => kind))]));
}
