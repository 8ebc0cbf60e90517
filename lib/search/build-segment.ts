import type { PaperId } from '../paper';
import { RecordWriter, writeSegment, type Segment } from './segment';
import { stem } from './stem';
import { isStopWord } from './stop-words';
import { tokenise } from './tokens';

/** What is searched of one paper. Tags are not: their names are matched when one searches. */
export interface IndexDocument {
  id: PaperId;
  title: string;
  authors: readonly string[];
  abstract?: string | undefined;
  note?: string | undefined;
}

/** How many times a word of a field counts; whole numbers above 0. */
export interface FieldWeights {
  title: number;
  authors: number;
  abstract: number;
  note: number;
}

export const FIELD_WEIGHTS: FieldWeights = { title: 2, authors: 1, abstract: 1, note: 1 };

// No phrase reaches over the end of a field or of a name.
const GAP = 8;

/**
 * Indexes documents, some thousands at a time; of two with one id the later counts. Words of all
 * fields go into one, as many times as their field weighs (BM25F with one length). Stop words keep
 * their places but are not indexed, except in names: there is a Kaiming He.
 */
export function buildSegment(
  documents: readonly IndexDocument[],
  weights: FieldWeights = FIELD_WEIGHTS,
): Segment {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const ids = [...byId.keys()].sort(inOrder);
  const lengths = new Uint32Array(ids.length);
  const titleLengths = new Uint8Array(ids.length);
  const vocabulary = new Vocabulary();
  const occurrences = new Occurrences();

  for (const [doc, id] of ids.entries()) {
    const { title, authors, abstract = '', note = '' } = byId.get(id)!;
    let start = 0;
    const add = (text: string, weight: number, isName = false) => {
      let places = 0;
      for (const { word, place } of tokenise(text)) {
        places = place + 1;
        if (!isName && isStopWord(word)) continue;
        occurrences.add(vocabulary.stemOf(word), doc, start + place, weight);
        lengths[doc]! += weight;
      }
      start += places + GAP;
      return places;
    };
    titleLengths[doc] = Math.min(add(title, weights.title), 255);
    for (const author of authors) add(author, weights.authors, true);
    add(abstract, weights.abstract);
    add(note, weights.note);
  }

  const terms = vocabulary.terms();
  const numbers = new Map(terms.map((term, i) => [term, i]));
  const sorted = occurrences.byStem(vocabulary.stems.length);
  const writer = new RecordWriter();
  for (const term of terms) {
    const number = vocabulary.numberOf(term);
    if (number !== undefined) sorted.write(number, writer);
    const base = vocabulary.baseOf(term);
    writer.end(base === term ? -1 : numbers.get(base)!);
  }
  return writeSegment({ ids, lengths, titleLengths, terms, ...writer.finish() });
}

/** The order of ids and terms everywhere in the index, by UTF-16 units. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Stems, numbered as they come, and the words they were met as. */
class Vocabulary {
  readonly stems: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly words = new Map<string, number>();

  stemOf(word: string): number {
    let number = this.words.get(word);
    if (number !== undefined) return number;
    const base = stem(word);
    number = this.numbers.get(base);
    if (number === undefined) {
      number = this.stems.push(base) - 1;
      this.numbers.set(base, number);
    }
    this.words.set(word, number);
    return number;
  }

  numberOf(term: string): number | undefined {
    return this.numbers.get(term);
  }

  /** The stem of a word that was met; a term that was met as a stem only is its own. */
  baseOf(term: string): string {
    const number = this.words.get(term);
    return number === undefined ? term : this.stems[number]!;
  }

  /** Stems and words, sorted. */
  terms(): string[] {
    return [...new Set([...this.stems, ...this.words.keys()])].sort(inOrder);
  }
}

/** Every occurrence of every stem, as four columns of numbers. */
class Occurrences {
  private rows = new Uint32Array(4 * 4096);
  private size = 0;

  add(stemNumber: number, doc: number, place: number, weight: number): void {
    const at = 4 * this.size++;
    if (at === this.rows.length) {
      const larger = new Uint32Array(2 * at);
      larger.set(this.rows);
      this.rows = larger;
    }
    this.rows[at] = stemNumber;
    this.rows[at + 1] = doc;
    this.rows[at + 2] = place;
    this.rows[at + 3] = weight;
  }

  /** Sorted by stem; documents and places are in order already, and stay so. */
  byStem(stems: number) {
    const { rows, size } = this;
    const starts = new Uint32Array(stems + 1);
    for (let i = 0; i < size; i++) starts[rows[4 * i]! + 1]!++;
    for (let i = 0; i < stems; i++) starts[i + 1]! += starts[i]!;
    const next = starts.slice();
    const order = new Uint32Array(size);
    for (let i = 0; i < size; i++) order[next[rows[4 * i]!]!++] = 4 * i;

    return {
      write(stemNumber: number, writer: RecordWriter): void {
        const end = starts[stemNumber + 1]!;
        for (let i = starts[stemNumber]!; i < end;) {
          const doc = rows[order[i]! + 1]!;
          const first = i;
          let weight = 0;
          let before = 0;
          for (; i < end && rows[order[i]! + 1] === doc; i++) {
            const place = rows[order[i]! + 2]!;
            weight += rows[order[i]! + 3]!;
            writer.place(place - before);
            before = place;
          }
          writer.posting(doc, weight, i - first);
        }
      },
    };
  }
}
