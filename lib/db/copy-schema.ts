import Dexie, { type DexieOptions, type EntityTable, type Table } from 'dexie';
import type { LibraryEntry, Paper, PaperId, Tag } from '../paper';
import type { Alias, Distinct, JournalRow } from './rows';

/** The tables of the second copy, under the names they have in the database. */
export const COPIED = ['papers', 'aliases', 'library', 'tags', 'journal', 'distinct'] as const;

/**
 * The second copy: what the user decided, and the papers it is about, in files of its own. Chromium
 * deletes a database that it cannot open. One such is a log that was cut off within a record and
 * written on after the restart, as happens once in some 700 ends by kill -9 amid writes (2026-11).
 */
export class CopyDb extends Dexie {
  papers!: EntityTable<Paper, 'id'>;
  aliases!: EntityTable<Alias, 'key'>;
  library!: EntityTable<LibraryEntry, 'paperId'>;
  tags!: EntityTable<Tag, 'id'>;
  journal!: EntityTable<JournalRow, 'id'>;
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
    this.version(2).stores({ distinct: '[a+b]' });
  }
}
