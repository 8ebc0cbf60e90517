import { expect, test } from 'vitest';
import { keptOf } from '../../../lib/duplicates/kept-of';
import { emptyRecord } from '../../../lib/db/refresh';
import type { Paper } from '../../../lib/paper';

const one = (id: string, more: Partial<Paper> = {}, entry?: object) => ({
  paper: { ...emptyRecord(id, 'arxiv'), ...more },
  entry,
});

test('the saved one is kept, then the fuller one, then the older', () => {
  const plain = one('A');
  const full = one('B', { abstract: 'An abstract.' });
  expect(keptOf(plain, one('C', {}, {})).id).toBe('C');
  expect(keptOf(plain, full).id).toBe('B');
  expect(keptOf(one('C', {}, {}), full).id).toBe('C');
  expect(keptOf(one('B', { authorsCut: true }), one('C')).id).toBe('C');
  expect(keptOf(plain, one('B', { ids: ['pmid:1'] })).id).toBe('B');
  expect(keptOf(one('B'), plain).id).toBe('A');
});
