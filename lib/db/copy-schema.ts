import Dexie, { type DexieOptions, type EntityTable, type Table } from 'dexie';
import type { LibraryEntry, Paper, PaperId, Tag } from '../paper';
import type {
  Alias,
  DigestRow,
  Distinct,
  FeedbackRow,
  JournalRow,
  Merge,
  NotifiedRow,
} from './rows';

/** What the user decided, with the history of it. */
export const DECIDED = ['library', 'tags', 'journal', 'distinct'] as const;

/** What the user was told and said of it; merges lead from a digest to what its papers are now. */
export const TOLD = ['notified', 'feedback', 'digests', 'merges'] as const;

/** The tables of the second copy, under the names they have in the database. */
export const COPIED = ['papers', 'aliases', ...DECIDED, ...TOLD] as const;

/**
 * The second copy: what the user decided and was told, and the papers it is about, in files of its
 * own. Versions are never edited once released. Chromium
 * deletes a database that it cannot open. One such is a log that was cut off within a record and
 * written on after the restart, as happens once in some 700 ends by kill -9 amid writes (2026-11).
 */
export class CopyDb extends Dexie {
  papers!: EntityTable<Paper, 'id'>;
  aliases!: EntityTable<Alias, 'key'>;
  library!: EntityTable<LibraryEntry, 'paperId'>;
  tags!: EntityTable<Tag, 'id'>;
  journal!: EntityTable<JournalRow, 'id'>;
  notified!: Table<NotifiedRow, [PaperId, string]>;
  feedback!: Table<FeedbackRow, [PaperId, string]>;
  digests!: EntityTable<DigestRow, 'date'>;
  merges!: EntityTable<Merge, 'id'>;
  distinct!: Table<Distinct, [PaperId, PaperId]>;

  constructor(options?: DexieOptions) {
    super('offprint-copy', options);
    this.version(1).stores({
      papers: 'id',
      aliases: 'key, paperId',
      library: 'paperId',
      tags: 'id',
      journal: 'id',
    });
    this.version(2).stores({
      notified: '[paperId+kind]',
      feedback: '[paperId+kind]',
      digests: 'date',
      merges: 'id',
      distinct: '[a+b]',
    });
  }
}
