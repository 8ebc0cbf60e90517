import { expect, test } from 'vitest';
import { isQuiet, outsideQuiet, quietUntil } from '../../../lib/digest/quiet';
import { clock, DAILY, utc } from './clock';

const quiet = (from: string, to: string) => ({
  time: clock('12:00'),
  days: DAILY,
  quiet: { from: clock(from), to: clock(to) },
});

test.each([
  ['before', '22:00', '07:00', '2026-01-15T20:59Z', undefined],
  ['at their start', '22:00', '07:00', '2026-01-15T21:00Z', '2026-01-16T06:00Z'],
  ['after midnight', '22:00', '07:00', '2026-01-16T03:00Z', '2026-01-16T06:00Z'],
  ['at their end', '22:00', '07:00', '2026-01-16T06:00Z', undefined],
  ['by day', '13:00', '14:30', '2026-01-15T12:30Z', '2026-01-15T13:30Z'],
  ['before those of the day', '13:00', '14:30', '2026-01-15T11:30Z', undefined],
  ['where there are none', '07:00', '07:00', '2026-01-15T06:00Z', undefined],
  ['in a night an hour short', '22:00', '07:00', '2026-03-28T23:00Z', '2026-03-29T05:00Z'],
  ['in a night an hour long', '22:00', '07:00', '2026-10-24T23:00Z', '2026-10-25T06:00Z'],
  ['that end in the gap', '22:00', '02:30', '2026-03-29T00:59Z', '2026-03-29T01:00Z'],
  ['that end in the fold', '22:00', '02:30', '2026-10-25T00:29Z', '2026-10-25T00:30Z'],
  ['that ended before the hour came again', '22:00', '02:30', '2026-10-25T01:10Z', undefined],
])('in Berlin, %s: %s to %s at %s', (_, from, to, now, end) => {
  expect(quietUntil(quiet(from, to), utc(now), 'Europe/Berlin')).toBe(end && utc(end));
});

test('without quiet hours none hold', () => {
  const schedule = { time: 0, days: DAILY };
  expect(quietUntil(schedule, utc('2026-01-15T00:00Z'), 'Asia/Kathmandu')).toBeUndefined();
});

test('in Kathmandu, at a quarter to', () => {
  const now = utc('2026-01-15T20:00Z');
  expect(quietUntil(quiet('22:00', '07:00'), now, 'Asia/Kathmandu')).toBe(utc('2026-01-16T01:15Z'));
});

test.each([
  ['before', '21:59', '22:00', '07:00', false],
  ['at their start', '22:00', '22:00', '07:00', true],
  ['after midnight', '03:00', '22:00', '07:00', true],
  ['at their end', '07:00', '22:00', '07:00', false],
  ['by day', '13:30', '13:00', '14:00', true],
  ['at their end by day', '14:00', '13:00', '14:00', false],
  ['where there are none', '13:00', '13:00', '13:00', false],
])('the clock %s: %s in %s to %s is %s', (_, time, from, to, is) => {
  expect(isQuiet(clock(time), quiet(from, to).quiet)).toBe(is);
});

test.each([
  ['outside', '08:00', [1, 2], '22:00', '07:00', '08:00', [1, 2]],
  ['before midnight', '23:00', [1, 6], '22:00', '07:00', '07:00', [2, 0]],
  ['after midnight', '03:00', [1, 6], '22:00', '07:00', '07:00', [1, 6]],
  ['at the start', '22:00', [1], '22:00', '07:00', '07:00', [2]],
  ['at the end', '07:00', [1], '22:00', '07:00', '07:00', [1]],
  ['by day', '13:10', [1], '13:00', '14:00', '14:00', [1]],
  ['where there are none', '13:00', [1], '13:00', '13:00', '13:00', [1]],
])('a time %s, %s on %j', (_, time, days, from, to, heardAt, heardOn) => {
  const schedule = { ...quiet(from, to), time: clock(time), days };
  expect(outsideQuiet(schedule)).toMatchObject({ time: clock(heardAt), days: heardOn });
});
