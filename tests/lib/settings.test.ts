import { describe, expect, test } from 'vitest';
import { parseSettings } from '../../lib/settings';

const chosen = {
  on: true,
  since: '2026-11-20',
  time: 435,
  days: [1, 3, 5],
  quiet: { from: 1320, to: 420 },
  size: 9,
  sources: ['arxiv-rss'],
  categories: ['cs.LG', 'math.GT'],
  muted: { words: ['blockchain'], authors: ['Ada Example'], categories: ['cs.CR'] },
  watches: [{ id: 'one', kind: 'search', text: 'barn owls' }],
};

/** What each field is where it was never chosen. */
const unchosen = {
  on: false,
  since: undefined,
  time: 480,
  days: [0, 1, 2, 3, 4, 5, 6],
  quiet: undefined,
  size: 5,
  sources: ['hugging-face', 'arxiv-rss'],
  categories: [],
  muted: { words: [], authors: [], categories: [] },
  watches: [],
};

const bad = {
  on: 'yes',
  since: '2026-02-30',
  time: 1440,
  days: [7],
  quiet: { from: 1320 },
  size: 21,
  sources: 'arxiv-rss',
  categories: ['../etc'],
  muted: null,
  watches: [{ id: 'one', kind: 'smell', text: 'barn owls' }],
};

describe('what was chosen of the digest', () => {
  test('is read as it was stored', () => {
    expect(parseSettings({ digest: chosen }).digest).toStrictEqual(chosen);
  });

  test.each(Object.keys(bad) as (keyof typeof bad)[])(
    'stays as it was but for %s, where only that is wrong',
    (field) => {
      const { digest } = parseSettings({ digest: { ...chosen, [field]: bad[field] } });
      expect(digest).toEqual({ ...chosen, [field]: unchosen[field] });
    },
  );

  test('keeps two lists of what is muted where the third is wrong', () => {
    const muted = { ...chosen.muted, authors: [''] };
    const { digest } = parseSettings({ digest: { ...chosen, muted } });
    expect(digest).toEqual({ ...chosen, muted: { ...chosen.muted, authors: [] } });
  });

  test('takes no field that there is none of', () => {
    const { digest } = parseSettings({ digest: { ...chosen, later: 1 } });
    expect(digest).toStrictEqual(chosen);
  });

  test('is nothing where something else was stored', () => {
    for (const digest of [undefined, null, 'on', 7, []])
      expect(parseSettings({ paused: true, digest })).toMatchObject({
        paused: true,
        digest: { on: false, time: 480 },
      });
  });
});
