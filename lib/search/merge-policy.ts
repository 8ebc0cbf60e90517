/** What the policy asks of a segment. */
export interface SegmentSize {
  documents: number;
  /** Those that were neither deleted nor superseded. */
  live: number;
}

/** Each segment stays at least so many times as large as all that came after it. */
const RATIO = 3;
const MAX_DEAD = 0.2;

/**
 * From which segment on all are merged into one; the number of segments when none need be. Sizes
 * keep falling by a ratio, so there are a logarithmic number of segments, a document is rewritten a
 * logarithmic number of times, and a changed paper costs a small segment. A segment of which a
 * fifth is dead is rewritten with all after it.
 */
export function mergeFrom(segments: readonly SegmentSize[]): number {
  let after = 0;
  let from = segments.length;
  for (let i = segments.length - 1; i >= 0; i--) {
    const { documents, live } = segments[i]!;
    const isSmall = after > 0 && live < RATIO * after;
    if (isSmall || documents - live > MAX_DEAD * documents) from = i;
    after += live;
  }
  return from;
}
