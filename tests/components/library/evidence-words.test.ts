import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { evidenceWords } from '../../../components/library/duplicates/evidence-words';
import type { Evidence } from '../../../lib/duplicates/compare';

beforeEach(() => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-US');
});

const evidence: Evidence = {
  title: 0.966,
  sharedAuthors: 4,
  authors: [4, 4],
  years: [2024, 2023],
  preprint: false,
};

test.each<[string, Partial<Evidence>]>([
  ['same 4 authors, titles 96 % alike, 2023 and 2024', {}],
  [
    'same author, same title, both 2024',
    { title: 1, authors: [1, 1], sharedAuthors: 1, years: [2024, 2024] },
  ],
  [
    '2 authors in common, titles 96 % alike, a year not known',
    { sharedAuthors: 2, years: [undefined, 2024] },
  ],
  ['authors not known, titles 96 % alike, 2023 and 2024', { sharedAuthors: 0, authors: [0, 4] }],
  [
    'same 4 authors, titles 96 % alike, 2023 and 2024, abstracts 88 % alike, a preprint and its publication',
    { abstract: 0.888, preprint: true },
  ],
])('%s', (words, more) => expect(evidenceWords({ ...evidence, ...more })).toBe(words));
