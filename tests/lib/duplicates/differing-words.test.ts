import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differingWords } from '../../../lib/duplicates/differing-words';

const marked = (a: string, b: string) =>
  differingWords(a, b).map((parts) =>
    parts.map(({ text, differs }) => (differs ? `[${text.trim()}]` : text.trim())).join(' '),
  );

test('marks what one title has and the other has not', () => {
  expect(marked('Moss on old stones', 'Moss on new stones: a study')).toEqual([
    'Moss on [old] stones',
    'Moss on [new] stones: [a study]',
  ]);
});

test('marks nothing where they only look different', () => {
  expect(marked('Moss — on Stones.', 'moss on stones')).toEqual([
    'Moss — on Stones.',
    'moss on stones',
  ]);
});

test('loses no letter, whatever the titles', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [x, y] = differingWords(a, b);
      expect(x.map((part) => part.text).join('')).toBe(a);
      expect(y.map((part) => part.text).join('')).toBe(b);
    }),
  );
});

test('a title of a thousand words is marked in no time and loses nothing', () => {
  const long = 'moss and stones '.repeat(400);
  const [parts] = differingWords(long, `${long}again`);
  expect(parts.map((part) => part.text).join('')).toBe(long);
});
