import { BACKUP_TABLES, type BackupTable } from '../backup/format';
import type { BackupProblem } from '../backup/reading';

/** How many came back as they are in the file, of those that it holds or promises. */
export interface Readable {
  readable: number;
  of: number;
}

/** A record that did not come back. */
export interface Unreadable {
  /** Its number among the records of the file, from 1. */
  n: number;
  /** Its line in the file, from 1, where each record has one. */
  line?: number;
  why: string;
}

/** What came of restoring a backup into a scratch database. */
export interface Rehearsal {
  tables: Record<BackupTable, Readable>;
  /** Papers of the list that have a note. */
  notes: Readable;
  problems: readonly BackupProblem[];
  /** In the order of the file. */
  bad: readonly Unreadable[];
}

/** Whether all of it would come back. */
export function isWhole({ tables, problems, bad }: Rehearsal): boolean {
  const isAll = BACKUP_TABLES.every((name) => tables[name].readable === tables[name].of);
  return isAll && problems.length === 0 && bad.length === 0;
}
