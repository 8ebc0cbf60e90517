/** What the reader chose for the daily digest. */
import type { Day } from '../paper';
import type { Muted, Watch } from './digest';
import type { DigestSchedule } from './schedule';

export interface DigestSettings extends DigestSchedule {
  /** Subscribed: nothing is polled before, and nothing after. */
  on: boolean;
  /** Days up to this one, before the subscription or the last change of the schedule, were not missed. */
  since?: Day | undefined;
  /** Papers of one digest, 3 to 20. */
  size: number;
  /** Ids of the sources that are polled. */
  sources: string[];
  /** Categories followed on arXiv, such as `cs.LG`. */
  categories: string[];
  muted: Muted;
  watches: Watch[];
}

/** How much is kept of each list, and how long a digest may be. */
export const DIGEST_LIMITS = {
  categories: 50,
  muted: 200,
  watches: 100,
  /** Letters of one word, name or search. */
  text: 200,
  size: { least: 3, most: 20 },
} as const;

export const DEFAULT_DIGEST: DigestSettings = {
  on: false,
  time: 8 * 60,
  days: [0, 1, 2, 3, 4, 5, 6],
  size: 5,
  sources: ['hugging-face', 'arxiv-rss'],
  categories: [],
  muted: { words: [], authors: [], categories: [] },
  watches: [],
};
