import type { Instant, PaperId, Status } from '../paper';

/** What the library tells of a paper that is saved. */
export interface SavedPaper {
  paperId: PaperId;
  savedAt: Instant;
  status: Status;
  tagIds: readonly string[];
  /** When its status was last set; absent where it still is what saving made it. */
  statusAt?: Instant | undefined;
}

/** A change of a paper's status. */
export interface StatusChange {
  paperId: PaperId;
  at: Instant;
  /** Absent in old rows, which keep the outcome alone. */
  before?: Status | undefined;
  after: Status;
}

/**
 * When each paper was read: at its first change to `read` that was not taken back by `unread` or
 * `reading`. Archiving a paper or removing it from the list takes nothing back. Where the changes
 * tell nothing of a paper, as after an import, its own row does.
 * @param changes in the order of time
 */
export function readingsOf(
  changes: Iterable<StatusChange>,
  saved: Iterable<SavedPaper>,
): Map<PaperId, Instant> {
  const byId = new Map([...saved].map((paper) => [paper.paperId, paper] as const));
  const readings = new Map<PaperId, Instant>();
  for (const { paperId, at, before, after } of changes) {
    // Saved as read by one act: no change to `read` tells of it.
    const savedAt = byId.get(paperId)?.savedAt;
    if (before === 'read' && savedAt !== undefined && savedAt <= at && !readings.has(paperId))
      readings.set(paperId, savedAt);
    if (after === 'unread' || after === 'reading') readings.delete(paperId);
    else if (after === 'read' && !readings.has(paperId)) readings.set(paperId, at);
  }
  for (const { paperId, status, statusAt } of byId.values())
    if (status === 'read' && statusAt !== undefined && !readings.has(paperId))
      readings.set(paperId, statusAt);
  return readings;
}
