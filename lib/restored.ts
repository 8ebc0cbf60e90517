import type { Instant } from './paper';

/** That the second copy was needed, for the pages to say; kept in `storage.local` until it was read. */
export interface Restored {
  at: Instant;
  /** Saved papers that came back. */
  papers: number;
}

/** Where `storage.local` keeps it. */
export const RESTORED_KEY = 'restored';
