import { describe, expect, test } from 'vitest';
import { stubOf } from '../../../lib/db/housekeeping';
import { emptyRecord, refreshed, unitePapers } from '../../../lib/db/refresh';
import type { SeenPaper } from '../../../lib/paper';
import { NOON, seen } from './fresh-db';

const record = (id: string, more: Partial<SeenPaper>) =>
  refreshed(emptyRecord(id, 'arxiv'), seen('A Record of Several Versions', more), 'arxiv', NOON);

describe('a paper whose text was dropped', () => {
  test('is called by its number when only its number is met again', () => {
    const stub = stubOf(record('P', { ids: ['arxiv:2608.00001'] }));
    const row = seen('arXiv:2608.00001', {
      ids: ['arxiv:2608.00001'],
      authors: [],
      provisional: true,
    });
    const again = refreshed(stub, row, 'link', NOON + 1);
    expect(again).toMatchObject({ title: 'arXiv:2608.00001', provisional: true });
    expect(again.stub).toBeUndefined();
    const whole = refreshed(again, seen('Its True Title'), 'arxiv', NOON + 2);
    expect(whole).toMatchObject({ title: 'Its True Title' });
    expect(whole.provisional).toBeUndefined();
  });
});

describe('one record of two', () => {
  const first = record('A', { version: 1, abstract: 'A long abstract of the first version.' });
  const third = record('B', { version: 3, abstract: 'Shorter in the third.' });

  test.each([
    ['first into third', third, first],
    ['third into first', first, third],
  ])('keeps the abstract of the newer version: %s', (_, main, other) => {
    const united = unitePapers(main, other);
    expect(united.abstract).toBe('Shorter in the third.');
    expect(united.versions.map(({ version }) => version)).toEqual([1, 3]);
  });
});
