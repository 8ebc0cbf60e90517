import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlight, snippet, type Marks } from '../../../lib/search/highlight';

const marks = (stems: string[], beginnings: string[] = []): Marks => ({
  stems: new Set(stems),
  beginnings,
});
const marked = (text: string, of: Marks) =>
  highlight(text, of).map(({ start, end }) => text.slice(start, end));

describe('marks', () => {
  test.each<[string, Marks, string[]]>([
    ['Learning to learn, learned', marks(['learn']), ['Learning', 'learn', 'learned']],
    ['Diffusion <b>models</b>', marks(['b'], ['mod']), ['b', 'models', 'b']],
    ['The GPT-4 of GPT4', marks(['gpt4', 'gpt', '4']), ['GPT-4', 'GPT4']],
    ['self-attention', marks(['attent']), ['attention']],
    ['大语言模型', marks(['语言', '言模']), ['语言模']],
    ['Schr{\\"o}dinger', marks(['schroding']), ['Schr{\\"o}dinger']],
    ['nothing', marks([]), []],
  ])('%j', (text, of, words) => expect(marked(text, of)).toEqual(words));
});

describe('the part of a text to show', () => {
  const filler = 'and so on it goes without a word that matters. '.repeat(20);
  const text = `The lamp. ${filler}The lamp and the moth and lamps. ${filler}`;

  test('is where most different words stand', () => {
    const { start, end, ranges } = snippet(text, marks(['lamp', 'moth']), 80);
    expect(ranges.map((range) => text.slice(range.start, range.end))).toEqual([
      'lamp',
      'moth',
      'lamps',
    ]);
    expect(text.slice(start, end)).toContain('The lamp and the moth and lamps.');
    expect(end - start).toBeLessThanOrEqual(80);
  });

  test('is the beginning when there is nothing to mark', () => {
    expect(snippet(text, marks([]), 20)).toEqual({ start: 0, end: 19, ranges: [] });
    expect(snippet('short', marks([]))).toEqual({ start: 0, end: 5, ranges: [] });
    expect(snippet('', marks([]))).toEqual({ start: 0, end: 0, ranges: [] });
  });

  test('of a text without spaces is not cut within a letter', () => {
    expect(snippet('河'.repeat(100), marks([]), 20)).toEqual({ start: 0, end: 20, ranges: [] });
    expect(snippet('𠀋'.repeat(100), marks([]), 21).end).toBe(20);
  });

  test('of any text is of it, no longer than wanted, and ranges are in order within', () => {
    const word = fc.oneof(
      fc.constantFrom('lamp', 'moth', 'lamps', '大语言'),
      fc.string({ unit: 'binary' }),
    );
    const any = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 60 }), (all, letters) => {
        const { start, end, ranges } = snippet(
          all,
          marks(['lamp', '大语', '语言'], ['m']),
          letters,
        );
        const longest = Math.max(0, ...ranges.map((range) => range.end - range.start));
        expect(end - start).toBeLessThanOrEqual(Math.max(letters, longest));
        let before = start;
        for (const range of ranges) {
          expect(range.start).toBeGreaterThanOrEqual(before);
          expect(range.end).toBeGreaterThan(range.start);
          before = range.end;
        }
        expect(before).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(all.length);
      }),
      { numRuns: 500 },
    );
  });
});
