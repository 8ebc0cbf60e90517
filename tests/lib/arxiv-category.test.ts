import { describe, expect, it } from 'vitest';
import { arxivCategory } from '../../lib/arxiv-category';
import { parseSettings } from '../../lib/settings';

describe('categories of arXiv', () => {
  it.each([
    ['cs.LG', 'cs.LG'],
    ['cs.lg', 'cs.LG'],
    [' CS.LG ', 'cs.LG'],
    ['astro-ph.co', 'astro-ph.CO'],
    ['Math', 'math'],
    ['quant-ph', 'quant-ph'],
    ['cond-mat.soft', 'cond-mat.soft'],
    ['Physics.Ed-Ph', 'physics.ed-ph'],
  ])('reads %j as %s', (typed, category) => {
    expect(arxivCategory(typed)).toBe(category);
    const { digest } = parseSettings({
      digest: { ...parseSettings({}).digest, categories: [category] },
    });
    expect(digest.categories).toEqual([category]);
  });

  it.each(['', 'machine learning', 'cs.', 'cs.L', 'cs.LGX', 'cs.LG+cs.AI', '../etc', '2401.01234'])(
    'refuses %j',
    (typed) => expect(arxivCategory(typed)).toBeUndefined(),
  );
});
