import type { Digest } from '../digest/digest';
import type { Day, FeedbackKind, Instant, LibraryEntry, PaperId, Tag } from '../paper';
import type { PaperTrend } from '../trending/candidates';

/** A strong identifier and the paper it names. */
export interface Alias {
  key: string;
  paperId: PaperId;
}

/** `merges`: two papers became one or two again; `distinct`: they were said to be two. */
export type JournalEntity = 'library' | 'tags' | 'merges' | 'distinct';

/** One change of one field by the user, written in the transaction that made it. */
export interface JournalRow {
  /** A ULID of the hybrid clock: ordered even when the system's clock goes back. */
  id: string;
  /** One group per act of the user; a bulk edit is one group. */
  groupId: string;
  at: Instant;
  device: string;
  clock: string;
  entity: JournalEntity;
  entityId: string;
  field: string;
  before: unknown;
  after: unknown;
  /** The group this one takes back. */
  undoes?: string;
  /** Tags made on the way, so that undo removes them again. */
  created?: Tag[];
  /** Tags that went because an undo left them unused; undoing that brings them back. */
  dropped?: Tag[];
  /** Older than a year: only the last change of each field is left, and it cannot be undone. */
  compacted?: boolean;
}

/** A row as it stood before a merge or an import touched it; null: there was none. */
export interface BeforeImage {
  table: string;
  key: unknown;
  row: unknown;
}

export interface Merge {
  id: string;
  from: PaperId;
  to: PaperId;
  at: Instant;
  /** Empty once the texts are dropped: it cannot be taken apart, but the id still leads on. */
  before: BeforeImage[];
  /** The entry that was made of both; absent where neither or one was saved, and in old rows. */
  made?: LibraryEntry;
  /** True where the user merged them; otherwise the rules did. */
  byHand?: boolean;
}

/** Two papers that the user said are two; `a` is the smaller id. */
export interface Distinct {
  a: PaperId;
  b: PaperId;
  at: Instant;
}

/** A counter of a paper as it was observed. */
export type TrendRow = PaperTrend;

export interface FeedbackRow {
  paperId: PaperId;
  kind: FeedbackKind;
  at: Instant;
}

/** Told already: written with the digest, before anyone is notified. */
export interface NotifiedRow {
  paperId: PaperId;
  kind: 'digest';
  at: Instant;
}

export type DigestRow = Digest;

/** An abstract that was asked for. */
export interface Fill {
  /** The identifier to look up, `arxiv:…`. */
  key: string;
  paperId: PaperId;
  state: 'waiting' | 'missing';
  askedAt: Instant;
  /** When it may be tried next. */
  nextAt: Instant;
  tries: number;
}

/** One network request, for the log that settings show. */
export interface RequestRow {
  id: number;
  at: Instant;
  host: string;
  url: string;
  /** Why it was made, a key such as `fill-abstracts`. */
  why: string;
  /** The status, or the kind of failure in a word. */
  result: string;
  bytes: number;
  ms: number;
}

/** Papers whose text was written and is not in the search index yet. */
export interface DirtyRow {
  id: number;
  paperIds: readonly PaperId[] | 'all';
}

/** A paper that is in the search index, and of which text. */
export interface IndexedRow {
  id: PaperId;
  /** Made by `lib/db/text-hash`. */
  hash: number;
}

/** An immutable piece of the search index (`lib/search/segment`); a later one supersedes. */
export interface SegmentRow {
  id: number;
  bytes: Uint8Array;
}

/** A paper that went, and whose words are still in some segment. */
export interface GoneRow {
  id: PaperId;
}

/** A piece of an import that waits for its commit, or of what it replaced. */
export interface Staged {
  importId: string;
  n: number;
  data: unknown;
}

export interface SiteHealth {
  site: string;
  day: Day;
  at: Instant;
  pages: number;
  rowsPromised: number;
  rowsFound: number;
  abstractsPromised: number;
  abstractsFound: number;
  errors: string[];
  /** Address of the last page that gave less than it promised. */
  worst?: {
    listing: string;
    rowsPromised: number;
    rowsFound: number;
    abstractsPromised: number;
    abstractsFound: number;
  };
}

/**
 * `waiting`: asked for and on its way; `stopped`: by the user, with what had come; `removed`: to be
 * deleted soon, and until then there is a way back.
 */
export type PdfState = 'waiting' | 'stopped' | 'kept' | 'failed' | 'removed';

/** The PDF of a paper, or the wish for it. Its bytes are in pieces, apart. */
export interface PdfRow {
  /** A ULID; the pieces name it. */
  id: string;
  paperId: PaperId;
  /** The paper it was asked for: another one than `paperId` after a merge. */
  keptFor: PaperId;
  url: string;
  host: string;
  state: PdfState;
  /** Bytes that are here; always the sum of its pieces. */
  received: number;
  /** Bytes in all, where the server has said. */
  size?: number;
  /** Marks the file at its address: with it the rest can be asked for. */
  etag?: string;
  askedAt: Instant;
  /** When it may be tried next. */
  nextAt: Instant;
  tries: number;
  /** What the last try ended with, in a word such as `429` or `not a pdf`. */
  why?: string;
  keptAt?: Instant;
  removedAt?: Instant;
}

/** A run of bytes of a PDF that begins at `at`. */
export interface PdfPiece {
  pdf: string;
  at: number;
  bytes: Uint8Array<ArrayBuffer>;
}
