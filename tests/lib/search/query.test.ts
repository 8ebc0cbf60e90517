import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FEATURES,
  parseQuery,
  printQuery,
  STATES,
  TIME_UNITS,
  type Clause,
} from '../../../lib/search/query';
import { bestOfFive } from '../../best-of-five';

const clausesOf = (input: string) => parseQuery(input).clauses;
const word = (text: string, not = false) => ({ kind: 'word', text, not });

describe('what is asked', () => {
  test.each<[string, unknown[]]>([
    ['  slow  Rivers ', [word('slow'), word('Rivers')]],
    [
      '"in  context"-word',
      [{ kind: 'phrase', text: 'in context', not: false }, word('word', true)],
    ],
    ['-"a b"', [{ kind: 'phrase', text: 'a b', not: true }]],
    ['author:"van den Berg"', [{ kind: 'author', value: 'van den Berg', not: false }]],
    ['TAG:Agents', [{ kind: 'tag', value: 'Agents', not: false }]],
    ['-tag:"two words"', [{ kind: 'tag', value: 'two words', not: true }]],
    ['site:arxiv', [{ kind: 'site', value: 'arxiv', not: false }]],
    ['is:Unread', [{ kind: 'is', value: 'unread', not: false }]],
    ['-is:new', [{ kind: 'is', value: 'new', not: true }]],
    ['has:code', [{ kind: 'has', value: 'code', not: false }]],
    ['year:2025', [{ kind: 'year', from: 2025, to: 2025, not: false }]],
    ['year:2024..2026', [{ kind: 'year', from: 2024, to: 2026, not: false }]],
    ['year:2026..2024', [{ kind: 'year', from: 2024, to: 2026, not: false }]],
    ['year:2024..', [{ kind: 'year', from: 2024, not: false }]],
    ['year:..2024', [{ kind: 'year', to: 2024, not: false }]],
    ['year:>=2025', [{ kind: 'year', from: 2025, not: false }]],
    ['year:>2024', [{ kind: 'year', from: 2025, not: false }]],
    ['year:<2024', [{ kind: 'year', to: 2023, not: false }]],
    ['seen:7d', [{ kind: 'seen', count: 7, unit: 'd', not: false }]],
    ['seen:12H', [{ kind: 'seen', count: 12, unit: 'h', not: false }]],
    ['https://arxiv.org/abs/1 lost:x', [word('https://arxiv.org/abs/1'), word('lost:x')]],
    ['self-attention --x', [word('self-attention'), word('-x', true)]],
    ['- ""', []],
  ])('%j', (input, clauses) => {
    expect(parseQuery(input)).toMatchObject({ clauses, hints: [] });
  });
});

describe('what makes no sense', () => {
  test.each([
    ['a year:abc b', 'year:abc', 'search_hint_year', 'abc'],
    ['a -year:20241 b', '-year:20241', 'search_hint_year', '20241'],
    ['a is:foo b', 'is:foo', 'search_hint_is', 'foo'],
    ['a has:legs b', 'has:legs', 'search_hint_has', 'legs'],
    ['a seen: b', 'seen:', 'search_hint_empty', ''],
    ['a seen:0d b', 'seen:0d', 'search_hint_seen', '0d'],
    ['a seen:7x b', 'seen:7x', 'search_hint_seen', '7x'],
    ['a tag:"" b', 'tag:""', 'search_hint_empty', ''],
  ])('%j is told where it stands, and the rest is asked', (input, part, message, value) => {
    const { clauses, hints } = parseQuery(input);
    expect(clauses).toEqual([word('a'), word('b')]);
    expect(hints).toMatchObject([{ message, value, unfinished: false }]);
    expect(input.slice(hints[0]!.start, hints[0]!.end)).toBe(part);
  });

  test('an open quote takes all that follows', () => {
    expect(parseQuery('a "in context le', 3)).toEqual({
      clauses: [word('a'), { kind: 'phrase', text: 'in context le', not: false }],
      hints: [
        {
          start: 2,
          end: 16,
          message: 'search_hint_quote',
          value: 'in context le',
          unfinished: false,
        },
      ],
      isTyping: false,
    });
  });

  test.each(['tag:', 'x year:20', 'is:un', '-seen:7', '"in con', 'tag:"two w'])(
    '%j is only unfinished while the cursor stands behind it',
    (input) => {
      expect(parseQuery(input).hints).toMatchObject([{ unfinished: true }]);
      expect(parseQuery(input, 0).hints).toMatchObject([{ unfinished: false }]);
    },
  );
});

describe('whether the last word may go on', () => {
  test.each([
    ['diff', true],
    ['a "in con', true],
    ['diff ', false],
    ['"in con"', false],
    ['diff tag:x', false],
    ['', false],
  ])('%j: %s', (input, isTyping) => expect(parseQuery(input).isTyping).toBe(isTyping));

  test('not while the cursor stands elsewhere', () => {
    expect(parseQuery('slow diff', 4).isTyping).toBe(false);
  });
});

const not = fc.boolean();
const year = fc.integer({ min: 0, max: 9999 });
const value = fc
  .stringMatching(/^[\p{L}\p{N}#:.-]{1,8}( [\p{L}\p{N}-]{1,8}){0,2}$/u)
  .filter((text) => !/\s{2}/.test(text));
const anyClause: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({ kind: fc.constant('word' as const), text: fc.stringMatching(/^[a-z]{1,8}$/), not }),
  fc.record({ kind: fc.constant('phrase' as const), text: value, not }),
  fc.record({
    kind: fc.constantFrom('author' as const, 'tag' as const, 'site' as const),
    value,
    not,
  }),
  fc.record({ kind: fc.constant('is' as const), value: fc.constantFrom(...STATES), not }),
  fc.record({ kind: fc.constant('has' as const), value: fc.constantFrom(...FEATURES), not }),
  fc.tuple(year, year, not).map(([a, b, not]) => ({
    kind: 'year' as const,
    from: Math.min(a, b),
    to: Math.max(a, b),
    not,
  })),
  fc.record({ kind: fc.constant('year' as const), from: year, not }),
  fc.record({ kind: fc.constant('year' as const), to: year, not }),
  fc.record({
    kind: fc.constant('seen' as const),
    count: fc.integer({ min: 1, max: 9999 }),
    unit: fc.constantFrom(...TIME_UNITS),
    not,
  }),
);
const anyInput = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '"',
        '-',
        ' ',
        'tag:',
        'year:',
        '2024',
        '..',
        '>=',
        'is:',
        'read',
        'seen:',
        '7d',
      ),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));

describe('of any query', () => {
  test('what is printed reads as it was', () => {
    fc.assert(
      fc.property(fc.array(anyClause, { maxLength: 6 }), (clauses) => {
        expect(parseQuery(printQuery(clauses))).toMatchObject({ clauses, hints: [] });
      }),
    );
  });

  test('what was read and printed reads as it was; hints stand in the input', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(40), (input, cursor) => {
        const { clauses, hints } = parseQuery(input, cursor);
        expect(clausesOf(printQuery(clauses))).toEqual(clauses);
        for (const { start, end } of hints) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(input.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['a ', '"', '-', 'tag:', 'tag:"', 'year:2', ' '])('time grows as %j does', (unit) => {
    const [short, long] = bestOfFive(
      ...[2 ** 15, 2 ** 16].map((n) => () => parseQuery(unit.repeat(n))),
    );
    expect(long).toBeLessThan(Math.max(20, short! * 3));
  });
});
