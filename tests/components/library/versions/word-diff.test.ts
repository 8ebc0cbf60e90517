import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from '../../../../components/library/versions/word-diff';

const written = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ text, kind }) => ({ same: text, inserted: `+[${text}]`, removed: `-[${text}]` })[kind])
    .join('');

const bare = (text: string) => text.replace(/\s/g, '');

describe('what changed between two abstracts', () => {
  it.each([
    ['the same words', 'the same words', 'the same words'],
    ['we grow kelp on ropes', 'we grow kelp on nets', 'we grow kelp on -[ropes]+[nets]'],
    ['It grows fast.', 'It grows very fast.', 'It grows +[very ]fast.'],
    ['我们研究海藻的生长速度', '我们研究海带的生长速度', '我们研究-[海藻]+[海带]的生长速度'],
    ['ندرس نمو الأعشاب', 'ندرس نمو الطحالب', 'ندرس نمو -[الأعشاب]+[الطحالب]'],
    ['one\nline', 'one line', 'one line'],
  ])('%s → %s', (before, after, expected) => expect(written(before, after)).toBe(expected));

  it('gives the words of both texts, whatever they are', () => {
    const words = fc.array(fc.constantFrom('kelp', 'rope,', 'net', 'é', '海藻', '–', '(a)'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const runs = wordDiff(a.join(' '), b.join(' '));
        const without = (kind: string) =>
          bare(runs.flatMap((run) => (run.kind === kind ? [] : run.text)).join(''));
        expect(without('inserted')).toBe(bare(a.join('')));
        expect(without('removed')).toBe(bare(b.join('')));
      }),
      { seed: 20_261_123 },
    );
  });

  it('of two long texts that share nothing takes no long time', () => {
    const text = (word: string) => Array.from({ length: 4_000 }, (_, n) => word + n).join(' ');
    const start = performance.now();
    expect(wordDiff(text('a'), text('b')).map(({ kind }) => kind)).toEqual(['removed', 'inserted']);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
