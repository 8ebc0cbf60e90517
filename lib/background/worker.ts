import type { Clock } from '../db/clock';
import type { SecondCopy } from '../db/second-copy';
import type { OffprintDb } from '../db/schema';
import type { SearchSegments } from '../db/search-segments';
import type { Instant } from '../paper';
import type { Settings } from '../settings';
import type { SiteAdapter } from '../sites/adapter';

/** What the worker's functions take instead of reaching for the world. */
export interface Worker {
  db: OffprintDb;
  /** What was committed is safe once it is in there, too. */
  copy: SecondCopy;
  /** What is searched follows what was committed. */
  index: SearchSegments;
  sites: readonly SiteAdapter[];
  now(): Instant;
  clock(): Promise<Clock>;
  settings: {
    read(): Promise<Settings>;
    change(patch: Partial<Settings>): Promise<Settings>;
  };
  fetch: typeof fetch;
  /** Whether the user lets us read there; an origin is a pattern such as `https://arxiv.org/*`. */
  mayRead(origin: string): Promise<boolean>;
  /** The IANA name of the time zone the user is in now. */
  zone(): string;
  /** Whether the browser believes that it has a connection. */
  online(): boolean;
  /** A number from 0 to 1, for jitter. */
  random(): number;
}
