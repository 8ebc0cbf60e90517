import type { SearchIndex } from './search-index';
import { newPostings, readPostings } from './segment';

/** Some words that follow each other: for each the stems it may be, and its place among them. */
export type Sequence = readonly { stems: readonly string[]; place: number }[];

// Document and place as one number, which sorts as they do; far more places than a note has.
const STRIDE = 2 ** 21;
const BIAS = 2 ** 12;

const postings = newPostings();

/**
 * The documents in which the words stand at these distances from each other, in one field.
 * @param within a byte per document, 1 where it is worth to look
 * @param inTitle whether only titles count
 */
export function documentsWith(
  index: SearchIndex,
  words: Sequence,
  within: Uint8Array,
  inTitle = false,
): Set<number> {
  let left = within;
  let starts: number[] | undefined;
  for (const { stems, place } of words) {
    const found = occurrences(index, stems, place - words[0]!.place, left, inTitle);
    starts = starts ? shared(starts, found) : found;
    left = new Uint8Array(index.size);
    for (const start of starts) left[Math.floor(start / STRIDE)] = 1;
  }
  return new Set(starts?.map((start) => Math.floor(start / STRIDE)));
}

/** Where the stems stand, moved back by `shift` places; sorted. */
function occurrences(
  { segments, bases }: SearchIndex,
  stems: readonly string[],
  shift: number,
  within: Uint8Array,
  inTitle: boolean,
): number[] {
  const found: number[] = [];
  for (const [s, segment] of segments.entries())
    for (const stem of stems) {
      const i = segment.terms.indexOf(stem);
      if (i === -1) continue;
      readPostings(segment, i, postings);
      const { size, docs, counts, places } = postings;
      for (let n = 0; n < size; n++) {
        const doc = bases[s]! + docs[n]!;
        const end = inTitle ? segment.titleLengths[docs[n]!]! : STRIDE;
        let place = 0;
        for (let count = counts[n]!; count > 0; count--) {
          place += places.varint();
          if (within[doc] && place < end) found.push(doc * STRIDE + place + BIAS - shift);
        }
      }
    }
  return stems.length > 1 ? found.sort((a, b) => a - b) : found;
}

/** The numbers that stand in both sorted lists. */
function shared(a: readonly number[], b: readonly number[]): number[] {
  let j = 0;
  return a.filter((number) => {
    while (j < b.length && b[j]! < number) j++;
    return b[j] === number;
  });
}
