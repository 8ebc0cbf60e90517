import { expect, test } from 'vitest';
import { checkRecord } from '../../../lib/backup/check-record';

const digest = {
  date: '2028-02-29',
  madeAt: 1_835_000_000_000,
  settled: '2028-02-28',
  items: [],
  missing: [],
};
const check = (row: object) => checkRecord(JSON.stringify(['digests', row]));

test('a digest of a day that the calendar has comes in', () => {
  expect(check(digest)).toEqual({ record: ['digests', digest] });
});

test.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-01', ''])(
  'no digest comes in that is dated %j',
  (day) => {
    expect(check({ ...digest, date: day })).toEqual({ bad: { kind: 'field', field: 'date' } });
    expect(check({ ...digest, settled: day })).toEqual({
      bad: { kind: 'field', field: 'settled' },
    });
  },
);
