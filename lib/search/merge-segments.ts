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

/** The postings of one term, from any number of segments. */
class Rows {
  private rows: { doc: number; weight: number; distances: number[] }[] = [];

  add(source: Source, term: string): void {
    const { segment, terms, numbers } = source;
    while (source.next < terms.length && terms[source.next]! < term) source.next++;
    if (terms[source.next] !== term) return;
    readPostings(segment, source.next, postings);
    const { size, docs, weights, counts, places } = postings;
    for (let n = 0; n < size; n++) {
      const distances = Array.from({ length: counts[n]! }, () => places.varint());
      const doc = numbers[docs[n]!]!;
      if (doc >= 0) this.rows.push({ doc, weight: weights[n]!, distances });
    }
  }

  write(writer: RecordWriter): void {
    for (const { doc, weight, distances } of this.rows.sort((a, b) => a.doc - b.doc)) {
      writer.posting(doc, weight, distances.length);
      for (const distance of distances) writer.place(distance);
    }
    this.rows = [];
  }
}
