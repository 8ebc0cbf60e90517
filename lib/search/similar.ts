import type { PaperId } from '../paper';
import type { SearchIndex } from './search-index';
import { termHead } from './segment';
import { addWord, newScores } from './score';
import { stem } from './stem';
import { isStopWord } from './stop-words';
import { tokenise } from './tokens';
import { topOf } from './top';

export interface SimilarPaper {
  id: PaperId;
  score: number;
  /** Words of the text that it has too, the most telling first, as the text writes them. */
  words: string[];
}

// A word that comes up more often says no more of what a text is about.
const MAX_COUNT = 3;
const MAX_TOLD = 32;

/**
 * The papers most like a text, which is a title and an abstract: BM25 with all of its words as the
 * query.
 * @param exclude the paper whose text it is
 * @param within what filters leave, made by `SearchIndex.mask`
 */
export function similarPapers(
  index: SearchIndex,
  text: string,
  exclude: PaperId | undefined,
  { limit = 10, within = index.live }: { limit?: number; within?: Uint8Array } = {},
): SimilarPaper[] {
  const words = tellingWords(index, text);
  const into = newScores(index.size);
  const { scores, bits } = into;
  const told = words.slice(0, MAX_TOLD).map((word, i) => ({ ...word, bit: 1 << i }));
  for (const [i, { stem, count }] of words.entries()) {
    const bit = told[i]?.bit ?? 0;
    const df = addWord(index, { stems: [stem], weight: count, bits: bit }, into);
    // Now that it is known how many live ones have it.
    if (bit) told[i]!.value = valueOf(index, count, df);
  }
  told.sort(moreTelling);
  const self = exclude === undefined ? -1 : index.docOf(exclude);
  const isFound = (doc: number) => doc !== self && scores[doc]! > 0 && within[doc] === 1;
  const comesBefore = (a: number, b: number) =>
    scores[a] === scores[b] ? index.idOf(a) > index.idOf(b) : scores[a]! > scores[b]!;
  return topOf(index.size, limit, isFound, comesBefore).map((doc) => ({
    id: index.idOf(doc),
    score: scores[doc]!,
    words: told.flatMap(({ written, bit }) => (bits[doc]! & bit ? written : [])),
  }));
}

interface TellingWord {
  stem: string;
  written: string;
  /** Where it stands first. */
  start: number;
  /** How often the text has it, capped. */
  count: number;
  /** How far it sets the text apart from the rest of the index. */
  value: number;
}

/** The words of a text, most telling first as far as known without reading postings. */
function tellingWords(index: SearchIndex, text: string): TellingWord[] {
  const words = new Map<string, TellingWord>();
  for (const { word, start, end } of tokenise(text)) {
    if (isStopWord(word)) continue;
    const base = stem(word);
    const known = words.get(base);
    if (known) known.count = Math.min(known.count + 1, MAX_COUNT);
    else
      words.set(base, { stem: base, written: text.slice(start, end), start, count: 1, value: 0 });
  }
  const all = [...words.values()];
  for (const word of all) word.value = valueOf(index, word.count, documentsOf(index, word.stem));
  return all.sort(moreTelling);
}

function moreTelling(a: TellingWord, b: TellingWord): number {
  return b.value - a.value || a.start - b.start;
}

// What no paper has is shared with none.
function valueOf({ documents }: SearchIndex, count: number, df: number): number {
  return df === 0 ? 0 : count * Math.log(1 + documents / df);
}

function documentsOf({ segments }: SearchIndex, base: string): number {
  return segments.reduce((df, segment) => {
    const i = segment.terms.indexOf(base);
    return i === -1 ? df : df + termHead(segment, i).df;
  }, 0);
}
