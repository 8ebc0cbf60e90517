import type { Day, Instant } from '../paper';
import type { FailureKind } from './failure';

/** Where `storage.local` keeps the state. Apart from its schema, which pages need not load. */
export const SNAPSHOTS_KEY = 'snapshots';

/** A copy that was saved. */
export interface Saved {
  at: Instant;
  /** The file's name, without folders. */
  name: string;
  bytes: number;
  papers: number;
}

/** What is known of the copies that are saved by themselves. */
export interface SnapshotState {
  /** The latest due day that was dealt with: saved, or found unchanged. */
  done?: Day;
  last?: Saved;
  /** What `last` holds, by `contentMark`. */
  mark?: string;
  /** A copy whose saving began; what became of it is looked up if the worker was stopped since. */
  pending?: Saved & { day: Day; mark: string };
  /** Why the copy that is due could not be saved. */
  failure?: { kind: FailureKind; at: Instant };
}
