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
  for (const [i, { stem, count }] of words.entries())
    addWord(index, { stems: [stem], weight: count, bits: i < MAX_TOLD ? 1 << i : 0 }, into);
  const self = exclude === undefined ? -1 : index.docOf(exclude);
  const isFound = (doc: number) => doc !== self && scores[doc]! > 0 && within[doc] === 1;
  const comesBefore = (a: number, b: number) =>
    scores[a] === scores[b] ? index.idOf(a) > index.idOf(b) : scores[a]! > scores[b]!;
  return topOf(index.size, limit, isFound, comesBefore).map((doc) => ({
    id: index.idOf(doc),
    score: scores[doc]!,
    words: words
      .slice(0, MAX_TOLD)
      .flatMap(({ written }, i) => ((bits[doc]! >>> i) & 1 ? written : [])),
  }));
}

interface TellingWord {
  stem: string;
  written: string;
  /** How often the text has it, capped. */
  count: number;
}

/** The words of a text, those first that set it apart from the rest of the index. */
function tellingWords(index: SearchIndex, text: string): TellingWord[] {
  const words = new Map<string, TellingWord>();
  for (const { word, start, end } of tokenise(text)) {
    if (isStopWord(word)) continue;
    const base = stem(word);
    const known = words.get(base);
    if (known) known.count = Math.min(known.count + 1, MAX_COUNT);
    else words.set(base, { stem: base, written: text.slice(start, end), count: 1 });
  }
  return [...words.values()]
    .map((word) => ({
      word,
      value: word.count * Math.log(1 + index.documents / documentsOf(word)),
    }))
    .sort((a, b) => b.value - a.value)
    .map(({ word }) => word);

  function documentsOf({ stem: base }: TellingWord): number {
    let df = 0;
    for (const segment of index.segments) {
      const i = segment.terms.indexOf(base);
      if (i !== -1) df += termHead(segment, i).df;
    }
    // What only this text has is shared with no other paper.
    return df || Infinity;
  }
}
