import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../lib/search/letters';
import { MAX_WORD, tokenise } from '../../../lib/search/tokens';
import { bestOfFive } from '../../best-of-five';

const words = (text: string) => tokenise(text).map(({ word }) => word);
const slices = (text: string) => tokenise(text).map(({ start, end }) => text.slice(start, end));

describe('words', () => {
  test.each([
    ['Slow Rivers, (again).', ['slow', 'rivers', 'again']],
    ['Schrödinger  ŁUKASZ Søren', ['schrodinger', 'lukasz', 'soren']],
    ['ＦＵＬＬ ﬁne x² ①', ['full', 'fine', 'x2', '1']],
    ['Модели Йод', ['модели', 'иод']],
    ['مُحَمَّد كـتاب', ['محمد', 'كتاب']],
    ['हिन्दी', ['हिन्दी']],
    ['大语言模型', ['大语', '语言', '言模', '模型']],
    ['学 GPT模型', ['学', 'gpt', '模型']],
    ['モデルを', ['モデ', 'デル', 'ルを']],
    ['ｶﾞｷ', ['ガキ']],
    ['가나다', ['가나', '나다']],
    ['C++ and C# f#m', ['c++', 'and', 'c#', 'f', 'm']],
    ['CD4+ BERT++', ['cd4', 'bert']],
    ['GPT-4', ['gpt4', 'gpt', '4']],
    ['gpt-3.5-turbo', ['gpt3.5turbo', 'gpt', '3.5', 'turbo']],
    ['Kullback–Leibler', ['kullbackleibler', 'kullback', 'leibler']],
    ['p = 0.05, arXiv:2401.01234.', ['p', '0.05', 'arxiv', '2401.01234']],
    ["Adam's don't", ['adam', 's', 'don', 't']],
    ['Schr{\\"o}dinger Fran\\c{c}ois \\v Capek', ['schrodinger', 'francois', 'capek']],
    ['\\textbf{BERT} {G}AN $\\alpha$-decay', ['bert', 'gan', 'alphadecay', 'alpha', 'decay']],
    ['$k$-means', ['kmeans', 'k', 'means']],
    ['co\u00adoperate zero\u200bwidth', ['cooperate', 'zerowidth']],
    ['\ud800 \udc00 💡', []],
    ['- -- a- -b', ['a', 'b']],
    ['', []],
  ])('%j', (text, expected) => expect(words(text)).toEqual(expected));

  test('each is at its place, a compound at that of its first part', () => {
    expect(tokenise('of GPT-4 now')).toEqual([
      { word: 'of', start: 0, end: 2, place: 0 },
      { word: 'gpt4', start: 3, end: 8, place: 1, joined: true },
      { word: 'gpt', start: 3, end: 6, place: 1 },
      { word: '4', start: 7, end: 8, place: 2 },
      { word: 'now', start: 9, end: 12, place: 3 },
    ]);
  });

  test('each is a part of the text as it was written', () => {
    expect(slices('Schr{\\"o}dinger: 大语言 𝒢an')).toEqual([
      'Schr{\\"o}dinger',
      '大语',
      '语言',
      '𝒢an',
    ]);
  });

  test('a long one is cut', () => {
    expect(words('x'.repeat(1000))).toEqual(['x'.repeat(MAX_WORD)]);
  });
});

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\\',
    '{',
    '}',
    '$',
    '-',
    '\\"',
    '\\c',
    '\\textbf',
    '.',
    '3',
    'a',
    '学',
    '\u0301',
  ),
);
const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('of any text', () => {
  test('ranges slice it, in order, and fold to the words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = { start: 0, place: 0 };
        for (const { word, start, end, place, joined } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(before.start);
          expect(place).toBeGreaterThanOrEqual(before.place);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          if (!joined) expect(fold(text.slice(start, end)).slice(0, MAX_WORD)).toBe(word);
          before = { start, place };
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    'a',
    'word ',
    'a-',
    '{',
    '\\',
    '\\"a',
    '\\textbf',
    'a{-',
    '3.',
    '学',
    '\u0301',
    '💡',
    'c+',
  ])('time grows as %j does', (unit) => {
    const [short, long] = bestOfFive(
      ...[2 ** 14, 2 ** 15].map((n) => () => tokenise(unit.repeat(n))),
    );
    expect(long).toBeLessThan(Math.max(20, short! * 3));
  });
});
