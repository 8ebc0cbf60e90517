import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, firstInstant, localTime, weekdayOf } from '../../../lib/digest/calendar';
import { clock, utc } from './clock';

describe('the local time of an instant', () => {
  test.each([
    ['Europe/Berlin', '2026-01-15T12:00Z', '2026-01-15', '13:00'],
    ['Europe/Berlin', '2026-07-15T22:30Z', '2026-07-16', '00:30'],
    ['America/New_York', '2026-01-01T04:59Z', '2025-12-31', '23:59'],
    ['America/New_York', '2026-03-08T07:00Z', '2026-03-08', '03:00'],
    ['Pacific/Apia', '2026-06-01T12:00Z', '2026-06-02', '01:00'],
    ['Pacific/Apia', '2011-12-30T09:59Z', '2011-12-29', '23:59'],
    ['Pacific/Apia', '2011-12-30T10:00Z', '2011-12-31', '00:00'],
    ['Australia/Lord_Howe', '2026-01-15T12:00Z', '2026-01-15', '23:00'],
    ['Australia/Lord_Howe', '2026-07-15T12:00Z', '2026-07-15', '22:30'],
    ['Asia/Kathmandu', '2026-02-28T18:14Z', '2026-02-28', '23:59'],
    ['Asia/Kathmandu', '2026-02-28T18:15Z', '2026-03-01', '00:00'],
    ['Etc/GMT+12', '2026-06-01T11:59Z', '2026-05-31', '23:59'],
  ])('in %s at %s: %s, %s', (zone, at, day, time) => {
    expect(localTime(utc(at), zone)).toEqual({ day, minute: clock(time) });
  });

  test('seconds do not count', () => {
    const late = utc('2026-01-15T11:59Z') + 59_999;
    expect(localTime(late, 'Europe/Berlin').minute).toBe(clock('12:59'));
  });

  test('a zone that nobody knows is an error', () => {
    expect(() => localTime(0, 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('the first instant of a local minute', () => {
  test.each([
    ['on a usual day', 'Europe/Berlin', '2026-01-15', '08:00', '2026-01-15T07:00Z'],
    ['on the morning after the gap', 'Europe/Berlin', '2026-03-29', '08:00', '2026-03-29T06:00Z'],
    ['before the gap', 'Europe/Berlin', '2026-03-29', '01:59', '2026-03-29T00:59Z'],
    ['at the start of the gap', 'Europe/Berlin', '2026-03-29', '02:00', '2026-03-29T01:00Z'],
    ['in the gap', 'Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:00Z'],
    ['after the gap', 'Europe/Berlin', '2026-03-29', '03:01', '2026-03-29T01:01Z'],
    ['in the fold', 'Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30Z'],
    ['after the fold', 'Europe/Berlin', '2026-10-25', '03:00', '2026-10-25T02:00Z'],
    ['in the gap', 'America/New_York', '2026-03-08', '02:15', '2026-03-08T07:00Z'],
    ['in the fold', 'America/New_York', '2026-11-01', '01:15', '2026-11-01T05:15Z'],
    ['in a gap of half an hour', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30Z'],
    ['after that gap', 'Australia/Lord_Howe', '2026-10-04', '02:45', '2026-10-03T15:45Z'],
    [
      'in a fold of half an hour',
      'Australia/Lord_Howe',
      '2026-04-05',
      '01:45',
      '2026-04-04T14:45Z',
    ],
    ['after that fold', 'Australia/Lord_Howe', '2026-04-05', '02:10', '2026-04-04T15:40Z'],
    ['where it never changes', 'Asia/Kathmandu', '2026-03-29', '08:00', '2026-03-29T02:15Z'],
    ['on a day that never was', 'Pacific/Apia', '2011-12-30', '08:00', '2011-12-30T10:00Z'],
    ['on the day after', 'Pacific/Apia', '2011-12-31', '08:00', '2011-12-30T18:00Z'],
    ['where midnight is skipped', 'Africa/Cairo', '2026-04-24', '00:00', '2026-04-23T22:00Z'],
    [
      'where the fold goes to the day before',
      'Africa/Cairo',
      '2026-10-29',
      '23:30',
      '2026-10-29T20:30Z',
    ],
  ])('%s: %s %s %s is %s', (_, zone, day, time, at) => {
    expect(iso(firstInstant(day, clock(time), zone))).toBe(at);
  });

  test('is the first, whatever the zone and the day', () => {
    fc.assert(
      fc.property(zone, day, minute, (zone, day, minute) => {
        const at = firstInstant(day, minute, zone);
        const wanted = sortable({ day, minute });
        expect(sortable(localTime(at, zone)) >= wanted).toBe(true);
        for (let before = 1; before <= 150; before++)
          expect(sortable(localTime(at - before * 60_000, zone)) < wanted).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ['2026-02-28', 1, '2026-03-01', 0],
  ['2028-02-28', 1, '2028-02-29', 2],
  ['2026-01-01', -1, '2025-12-31', 3],
  ['2026-03-29', 7, '2026-04-05', 0],
])('%s and %i days is %s', (from, days, to, weekday) => {
  expect(addDays(from, days)).toBe(to);
  expect(weekdayOf(to)).toBe(weekday);
});

const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'America/St_Johns',
);
const minute = fc.integer({ min: 0, max: 1439 });
/** Half of them near the days on which clocks change. */
const day = fc.oneof(
  fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-04-24', '2026-10-04'),
  fc.constantFrom('2026-10-25', '2026-10-29', '2026-10-30', '2026-11-01', '2011-12-30'),
  fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days)),
);

function sortable({ day, minute }: { day: string; minute: number }): string {
  return `${day} ${String(minute).padStart(4, '0')}`;
}

function iso(at: number): string {
  return new Date(at).toISOString().replace(':00.000Z', 'Z');
}
