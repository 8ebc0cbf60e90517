import type { BackupHead, BackupTable } from './format';

/** What is wrong with a file, and where; `say-problem` makes a sentence of it. */
export type BackupProblem =
  | { kind: 'tooBig'; bytes: number }
  | { kind: 'notJson' }
  | { kind: 'notOurs' }
  | { kind: 'newer'; version: number }
  /** The file ends after this many whole records. */
  | { kind: 'cut'; after: number; of: number }
  | { kind: 'checksum' }
  | { kind: 'count'; table: BackupTable; promised: number; found: number };

/** A file, read. Without problems it is whole; with some, `records` are those that can be tried. */
export interface BackupReading {
  head?: BackupHead;
  /** Each `["papers",{…}]`, in the order of the file: record 1 is `records[0]`. */
  records: string[];
  /** The line of the file that each record stands on, where it has lines of its own. */
  lines?: readonly number[];
  problems: BackupProblem[];
}

/** What was found in a file, before it is judged. */
export interface Scan {
  head: Record<string, unknown>;
  records: string[];
  lines?: number[];
  counts: Map<string, number>;
  /** False where the file ended before its end. */
  complete: boolean;
}
