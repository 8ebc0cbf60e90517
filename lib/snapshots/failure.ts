/** Why a copy could not be saved; each is a sentence under `snapshot_failed_…`. */
export const FAILURES = [
  /** The browser was not asked for downloads, or said no. */
  'downloads',
  /** The permission for the picked folder has lapsed. */
  'folder',
  /** No folder was picked, or it is no longer there. */
  'gone',
  'full',
  'blocked',
  'cancelled',
  /** What was read back is not what was written. */
  'damaged',
  'unknown',
] as const;
export type FailureKind = (typeof FAILURES)[number];

/** A copy that was not saved; the ones before it stand as they were. */
export class SnapshotFailure extends Error {
  constructor(readonly kind: FailureKind) {
    super(`snapshot: ${kind}`);
  }
}

/** What kind of failure an error is. */
export function failureOf(error: unknown): FailureKind {
  if (error instanceof SnapshotFailure) return error.kind;
  if (!(error instanceof Error)) return 'unknown';
  if (/quota|no.?space/i.test(error.name + error.message)) return 'full';
  if (error.name === 'NotAllowedError') return 'folder';
  if (error.name === 'NotFoundError') return 'gone';
  return error.name === 'NoModificationAllowedError' ? 'blocked' : 'unknown';
}
