import { expect, test } from 'vitest';
import { readingsOf, type SavedPaper, type StatusChange } from '../../../lib/statistics/readings';

const paper = (paperId: string, more: Partial<SavedPaper> = {}): SavedPaper => ({
  paperId,
  savedAt: 10,
  status: 'unread',
  tagIds: [],
  ...more,
});
const change = (
  at: number,
  after: StatusChange['after'],
  before?: StatusChange['before'],
  paperId = 'a',
): StatusChange => ({ paperId, at, before, after });

test('a paper was read when it was marked so first', () => {
  const changes = [change(20, 'reading'), change(30, 'read'), change(40, 'read')];
  expect([...readingsOf(changes, [paper('a', { status: 'read', statusAt: 40 })])]).toEqual([
    ['a', 30],
  ]);
});

test('marked as unread again, it was not', () => {
  expect(readingsOf([change(20, 'read'), change(30, 'unread')], [paper('a')]).size).toBe(0);
  expect(readingsOf([change(20, 'read'), change(30, 'reading')], [paper('a')]).size).toBe(0);
});

test('archived or removed, it stays read', () => {
  const changes = [change(20, 'read'), change(30, 'archived', 'read')];
  expect(readingsOf(changes, [paper('a', { status: 'archived' })]).get('a')).toBe(20);
  expect(readingsOf(changes, []).get('a')).toBe(20);
});

test('archived unread, it was not read', () => {
  const changes = [change(20, 'archived', 'unread')];
  expect(readingsOf(changes, [paper('a', { status: 'archived' })]).size).toBe(0);
});

test('saved as read and archived later, it was read when it was saved', () => {
  const changes = [change(30, 'archived', 'read')];
  expect(readingsOf(changes, [paper('a', { status: 'archived' })]).get('a')).toBe(10);
});

test('of an import, the paper itself tells', () => {
  expect(readingsOf([], [paper('a', { status: 'read', statusAt: 25 })]).get('a')).toBe(25);
  expect(readingsOf([], [paper('a', { status: 'read' })]).size).toBe(0);
  expect(readingsOf([], [paper('a', { status: 'archived', statusAt: 25 })]).size).toBe(0);
});

test('once compacted, the last change alone is enough', () => {
  expect(readingsOf([change(20, 'read')], [paper('a', { status: 'read' })]).get('a')).toBe(20);
});
