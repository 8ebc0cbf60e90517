import { asNumbers, ByteReader, ByteWriter, pack, unpack } from './bytes';
import { openStringTable, writeStringTable, type StringTable } from './string-table';

/**
 * An immutable piece of the index: some documents, and which words stand where in them. Documents
 * are numbered in the order of their ids, terms in theirs. The term table holds stems, which have
 * postings, and words as they were written, which point to their stem: so that what is being typed
 * finds a stem it does not begin with, and typing errors are compared with real words.
 */
export interface Segment {
  /** All of it, to be kept as it is. */
  bytes: Uint8Array;
  ids: StringTable;
  /** Weighted number of words of each document. */
  lengths: Uint32Array;
  /** How many words each title has; 255 stands for more. */
  titleLengths: Uint8Array;
  terms: StringTable;
  /** Where the record of each term begins in `records`. */
  offsets: Uint32Array;
  records: Uint8Array;
}

/** What is written into a segment; documents and terms sorted, records as `RecordWriter` made. */
export interface SegmentParts {
  ids: readonly string[];
  lengths: Uint32Array;
  titleLengths: Uint8Array;
  terms: readonly string[];
  offsets: Uint32Array;
  records: Uint8Array;
}

const PARTS = 8;

export function writeSegment(parts: SegmentParts): Segment {
  const bytes = pack([
    ...writeStringTable(parts.ids),
    parts.lengths,
    parts.titleLengths,
    ...writeStringTable(parts.terms),
    parts.offsets,
    parts.records,
  ]);
  return openSegment(bytes)!;
}

/** Opens the bytes of a segment in no time; undefined when they are not whole, or of another age. */
export function openSegment(bytes: Uint8Array): Segment | undefined {
  const parts = unpack(bytes, PARTS);
  if (!parts) return undefined;
  const [idBlocks, ids, lengths, titleLengths, termBlocks, terms, offsets, records] = parts;
  return {
    bytes,
    ids: openStringTable(idBlocks!, ids!),
    lengths: asNumbers(lengths!),
    titleLengths: titleLengths!,
    terms: openStringTable(termBlocks!, terms!),
    offsets: asNumbers(offsets!),
    records: records!,
  };
}

/** The occurrences of one term, document by document; reused from term to term. */
export interface Postings {
  /** How many documents; only so many entries of the arrays count. */
  size: number;
  docs: Uint32Array;
  /** Weighted number of occurrences. */
  weights: Uint32Array;
  /** Number of occurrences. */
  counts: Uint32Array;
  /** Reads the places: for each occurrence the distance to the one before in the document. */
  places: ByteReader;
}

export function newPostings(): Postings {
  return { ...arraysOf(1024), size: 0, places: new ByteReader(new Uint8Array()) };
}

function arraysOf(n: number) {
  return { docs: new Uint32Array(n), weights: new Uint32Array(n), counts: new Uint32Array(n) };
}

// A record: 0, or 1 + the number of the stem; the number of documents; for each the distance to the
// one before, doubled, plus 1 where a single occurrence of weight 1 follows; else weight and count;
// then all places.

/** Number of the stem that term `i` is a form of, or -1; and how many documents it has itself. */
export function termHead({ records, offsets }: Segment, i: number): { stem: number; df: number } {
  const reader = new ByteReader(records, offsets[i]);
  return { stem: reader.varint() - 1, df: reader.varint() };
}

/** Reads the postings of term `i`. */
export function readPostings({ records, offsets }: Segment, i: number, into: Postings): void {
  const reader = new ByteReader(records, offsets[i]);
  reader.varint();
  const size = (into.size = reader.varint());
  if (size > into.docs.length) Object.assign(into, arraysOf(2 * size));
  const { docs, weights, counts } = into;
  let doc = 0;
  for (let n = 0; n < size; n++) {
    const step = reader.varint();
    docs[n] = doc += step >>> 1;
    weights[n] = step & 1 ? 1 : reader.varint();
    counts[n] = step & 1 ? 1 : reader.varint();
  }
  into.places = reader;
}

/** Writes the records of terms, in their order. */
export class RecordWriter {
  private readonly records = new ByteWriter();
  private readonly places = new ByteWriter();
  private readonly postings = new ByteWriter();
  private readonly offsets: number[] = [];
  private size = 0;
  private last = 0;

  /** One document of the term at hand; its places, in order, are then given to `place`. */
  posting(doc: number, weight: number, count: number): void {
    const isPlain = weight === 1 && count === 1;
    this.postings.varint(((doc - this.last) << 1) | (isPlain ? 1 : 0));
    if (!isPlain) {
      this.postings.varint(weight);
      this.postings.varint(count);
    }
    this.last = doc;
    this.size++;
  }

  place(distance: number): void {
    this.places.varint(distance);
  }

  /** Ends the term at hand, a form of the term numbered `stem` or, at -1, of none. */
  end(stem: number): void {
    this.offsets.push(this.records.length);
    this.records.varint(stem + 1);
    this.records.varint(this.size);
    this.records.append(this.postings.view());
    this.records.append(this.places.view());
    this.postings.length = this.places.length = this.size = this.last = 0;
  }

  finish(): Pick<SegmentParts, 'offsets' | 'records'> {
    return { offsets: Uint32Array.from(this.offsets), records: this.records.bytes() };
  }
}
