import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stem } from '../../../lib/search/stem';

// From Porter's paper of 1980 and the vocabulary he published with it.
test.each([
  ['caresses', 'caress'],
  ['ponies', 'poni'],
  ['cats', 'cat'],
  ['feed', 'feed'],
  ['agreed', 'agre'],
  ['plastered', 'plaster'],
  ['motoring', 'motor'],
  ['sing', 'sing'],
  ['conflated', 'conflat'],
  ['hopping', 'hop'],
  ['falling', 'fall'],
  ['filing', 'file'],
  ['happy', 'happi'],
  ['sky', 'sky'],
  ['relational', 'relat'],
  ['rationalization', 'ration'],
  ['vietnamization', 'vietnam'],
  ['hopefulness', 'hope'],
  ['electrical', 'electr'],
  ['adjustment', 'adjust'],
  ['adoption', 'adopt'],
  ['effective', 'effect'],
  ['probate', 'probat'],
  ['cease', 'ceas'],
  ['controlling', 'control'],
  ['generalizations', 'gener'],
  ['oscillators', 'oscil'],
])('%s', (word, base) => expect(stem(word)).toBe(base));

test('what is no English word stays', () => {
  for (const word of ['модели', 'gpt4s', 'c++', '学习', 'is', '']) expect(stem(word)).toBe(word);
});

test('a stem is never longer than its word', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{0,20}$/), (word) => {
      expect(stem(word).length).toBeLessThanOrEqual(word.length);
    }),
  );
});
