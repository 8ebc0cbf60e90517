import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSegment, type IndexDocument } from '../../../lib/search/build-segment';
import { mergeFrom } from '../../../lib/search/merge-policy';
import { mergeSegments } from '../../../lib/search/merge-segments';
import { search, type SearchOptions } from '../../../lib/search/rank';
import { liveDocuments, openIndex, type SearchIndex } from '../../../lib/search/search-index';
import { openSegment, type Segment } from '../../../lib/search/segment';
import { similarPapers } from '../../../lib/search/similar';
import { bestOfFive } from '../../best-of-five';
import { anyClauses, anyPapers, VOCABULARY } from './papers';

const merged = (segments: Segment[], deleted: string[] = []) =>
  mergeSegments(segments, liveDocuments(segments, deleted));

/** Everything one may ask for. */
const answers = (index: SearchIndex, clauses: Parameters<typeof search>[1]) => ({
  ...Object.fromEntries(
    (['any', 'all'] as const).map((mode): [string, unknown] => {
      const options: SearchOptions = { mode, limit: 100 };
      return [mode, search(index, clauses, options)];
    }),
  ),
  similar: similarPapers(index, VOCABULARY.join(' '), undefined, { limit: 100 }),
});

/** The same, but for what sums of the same numbers in another order may differ by. */
const rounded = (answer: unknown) =>
  JSON.parse(
    JSON.stringify(answer, (key, value) =>
      key === 'score' ? Math.round(value * 1e9) / 1e9 : value instanceof Set ? [...value] : value,
    ),
  );

describe('segments', () => {
  test('an index of several, and of those merged in any order, is as one built at once', () => {
    const cut = fc.array(fc.nat(4), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(anyPapers, cut, anyClauses, fc.boolean(), (papers, parts, clauses, reverse) => {
        const segments = [0, 1, 2, 3, 4].map((part) =>
          buildSegment(papers.filter((_, i) => parts[i] === part)),
        );
        const [a, b, c, d, e] = reverse ? segments.toReversed() : segments;
        const once = answers(openIndex([buildSegment(papers)]), clauses);
        expect(answers(openIndex(segments), clauses)).toEqual(once);
        const twice = merged([merged([a!, c!]), d!, merged([e!, b!])]);
        expect(answers(openIndex([twice]), clauses)).toEqual(once);
      }),
    );
  });

  test('merged ones are, byte for byte, those of the same documents', () => {
    fc.assert(
      fc.property(anyPapers, fc.nat(15), (papers, at) => {
        const halves = [buildSegment(papers.slice(0, at)), buildSegment(papers.slice(at))];
        expect(merged(halves).bytes).toEqual(buildSegment(papers).bytes);
      }),
    );
  });

  test('after changes and deletions an index is as one built of what is left', () => {
    fc.assert(
      fc.property(
        anyPapers,
        anyPapers,
        fc.array(fc.nat(20)),
        anyClauses,
        (old, young, gone, clauses) => {
          const deleted = gone.flatMap((i) => [...old, ...young][i]?.id ?? []);
          const byId = new Map<string, IndexDocument>(
            [...old, ...young].map((paper) => [paper.id, paper]),
          );
          for (const id of deleted) byId.delete(id);
          const anew = rounded(answers(openIndex([buildSegment([...byId.values()])]), clauses));
          const segments = [buildSegment(old), buildSegment(young)];
          expect(rounded(answers(openIndex(segments, deleted), clauses))).toEqual(anew);
          expect(rounded(answers(openIndex([merged(segments, deleted)]), clauses))).toEqual(anew);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('merging forgets the words of what was deleted', () => {
    const segment = buildSegment([
      { id: 'A', title: 'Hidden meadows', authors: [] },
      { id: 'B', title: 'Open meadow', authors: [] },
    ]);
    expect([...merged([segment], ['A']).terms.from(0)]).toEqual(['meadow', 'meadows', 'open']);
    expect([...merged([segment], ['A', 'B']).terms.from(0)]).toEqual([]);
  });

  test('bytes open wherever they lie, and not when they are cut or something else', () => {
    const { bytes } = buildSegment([{ id: 'A', title: 'Slow rivers', authors: [] }]);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(openSegment(shifted.subarray(1))!.ids.at(0)).toBe('A');
    for (let length = 0; length < bytes.length; length++)
      expect(openSegment(bytes.slice(0, length))).toBeUndefined();
    expect(openSegment(new Uint8Array(100))).toBeUndefined();
  });

  test('no text of a paper is too strange, and of two with one id the later counts', () => {
    const any = fc.string({ unit: 'binary' });
    const document = fc.record({
      id: any,
      title: any,
      authors: fc.array(any),
      abstract: any,
      note: any,
    });
    fc.assert(
      fc.property(fc.array(document, { maxLength: 5 }), any, (documents, text) => {
        const index = openIndex([merged([buildSegment(documents)])]);
        expect(index.documents).toBe(new Set(documents.map(({ id }) => id)).size);
        search(index, [{ kind: 'word', text, not: false }], { mode: 'all', isTyping: true });
        search(index, [{ kind: 'phrase', text, not: true }], { mode: 'any' });
        similarPapers(index, text, documents[0]?.id);
      }),
    );
    const twice = [
      { id: 'A', title: 'Old', authors: [] },
      { id: 'A', title: 'Young', authors: [] },
    ];
    expect([...buildSegment(twice).terms.from(0)]).toEqual(['young']);
  });

  test('building takes as long as there is text', () => {
    const papers = (n: number) =>
      Array.from({ length: n }, (_, i) => ({
        id: `P${i}`,
        title: `River number ${i}`,
        authors: ['Ada Stone'],
        abstract: `Word${i % 997} flows beside lamp${i % 89} and moth. `.repeat(10),
      }));
    const [short, long] = bestOfFive(...[400, 800].map((n) => () => buildSegment(papers(n))));
    expect(long).toBeLessThan(Math.max(20, short! * 3));
  });
});

describe('which segments are merged', () => {
  const of = (...sizes: number[]) => sizes.map((live) => ({ documents: live, live }));

  test.each([
    ['none of none', of(), 0],
    ['none of one', of(5), 1],
    ['none of which each is much larger than all after it', of(100, 20, 5, 1), 4],
    ['two of one size', of(100, 1, 1), 1],
    ['all, when the last is large', of(100, 20, 50), 0],
    ['from where a fifth is dead', [{ documents: 100, live: 79 }, ...of(5)], 0],
    ['none when less is dead', [{ documents: 100, live: 80 }, ...of(5)], 2],
  ])('%s', (_, segments, from) => expect(mergeFrom(segments)).toBe(from));

  test('papers that come one by one are kept in few segments, and are not often rewritten', () => {
    let sizes: number[] = [];
    let written = 0;
    let most = 0;
    const papers = 10_000;
    for (let i = 0; i < papers; i++) {
      sizes.push(1);
      const from = mergeFrom(of(...sizes));
      const tail = sizes.slice(from).reduce((sum, size) => sum + size, 0);
      if (from < sizes.length) sizes = [...sizes.slice(0, from), tail];
      written += from < sizes.length ? tail : 1;
      most = Math.max(most, sizes.length);
    }
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(papers);
    // log4 of the papers, and three rewritings for each.
    expect(most).toBeLessThanOrEqual(8);
    expect(written / papers).toBeLessThanOrEqual(24);
  });
});
