/** When the reader wants a digest, in local time; pure. */

export interface DigestSchedule {
  /** Minutes after local midnight, 0 to 1439. */
  time: number;
  /** Weekdays 0 (Sunday) to 6 on which a digest comes. */
  days: readonly number[];
  /** Absent: no quiet hours. */
  quiet?: QuietHours;
}

/** Minutes after local midnight; `from` after `to` runs over midnight, `from` equal to `to` is none. */
export interface QuietHours {
  from: number;
  to: number;
}
