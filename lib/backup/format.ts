/**
 * The backup: one JSON document that holds one record a line, so that a file cut in half can be
 * read line by line. Its last line is the SHA-256 of every byte before that line.
 */
export const FORMAT = 'offprint-backup';
export const FORMAT_VERSION = 1;

/** What a backup holds, in the order of the file: papers first, what belongs to them after. */
export const BACKUP_TABLES = [
  'papers',
  'aliases',
  'tags',
  'library',
  'sightings',
  'trends',
  'feedback',
  'notified',
  'digests',
  'merges',
  'distinct',
  'journal',
] as const;
export type BackupTable = (typeof BACKUP_TABLES)[number];

/** What stands before the records. */
export interface BackupHead {
  format: typeof FORMAT;
  version: number;
  madeAt: number;
  counts: Partial<Record<BackupTable, number>>;
  settings: unknown;
}

/** Records that are staged by one message. */
export const MAX_CHUNK = 2_500;
/** Letters of one record; far above any real one. */
export const MAX_LINE = 2_000_000;
/** Bytes of a file that is read at all. */
export const MAX_BYTES = 200 * 1024 * 1024;
/** How deep a record may be nested. */
export const MAX_DEPTH = 12;
