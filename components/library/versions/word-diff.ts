import { diffWords } from 'diff';
import { collapse } from '../../../lib/paper';

/** A run of words that both texts have, or one of them. */
export interface Run {
  text: string;
  kind: 'same' | 'inserted' | 'removed';
}

// Two texts that share next to nothing are not compared word by word: it would take long, and say
// nothing.
const MAX_EDITS = 800;

/** What has to be inserted and removed to make `after` of `before`, word by word in any
 * script; white space does not count. */
export function wordDiff(before: string, after: string): Run[] {
  // It knows the words of every language, also of those that put no space between them.
  const intlSegmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  const [a, b] = [collapse(before), collapse(after)];
  const runs = diffWords(a, b, { intlSegmenter, maxEditLength: MAX_EDITS });
  if (!runs)
    return [
      { text: a, kind: 'removed' },
      { text: b, kind: 'inserted' },
    ];
  return runs.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'inserted' : removed ? 'removed' : 'same',
  }));
}
