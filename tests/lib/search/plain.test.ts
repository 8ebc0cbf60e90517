import { describe, expect, test } from 'vitest';
import {
  fold,
  isEmpty,
  matcher,
  narrows,
  parseQuery,
  searchText,
  type SearchDocument,
} from '../../../lib/search/plain';

const tagNames = new Map([
  ['t1', 'Agents'],
  ['t2', 'Computer vision'],
]);

const paper = searchText(
  {
    title: 'Slow Rivers of Schrödinger',
    authors: ['Ana Müller', 'Chen Wei'],
    abstract: 'We measure how Diffusion spreads.',
  },
  'ask Ben about figure 2',
);

const document: SearchDocument = { text: paper, status: 'reading', tagIds: ['t1', 't2'] };

const finds = (typed: string, in_: SearchDocument = document) =>
  matcher(parseQuery(typed), tagNames)(in_);

describe('what was typed', () => {
  test.each([
    ['', { words: [], tags: [], statuses: [] }],
    ['  Two   Words ', { words: ['two', 'words'], tags: [], statuses: [] }],
    ['"an exact run" x', { words: ['an exact run', 'x'], tags: [], statuses: [] }],
    ['tag:Agents is:unread deep', { words: ['deep'], tags: ['agents'], statuses: ['unread'] }],
    ['tag:"computer vision"', { words: [], tags: ['computer vision'], statuses: [] }],
    ['tag:#agents', { words: [], tags: ['agents'], statuses: [] }],
    ['is:read IS:Archived', { words: [], tags: [], statuses: ['read', 'archived'] }],
    ['is:lost', { words: ['is:lost'], tags: [], statuses: [] }],
    ['tag:', { words: ['tag:'], tags: [], statuses: [] }],
    ['"still typing', { words: ['still typing'], tags: [], statuses: [] }],
    ['naïve', { words: ['naive'], tags: [], statuses: [] }],
  ])('%j', (typed, query) => {
    expect(parseQuery(typed)).toEqual(query);
  });

  test('says when nothing is asked', () => {
    expect(isEmpty(parseQuery('  '))).toBe(true);
    expect(isEmpty(parseQuery('is:read'))).toBe(false);
  });
});

describe('what is found', () => {
  test.each([
    ['rivers slow', true],
    ['RIVERS lakes', false],
    ['schrodinger', true],
    ['Schrödinger', true],
    ['muller wei', true],
    ['diffus', true],
    ['figure', true],
    ['"chen wei"', true],
    ['"wei chen"', false],
    ['vision', true],
    ['#agents', true],
    ['tag:agents', true],
    ['tag:agent', false],
    ['tag:agents tag:"computer vision"', true],
    ['tag:agents tag:maths', false],
    ['is:reading', true],
    ['is:unread', false],
    ['is:unread is:reading', true],
    ['tag:agents is:reading diffusion', true],
    ['tag:agents is:reading physics', false],
    ['', true],
  ])('%j: %s', (typed, found) => {
    expect(finds(typed)).toBe(found);
  });

  test('a status is never found on a paper that is not saved', () => {
    expect(finds('is:unread', { text: paper, tagIds: [] })).toBe(false);
  });

  test('scripts without case or accents are compared as they are', () => {
    const text = searchText({ title: '深度学习 и Машины', authors: [] });
    expect(finds('学习 машины', { text, tagIds: [] })).toBe(true);
    expect(fold('Й')).toBe(fold('й'));
  });
});

describe('narrowing', () => {
  test.each([
    ['dif', 'diff', true],
    ['dif', 'dif rivers', true],
    ['diff', 'dif', false],
    ['is:unread a', 'is:unread ab', true],
    ['is:unread', 'is:unread is:read', false],
    ['tag:a', 'tag:ab', false],
  ])('%j then %j: %s', (before, after, narrower) => {
    expect(narrows(parseQuery(before), parseQuery(after))).toBe(narrower);
  });
});
