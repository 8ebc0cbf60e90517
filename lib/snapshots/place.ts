import type { Settings } from '../settings';
import type { Instant } from '../paper';
import type { Draft } from './draft';

/** A copy that is there. */
export interface Kept {
  name: string;
  bytes: number;
  at: Instant;
  /** What the browser calls the download it was. */
  downloadId?: number;
}

/** Where copies are saved. */
export interface Place {
  /** @throws SnapshotFailure where nothing may be written now */
  mustBeOpen(): Promise<void>;
  draft(options: { settings: Settings; now: Instant }): Promise<Draft>;
  /** Our copies, newest first; none that is half written. */
  list(): Promise<Kept[]>;
  /** Removes what is left of a copy that was not finished. */
  clear(name: string): Promise<void>;
  remove(kept: Kept): Promise<void>;
}

/** Which copies go when the newest `keep` stay. */
export function beyond(copies: readonly Kept[], keep: number): Kept[] {
  return copies.toSorted((a, b) => (a.name < b.name ? 1 : -1)).slice(keep);
}
