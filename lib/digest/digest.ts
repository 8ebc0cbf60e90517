/** A digest as it is kept, and what the reader chose for it. Types only. */
import type { Day, Instant, PaperId, Signal } from '../paper';
import type { Trend } from '../trending/trend';

/** Why a paper stands in a digest. */
export type Reason =
  /** It rises faster than all but `top` percent of its like. */
  | { kind: 'rising'; source: string; signal: Signal; gained: number; hours: number; top: number }
  /** Little was observed yet: it is among the best of its day. */
  | { kind: 'best'; source: string; signal: Signal; gained: number; hours: number }
  /** It answers a watch of the reader's. */
  | { kind: 'watch'; watch: string };

export interface DigestItem {
  paperId: PaperId;
  reason: Reason;
  /** The last list that showed it to the reader, if any did. */
  shown?: { site: string; listing: string; day: Day };
  /** Its counter as it was observed, for the chart. */
  points: Trend['points'];
}

export interface Digest {
  /** The reader's local date; one digest a day. */
  date: Day;
  madeAt: Instant;
  /** Empty where nothing was to be told: the day is done all the same. */
  items: DigestItem[];
  /** The latest chosen day it covers: after an absence one digest stands for several days. */
  settled: Day;
  /** Ids of sources that could not be read, for the digest to say. */
  missing: string[];
}

/** *Tell me when* a new paper matches. */
export interface Watch {
  id: string;
  kind: 'search' | 'author' | 'tag';
  /** Words as in the search box, a name, or the tag's words. */
  text: string;
}

/** What is never told. */
export interface Muted {
  words: readonly string[];
  authors: readonly string[];
  categories: readonly string[];
}
