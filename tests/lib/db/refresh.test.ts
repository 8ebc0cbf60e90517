import { describe, expect, test } from 'vitest';
import { stubOf } from '../../../lib/db/housekeeping';
import { emptyRecord, refreshed, saysTheSame, unitePapers } from '../../../lib/db/refresh';
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

describe('the categories of a paper', () => {
  const first = record('A', { categories: ['cs.LG', 'stat.ML'] });

  test('stay where a page says nothing of them', () => {
    const again = refreshed(first, seen('A Record of Several Versions'), 'hugging-face', NOON + 1);
    expect(again.categories).toEqual(['cs.LG', 'stat.ML']);
    expect(refreshed(first, seen('x', { categories: [] }), 'text', NOON + 1).categories).toEqual([
      'cs.LG',
      'stat.ML',
    ]);
  });

  test('gain those that it is listed in later', () => {
    const crossed = seen('A Record of Several Versions', { categories: ['cs.LG', 'cs.CY'] });
    const after = refreshed(first, crossed, 'arxiv-rss', NOON + 1);
    expect(after.categories).toEqual(['cs.LG', 'stat.ML', 'cs.CY']);
    expect(saysTheSame(first, after)).toBe(false);
  });

  test('are no news when they are said again', () => {
    const again = seen('A Record of Several Versions', { categories: ['stat.ML', 'cs.LG'] });
    expect(saysTheSame(first, refreshed(first, again, 'arxiv-rss', NOON + 1))).toBe(true);
  });

  test('are never more than a backup can hold', () => {
    const many = (archive: string) => Array.from({ length: 40 }, (_, i) => `${archive}.${i}`);
    const full = refreshed(
      record('A', { categories: many('cs') }),
      seen('x', { categories: many('math') }),
      'arxiv-rss',
      NOON,
    );
    expect(full.categories).toHaveLength(50);
    expect(full.categories!.slice(0, 40)).toEqual(many('cs'));
  });

  test('are those of both records of one paper', () => {
    const other = record('B', { categories: ['cs.CY'] });
    expect(unitePapers(first, other).categories).toEqual(['cs.LG', 'stat.ML', 'cs.CY']);
    expect(unitePapers(record('C', {}), other).categories).toEqual(['cs.CY']);
    expect(unitePapers(record('C', {}), record('D', {}))).not.toHaveProperty('categories');
  });
});
