import fc from 'fast-check';
import type { IndexDocument } from '../../../lib/search/build-segment';
import type { Clause } from '../../../lib/search/query';

/** Words that stem to themselves, with neighbours at one typing error, and some that do not. */
export const VOCABULARY = ['river', 'stone', 'stones', 'cloud', 'clouds', 'moth', 'lamp', 'flow'];

const text = (most: number) =>
  fc.array(fc.constantFrom(...VOCABULARY), { maxLength: most }).map((words) => words.join(' '));

/** Invented papers, no two with one id. */
export const anyPapers = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[A-D][0-9]$/),
    title: text(5),
    authors: fc.array(text(2), { maxLength: 2 }),
    abstract: text(20),
    note: text(3),
  }) satisfies fc.Arbitrary<IndexDocument>,
  { selector: ({ id }) => id, maxLength: 15 },
);

/** Words and phrases, some of them unwanted. */
export const anyClauses: fc.Arbitrary<Clause[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('word' as const, 'word' as const, 'phrase' as const),
    text: text(2).map((words) => words || 'river'),
    not: fc.boolean().map((not) => not && true),
  }),
  { minLength: 1, maxLength: 4 },
);
