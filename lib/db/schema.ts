import Dexie, { type DexieOptions, type EntityTable, type Table } from 'dexie';
import type { LibraryEntry, Paper, PaperId, Sighting, Tag } from '../paper';
import { noteDirty } from './note-dirty';
import type {
  Alias,
  DigestRow,
  DirtyRow,
  Distinct,
  FeedbackRow,
  Fill,
  GoneRow,
  IndexedRow,
  JournalRow,
  Merge,
  NotifiedRow,
  PdfPiece,
  PdfRow,
  RequestRow,
  SegmentRow,
  SiteHealth,
  Staged,
  TrendRow,
} from './rows';

export const DATABASE_NAME = 'offprint';

/**
 * The database. Versions are never edited once released: a change is a new `version(n)` with its
 * own fixture under `tests/fixtures/db`.
 */
export class OffprintDb extends Dexie {
  papers!: EntityTable<Paper, 'id'>;
  aliases!: EntityTable<Alias, 'key'>;
  sightings!: Table<Sighting, [PaperId, string, string]>;
  trends!: Table<TrendRow, [PaperId, string, string]>;
  library!: EntityTable<LibraryEntry, 'paperId'>;
  tags!: EntityTable<Tag, 'id'>;
  journal!: EntityTable<JournalRow, 'id'>;
  merges!: EntityTable<Merge, 'id'>;
  feedback!: Table<FeedbackRow, [PaperId, string]>;
  notified!: Table<NotifiedRow, [PaperId, string]>;
  digests!: EntityTable<DigestRow, 'date'>;
  fills!: EntityTable<Fill, 'key'>;
  requests!: EntityTable<RequestRow, 'id'>;
  staging!: Table<Staged, [string, number]>;
  siteHealth!: Table<SiteHealth, [string, string]>;
  dirty!: EntityTable<DirtyRow, 'id'>;
  indexed!: EntityTable<IndexedRow, 'id'>;
  segments!: EntityTable<SegmentRow, 'id'>;
  gone!: EntityTable<GoneRow, 'id'>;
  distinct!: Table<Distinct, [PaperId, PaperId]>;
  pdfs!: EntityTable<PdfRow, 'id'>;
  pdfPieces!: Table<PdfPiece, [string, number]>;

  /** Called when papers were written that the search index has to follow, before the commit. */
  onDirty: () => void = () => {};

  constructor(options?: DexieOptions, name = DATABASE_NAME) {
    // Strict: an acknowledged change is on the disk, not only in the browser's memory.
    super(name, { chromeTransactionDurability: 'strict', ...options });
    this.version(1).stores({
      papers: 'id, titleKey, lastSeenAt, heardAt, publishedAt',
      aliases: 'key, paperId',
      sightings: '[paperId+listing+day], [site+day], day',
      trends: '[paperId+source+signal], at',
      library: 'paperId, savedAt, *tagIds, status, [status+savedAt]',
      tags: 'id, &nameKey',
      journal: 'id, groupId, at, [entity+entityId]',
      merges: 'id, from, to, at',
      feedback: '[paperId+kind], at',
      notified: '[paperId+kind], at',
      digests: 'date',
      fills: 'key, nextAt',
      requests: '++id, at',
      staging: '[importId+n]',
      siteHealth: '[site+day]',
    });
    this.version(2).stores({
      dirty: '++id',
      indexed: 'id',
      segments: '++id',
      gone: 'id',
      distinct: '[a+b], b',
      pdfs: 'id, paperId, [state+nextAt]',
      pdfPieces: '[pdf+at]',
      library: 'paperId, savedAt, *tagIds, status, [status+savedAt], order',
      journal: 'id, groupId, at, [entity+entityId], [field+at]',
    });
    noteDirty(this, () => this.onDirty());
  }
}

/**
 * Every table whose rows belong to a paper, with how a row names it. Merge, forget and delete walk
 * this list; a test holds it against the schema.
 */
export const PAPER_TABLES = ['sightings', 'trends', 'feedback', 'notified'] as const;

/** Tables that are made from others: no backup has them, and nothing goes back to what they were. */
export const DERIVED_TABLES = ['dirty', 'indexed', 'segments', 'gone'] as const;
