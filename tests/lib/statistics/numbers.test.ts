import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelsOf } from '../../../lib/statistics/levels';
import { medianDays } from '../../../lib/statistics/median-days';
import { streaks } from '../../../lib/statistics/streaks';
import { tagMonths } from '../../../lib/statistics/tag-months';
import { totals } from '../../../lib/statistics/totals';
import { lastMonths, weekOf, yearOfWeeks } from '../../../lib/statistics/weeks';

describe('weeks', () => {
  test('begin on the day they are told to', () => {
    // 25 November 2026 is a Wednesday.
    expect(weekOf('2026-11-25', 1)).toBe('2026-11-23');
    expect(weekOf('2026-11-25', 0)).toBe('2026-11-22');
    expect(weekOf('2026-11-22', 1)).toBe('2026-11-16');
    expect(weekOf('2026-11-22', 0)).toBe('2026-11-22');
  });

  test('make a year that ends today, each day once', () => {
    const weeks = yearOfWeeks('2026-11-25', 1);
    expect(weeks).toHaveLength(53);
    expect(weeks.at(-1)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
    expect(weeks[0]![0]).toBe('2025-11-24');
    const days = weeks.flat();
    expect(days).toHaveLength(52 * 7 + 3);
    expect(new Set(days).size).toBe(days.length);
    // Days on which clocks change in Europe and in the United States.
    for (const day of ['2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01'])
      expect(days).toContain(day);
  });

  test('months go back over the turn of the year', () => {
    expect(lastMonths('2026-02-28', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });
});

describe('streaks', () => {
  test('go on until yesterday, while today is not over', () => {
    const days = new Set(['2026-10-24', '2026-10-25', '2026-10-26', '2026-11-23', '2026-11-24']);
    expect(streaks(days, '2026-11-24')).toEqual({ current: 2, longest: 3 });
    expect(streaks(days, '2026-11-25')).toEqual({ current: 2, longest: 3 });
    expect(streaks(days, '2026-11-26')).toEqual({ current: 0, longest: 3 });
  });

  test('of nothing are none', () => {
    expect(streaks(new Set(), '2026-11-24')).toEqual({ current: 0, longest: 0 });
  });

  test('run over the ends of months, of years and of February', () => {
    const days = new Set(['2027-12-31', '2028-01-01', '2028-02-28', '2028-02-29', '2028-03-01']);
    expect(streaks(days, '2028-03-01')).toEqual({ current: 3, longest: 3 });
  });
});

test('totals count the week, the month and the year so far', () => {
  const counts = new Map([
    ['2025-12-31', 100],
    ['2026-01-01', 1],
    ['2026-10-31', 2],
    ['2026-11-01', 4],
    ['2026-11-22', 8],
    ['2026-11-23', 16],
    ['2026-11-25', 32],
    ['2026-11-26', 1000],
  ]);
  expect(totals(counts, '2026-11-25', 1)).toEqual({ week: 48, month: 60, year: 63 });
  expect(totals(counts, '2026-11-25', 0)).toEqual({ week: 56, month: 60, year: 63 });
});

test('the median is in calendar days, and never below none', () => {
  expect(medianDays([])).toBeUndefined();
  expect(medianDays([['2026-03-28', '2026-03-30']])).toBe(2);
  expect(
    medianDays([
      ['2026-11-01', '2026-11-01'],
      ['2026-11-01', '2026-11-02'],
      ['2026-11-01', '2026-11-05'],
      ['2026-11-01', '2027-11-01'],
    ]),
  ).toBe(2.5);
  expect(medianDays([['2026-11-02', '2026-11-01']])).toBe(0);
});

describe('levels', () => {
  test('are by rank, so that one great day does not hide the others', () => {
    const level = levelsOf([0, 1, 2, 3, 6000, 1, 0]);
    expect([0, 1, 2, 3, 6000].map(level)).toEqual([0, 1, 2, 3, 4]);
    expect(levelsOf([1, 1, 1])(1)).toBe(4);
    const mostlyOne = levelsOf([1, 1, 1, 1, 1, 1, 1, 1, 2, 2]);
    expect([1, 2].map(mostlyOne)).toEqual([1, 4]);
    expect(levelsOf([])(0)).toBe(0);
  });

  test('rise with the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1 }), (counts) => {
        const level = levelsOf(counts);
        const levels = [...counts].sort((a, b) => a - b).map(level);
        expect(levels).toEqual([...levels].sort((a, b) => a - b));
        expect(
          levels.every((each, i) => each > 0 === [...counts].sort((a, b) => a - b)[i]! > 0),
        ).toBe(true);
      }),
    );
  });
});

describe('tags by month', () => {
  const months = ['2026-10', '2026-11'];
  const papers = [
    { day: '2026-10-31', tagIds: ['agents'] },
    { day: '2026-11-01', tagIds: ['agents', 'theory'] },
    { day: '2026-11-02', tagIds: ['agents', 'rare'] },
    { day: '2026-11-02', tagIds: ['theory'] },
    { day: '2026-11-03', tagIds: ['rarer'] },
    { day: '2026-11-03', tagIds: [] },
    { day: '2025-11-03', tagIds: ['theory', 'theory of old', 'theory of old'] },
  ];

  test('are the most met ones, then what has none of them', () => {
    expect(tagMonths(papers, months, 2)).toEqual([
      { tagId: 'agents', counts: [1, 2], total: 3 },
      { tagId: 'theory', counts: [0, 2], total: 2 },
      { tagId: undefined, counts: [0, 2], total: 2 },
    ]);
  });

  test('have no rest where there is none', () => {
    expect(tagMonths(papers.slice(0, 1), months, 6)).toEqual([
      { tagId: 'agents', counts: [1, 0], total: 1 },
    ]);
    expect(tagMonths([], months, 6)).toEqual([]);
  });
});
