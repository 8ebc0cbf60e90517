import type { PaperId } from '../paper';
import { stemsBeginning } from './expand';
import type { SearchIndex } from './search-index';
import { documentsWith, type Sequence } from './places';
import { gather, type Scores } from './score';
import { stem } from './stem';
import { isStopWord } from './stop-words';
import { queryWords } from './words';

/** The papers that have a tag with this word in its name, or with a word that begins so. */
export type Tagged = (word: string, isBeginning: boolean) => Iterable<PaperId>;

/**
 * Clears `allowed` where the words of a phrase do not follow each other. A stop word within may be
 * any word; a phrase of nothing else clears nothing.
 * @param isTyping whether its last word may go on
 */
export function requirePhrase(
  index: SearchIndex,
  phrase: string,
  allowed: Uint8Array,
  isTyping: boolean,
): void {
  const words = sequence(index, phrase, isTyping);
  if (words.length === 0) return;
  const having = documentsWith(index, words, allowed);
  for (let doc = 0; doc < allowed.length; doc++) if (!having.has(doc)) allowed[doc] = 0;
}

/** Clears `allowed` where the words of `text` follow each other, a compound's also as one word. */
export function forbid(
  index: SearchIndex,
  text: string,
  allowed: Uint8Array,
  scratch: Scores,
  tagged?: Tagged,
): void {
  const words = queryWords([text], false);
  const all = words.reduce((bits, word) => (bits | word.bits) >>> 0, 0);
  // The only word, or the compound that all are parts of.
  for (const { word } of words.filter(({ bits }) => bits === all)) {
    const found = gather(index, { stems: [stem(word)], tagged: tagged?.(word, false) }, scratch);
    for (const doc of found) allowed[doc] = scratch.weights[doc] = 0;
  }
  if (words.length > 1)
    for (const doc of documentsWith(index, sequence(index, text, false), allowed)) allowed[doc] = 0;
}

function sequence(index: SearchIndex, text: string, isTyping: boolean): Sequence {
  return queryWords([text], isTyping)
    .filter(({ word, isJoined, isBeginning }) => !isJoined && (isBeginning || !isStopWord(word)))
    .map(({ word, place, isBeginning }) => ({
      stems: isBeginning ? stemsBeginning(index, word) : [stem(word)],
      place,
    }));
}
