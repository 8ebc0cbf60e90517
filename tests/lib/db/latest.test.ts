import { describe, expect, test } from 'vitest';
import { latestOfEach } from '../../../lib/db/latest';
import type { LibraryEntry } from '../../../lib/paper';

const entry = (more: Partial<LibraryEntry>): LibraryEntry => ({
  paperId: 'P',
  savedAt: 1,
  status: 'unread',
  tagIds: [],
  note: '',
  clocks: { saved: '1' },
  ...more,
});

describe('one entry of two', () => {
  const decided = entry({
    status: 'read',
    tagIds: ['T'],
    note: 'From the backup.',
    clocks: { saved: '1', status: '2', tagIds: '3', note: '4' },
  });

  test('takes of each field what was set last', () => {
    const later = entry({ note: 'Later.', clocks: { saved: '1', note: '5' } });
    for (const one of [latestOfEach(decided, later), latestOfEach(later, decided)])
      expect(one).toMatchObject({ status: 'read', tagIds: ['T'], note: 'Later.' });
  });

  test('lets a field that was never set give way, however late the paper was saved', () => {
    const savedAgain = entry({ savedAt: 9, clocks: { saved: '9' } });
    for (const one of [latestOfEach(decided, savedAgain), latestOfEach(savedAgain, decided)])
      expect(one).toEqual({ ...decided, savedAt: 9, clocks: { ...decided.clocks, saved: '9' } });
  });
});
