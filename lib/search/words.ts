import { kindAt, UNSPACED } from './letters';
import { isStopWord } from './stop-words';
import { tokenise } from './tokens';

/** A word to look for. */
export interface QueryWord {
  /** Folded. */
  word: string;
  /** Its place among the words of the query. */
  place: number;
  /** A compound as one word; its parts follow. */
  isJoined: boolean;
  /** Whether words that begin with it count. */
  isBeginning: boolean;
  /** A bit of its own, that a document has the word; a compound's are those of its parts. */
  bits: number;
}

/**
 * The words of some texts, one after the other. Stop words are left out, but not when there is
 * nothing else. Only the first 32 have bits.
 * @param isTyping whether the last word may go on
 */
export function queryWords(texts: readonly string[], isTyping: boolean): QueryWord[] {
  const words: QueryWord[] = [];
  let start = 0;
  let bit = 1;
  for (const [i, text] of texts.entries()) {
    const tokens = tokenise(text);
    const end = i === texts.length - 1 ? tokens.at(-1)?.end : undefined;
    let joinedEnd = 0;
    for (const token of tokens) {
      const isJoined = token.joined === true;
      if (isJoined) joinedEnd = token.end;
      words.push({
        word: token.word,
        place: start + token.place,
        isJoined,
        isBeginning: (isTyping && token.end === end) || isLoneLetter(token.word),
        bits: isJoined ? 0 : bit,
      });
      if (isJoined) continue;
      const compound = words.findLast((word) => word.isJoined);
      if (compound && token.end <= joinedEnd) compound.bits |= bit;
      bit = (bit << 1) >>> 0;
    }
    start += (tokens.at(-1)?.place ?? -1) + 1;
  }
  const telling = words.filter(({ word, isBeginning }) => isBeginning || !isStopWord(word));
  return telling.length > 0 ? telling : words;
}

// Texts are indexed by pairs of such letters.
function isLoneLetter(word: string): boolean {
  return kindAt(word, 0) === UNSPACED && [...word].length === 1;
}
