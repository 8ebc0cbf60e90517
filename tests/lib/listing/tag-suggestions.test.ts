import { describe, expect, test } from 'vitest';
import { suggestTags } from '../../../lib/listing/tag-suggestions';

const known = ['agents', 'vision', 'multi-agent', 'β-VAE'].map((name, color) => ({ name, color }));
const names = (typed: string) => suggestTags(typed, known, []).map(({ name }) => name);

describe('tags to suggest', () => {
  test('are all there are before anything is typed', () => {
    expect(names('')).toEqual(['agents', 'vision', 'multi-agent', 'β-VAE']);
  });

  test('begin with what was typed before they hold it; a new name comes last', () => {
    expect(names('agent')).toEqual(['agents', 'multi-agent', 'agent']);
    expect(suggestTags('agent', known, []).at(-1)).toMatchObject({ isNew: true, has: false });
  });

  test.each(['Agents', '#agents', ' AGENTS ', 'ａｇｅｎｔｓ'])(
    'take %s for the tag that is there',
    (typed) => {
      expect(names(typed)).toEqual(['agents']);
    },
  );

  test('say which the paper has, also those nobody else uses', () => {
    const own = [
      { name: 'Vision', color: 1 },
      { name: 'mine', color: 2 },
    ];
    const has = suggestTags('', known, own).filter((tag) => tag.has);
    expect(has.map(({ name }) => name)).toEqual(['Vision', 'mine']);
  });

  test('make no tag of nothing', () => {
    expect(suggestTags(' # ', known, []).every(({ isNew }) => !isNew)).toBe(true);
  });
});
