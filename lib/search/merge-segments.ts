import { inOrder } from './build-segment';
import {
  newPostings,
  readPostings,
  RecordWriter,
  termHead,
  writeSegment,
  type Segment,
} from './segment';

/**
 * One segment of the live documents of several, in which no id is live twice. Stems that no live
 * document has are dropped with the words that led to them.
 * @param live a byte per document of each segment, 0 where it was deleted or superseded (see
 * `liveDocuments`); the new segment may take the place of the last one it was made of
 */
export function mergeSegments(segments: readonly Segment[], live: readonly Uint8Array[]): Segment {
  const documents = segments
    .flatMap(({ ids }, s) =>
      Array.from(ids.from(0), (id, doc) => ({ id, s, doc })).filter(({ doc }) => live[s]![doc]),
    )
    .sort((a, b) => inOrder(a.id, b.id));
  const sources = segments.map((segment): Source => ({
    segment,
    terms: [...segment.terms.from(0)],
    next: 0,
    numbers: new Int32Array(segment.ids.size).fill(-1),
  }));
  for (const [i, { s, doc }] of documents.entries()) sources[s]!.numbers[doc] = i;

  const stems = new Map<string, string>();
  for (const source of sources) addLiveTerms(source, stems);
  const terms = [...stems.keys()].sort(inOrder);
  const numbers = new Map(terms.map((term, i) => [term, i]));
  const rows = new Rows();
  const writer = new RecordWriter();
  for (const term of terms) {
    for (const source of sources) rows.add(source, term);
    rows.write(writer);
    const stem = stems.get(term)!;
    writer.end(stem === term ? -1 : numbers.get(stem)!);
  }
  return writeSegment({
    ids: documents.map(({ id }) => id),
    lengths: Uint32Array.from(documents, ({ s, doc }) => segments[s]!.lengths[doc]!),
    titleLengths: Uint8Array.from(documents, ({ s, doc }) => segments[s]!.titleLengths[doc]!),
    terms,
    ...writer.finish(),
  });
}

interface Source {
  segment: Segment;
  terms: readonly string[];
  /** Up to where its terms were merged. */
  next: number;
  /** The number of each document in the merged segment, or -1. */
  numbers: Int32Array;
}

const postings = newPostings();

/** Adds each term that leads to a live document, and the stem it is a form of: itself, or another. */
function addLiveTerms({ segment, terms, numbers }: Source, stems: Map<string, string>): void {
  const isLive = terms.map((_, i) => {
    readPostings(segment, i, postings);
    for (let n = 0; n < postings.size; n++) if (numbers[postings.docs[n]!]! >= 0) return true;
    return false;
  });
  for (const [i, term] of terms.entries()) {
    const { stem } = termHead(segment, i);
    if (stem !== -1 && isLive[stem]) stems.set(term, terms[stem]!);
    else if (isLive[i] && !stems.has(term)) stems.set(term, term);
  }
}

/** The postings of one term, from any number of segments, as columns that are used again. */
class Rows {
  private readonly docs: number[] = [];
  private readonly weights: number[] = [];
  /** Where the distances of each row begin, and where those of the last end. */
  private readonly starts: number[] = [0];
  private readonly distances: number[] = [];

  add(source: Source, term: string): void {
    const { segment, terms, numbers } = source;
    while (source.next < terms.length && terms[source.next]! < term) source.next++;
    if (terms[source.next] !== term) return;
    readPostings(segment, source.next, postings);
    const { size, docs, weights, counts, places } = postings;
    for (let n = 0; n < size; n++) {
      const doc = numbers[docs[n]!]!;
      for (let count = counts[n]!; count > 0; count--) {
        const distance = places.varint();
        if (doc >= 0) this.distances.push(distance);
      }
      if (doc < 0) continue;
      this.docs.push(doc);
      this.weights.push(weights[n]!);
      this.starts.push(this.distances.length);
    }
  }

  write(writer: RecordWriter): void {
    const { docs, weights, starts, distances } = this;
    const isSorted = docs.every((doc, n) => n === 0 || docs[n - 1]! < doc);
    const order = docs.map((_, n) => n);
    if (!isSorted) order.sort((a, b) => docs[a]! - docs[b]!);
    for (const n of order) {
      const end = starts[n + 1]!;
      writer.posting(docs[n]!, weights[n]!, end - starts[n]!);
      for (let at = starts[n]!; at < end; at++) writer.place(distances[at]!);
    }
    docs.length = weights.length = distances.length = 0;
    starts.length = 1;
  }
}
