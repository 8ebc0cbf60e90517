import { describe, expect, it } from 'vitest';
import { listingName } from '../../components/listing-name';

describe('a list in words', () => {
  it.each([
    ['https://huggingface.co/papers', 'daily'],
    ['https://huggingface.co/papers/date/2026-08-21', 'daily'],
    ['https://huggingface.co/papers/week/2026-W34', 'weekly'],
    ['https://huggingface.co/papers/month/2026-08', 'monthly'],
    ['https://huggingface.co/papers/trending', 'trending'],
    ['https://huggingface.co/papers/2408.12528', 'paper page'],
    ['https://huggingface.co/papers?q=small+agents', 'search “small agents”'],
    ['https://arxiv.org/list/cs.AI/new', 'cs.AI new'],
    ['https://arxiv.org/list/math.GT/recent', 'math.GT recent'],
    ['https://arxiv.org/abs/2408.12528', 'paper page'],
    ['https://arxiv.org/search/?query=tides', 'search “tides”'],
    ['https://arxiv.org/catchup/cs.CL/2026-08-20', 'catch-up cs.CL'],
    ['https://arxiv.org/a/example_a_1', 'author example_a_1'],
    ['import:my list.txt', 'from my list.txt'],
    ['not an address', 'not an address'],
  ])('%s: %s', (listing, words) => {
    expect(listingName(listing)).toBe(words);
  });
});
