import { describe, expect, test } from 'vitest';
import { arxiv } from '../../../lib/sites/arxiv';
import { huggingFace } from '../../../lib/sites/hugging-face';

describe('what a sighting is filed under', () => {
  test.each([
    ['https://huggingface.co/papers', 'https://huggingface.co/papers'],
    ['https://huggingface.co/papers/', 'https://huggingface.co/papers'],
    ['https://huggingface.co/papers?utm_source=mail#top', 'https://huggingface.co/papers'],
    [
      'https://huggingface.co/papers?date=2024-08-01',
      'https://huggingface.co/papers/date/2024-08-01',
    ],
    [
      'https://huggingface.co/papers/week/2026-W34?ref=x',
      'https://huggingface.co/papers/week/2026-W34',
    ],
    ['https://huggingface.co/papers?q=%20two++words', 'https://huggingface.co/papers?q=two+words'],
    [
      'https://huggingface.co/papers/2509.24002v2#community',
      'https://huggingface.co/papers/2509.24002',
    ],
  ])('Hugging Face: %s', (url, listing) => {
    expect(huggingFace.listing(new URL(url))).toBe(listing);
  });

  test.each([
    ['https://arxiv.org/list/cs.SE/new?skip=0&show=1000', 'https://arxiv.org/list/cs.SE/new'],
    ['https://export.arxiv.org/list/cs.SE/pastweek', 'https://arxiv.org/list/cs.SE/recent'],
    ['https://www.arxiv.org/a/rain_i_1/#x', 'https://arxiv.org/a/rain_i_1'],
    [
      'https://arxiv.org/catchup/cs.CL/2026-03-03?abs=True',
      'https://arxiv.org/catchup/cs.CL/2026-03-03',
    ],
    [
      'https://arxiv.org/search/?searchtype=all&query=wet+moss&abstracts=hide&size=200&order=&start=50',
      'https://arxiv.org/search?query=wet+moss&searchtype=all',
    ],
    ['https://browse.arxiv.org/abs/math.GT/0309136v2', 'https://arxiv.org/abs/math/0309136'],
    ['https://arxiv.org/pdf/2401.01234v3.pdf', 'https://arxiv.org/abs/2401.01234'],
    ['https://arxiv.org/html/2401.01234v1', 'https://arxiv.org/abs/2401.01234'],
  ])('arXiv: %s', (url, listing) => {
    expect(arxiv.listing(new URL(url))).toBe(listing);
  });
});
