import type { PaperId } from '../paper';
import type { Segment } from './segment';

/** How BM25 weighs: `k1` how soon repetition stops to count, `b` how much length does. */
export interface Bm25 {
  k1: number;
  b: number;
}

export const BM25: Bm25 = { k1: 1.2, b: 0.75 };

/** Some segments as one index, at one moment. Documents are numbered through all segments. */
export interface SearchIndex {
  segments: readonly Segment[];
  /** The number of each segment's first document. */
  bases: readonly number[];
  /** How many documents there are, dead ones included. */
  size: number;
  /** A byte per document, 0 where it was deleted or superseded. */
  live: Uint8Array;
  /** How many live documents there are. */
  documents: number;
  bm25: Bm25;
  /** BM25's share of the length by document, k1·(1 − b + b·length/average), over live documents. */
  norms: Float64Array;
  idOf(doc: number): PaperId;
  /** The id of every document by its number; read at the first call. */
  ids(): readonly PaperId[];
  /** The number of a live document, or -1. */
  docOf(id: PaperId): number;
  /** A byte per document, 1 where it is live and `accepts` its id; asked once for each. */
  mask(accepts: (id: PaperId) => boolean): Uint8Array;
}

/**
 * Opens segments, oldest first, for searching: all that needs to know every document is done here.
 * @param deleted tombstones; one is lifted by the caller when its paper is indexed anew
 */
export function openIndex(
  segments: readonly Segment[],
  deleted: Iterable<PaperId> = [],
  bm25: Bm25 = BM25,
): SearchIndex {
  const bases: number[] = [];
  let size = 0;
  for (const { ids } of segments) {
    bases.push(size);
    size += ids.size;
  }
  const live = new Uint8Array(size);
  for (const [s, bytes] of liveDocuments(segments, deleted).entries()) live.set(bytes, bases[s]);

  const lengths = new Float64Array(size);
  for (const [s, segment] of segments.entries()) lengths.set(segment.lengths, bases[s]);
  let documents = 0;
  let total = 0;
  for (let doc = 0; doc < size; doc++) {
    if (!live[doc]) continue;
    documents++;
    total += lengths[doc]!;
  }
  const { k1, b } = bm25;
  const norms = lengths.map((length) => k1 * (1 - b + (b * length * documents) / (total || 1)));

  let allIds: PaperId[] | undefined;
  const ids = (): readonly PaperId[] =>
    (allIds ??= segments.flatMap((segment) => [...segment.ids.from(0)]));

  function idOf(doc: number): PaperId {
    if (allIds) return allIds[doc]!;
    const s = bases.findLastIndex((base) => base <= doc);
    return segments[s]!.ids.at(doc - bases[s]!);
  }

  function docOf(id: PaperId): number {
    for (let s = segments.length - 1; s >= 0; s--) {
      const doc = bases[s]! + segments[s]!.ids.indexOf(id);
      if (doc >= bases[s]! && live[doc]) return doc;
    }
    return -1;
  }

  const mask = (accepts: (id: PaperId) => boolean) =>
    live.map((isLive, doc) => (isLive && accepts(ids()[doc]!) ? 1 : 0));

  return { segments, bases, size, live, documents, bm25, norms, ids, idOf, docOf, mask };
}

/**
 * A byte per document of each segment: 0 where its id is among `deleted`, or again in a later
 * segment, which supersedes it.
 */
export function liveDocuments(
  segments: readonly Segment[],
  deleted: Iterable<PaperId> = [],
): Uint8Array[] {
  const live = segments.map(({ ids }) => new Uint8Array(ids.size).fill(1));
  const bury = (id: PaperId, before: number) => {
    for (let s = 0; s < before; s++) {
      const doc = segments[s]!.ids.indexOf(id);
      if (doc !== -1) live[s]![doc] = 0;
    }
  };
  for (const id of deleted) bury(id, segments.length);
  for (let s = 1; s < segments.length; s++) for (const id of segments[s]!.ids.from(0)) bury(id, s);
  return live;
}
