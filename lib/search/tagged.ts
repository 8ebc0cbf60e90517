import type { PaperId } from '../paper';
import type { Tagged } from './conditions';
import { stem } from './stem';
import { tokenise } from './tokens';

/**
 * Finds papers by the words of their tags' names, for `SearchOptions.tagged`: renaming a tag
 * touches no document, so names are matched when one searches.
 * @param names by tag id
 * @param papersOf the papers that have a tag
 */
export function tagged(
  names: ReadonlyMap<string, string>,
  papersOf: (tagId: string) => Iterable<PaperId>,
): Tagged {
  const tags = [...names].map(([id, name]) => ({
    id,
    words: tokenise(name).map(({ word }) => word),
  }));
  return function* (sought, isBeginning) {
    const base = stem(sought);
    const fits = (word: string) => stem(word) === base || (isBeginning && word.startsWith(sought));
    for (const { id, words } of tags) if (words.some(fits)) yield* papersOf(id);
  };
}
