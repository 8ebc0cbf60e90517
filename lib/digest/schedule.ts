/** When the reader wants a digest. */
export interface DigestSchedule {
  /** Minutes after local midnight, 0 to 1439. */
  time: number;
  /** Weekdays on which one comes, 0 (Sunday) to 6. */
  days: readonly number[];
  /** Local minutes; `from` after `to` runs over midnight. */
  quiet?: { from: number; to: number } | undefined;
}
