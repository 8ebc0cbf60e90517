import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, firstInstant, localTime } from '../../../lib/digest/calendar';
import { latestDue, nextDueAt } from '../../../lib/digest/due';
import { nextStep, startFrom, type DigestState } from '../../../lib/digest/next-step';
import type { DigestSchedule } from '../../../lib/digest/schedule';
import { clock, DAILY, utc } from './clock';

const BERLIN = 'Europe/Berlin';
const AT_EIGHT: DigestSchedule = { time: clock('08:00'), days: DAILY };
const NIGHT = { from: clock('22:00'), to: clock('07:00') };
const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';
const WEDNESDAY = '2026-11-25';

const onTime = (day: string): DigestState => ({ settled: day, told: day });
const freeze = (day: string, settled = day) => ({
  kind: 'freeze',
  day,
  state: { settled, told: day },
});
const waitUntil = (at: string) => ({ kind: 'wait', until: utc(at) });

describe('a digest a day at eight in Berlin', () => {
  const step = (state: DigestState, at: string) => nextStep(AT_EIGHT, state, utc(at), BERLIN);

  test('waits for its time', () => {
    expect(step(onTime(MONDAY), '2026-11-24T06:59Z')).toEqual(waitUntil('2026-11-24T07:00Z'));
  });

  test('comes at its time, and late on the same day', () => {
    expect(step(onTime(MONDAY), '2026-11-24T07:00Z')).toEqual(freeze(TUESDAY));
    expect(step(onTime(MONDAY), '2026-11-24T22:59Z')).toEqual(freeze(TUESDAY));
  });

  test('comes once', () => {
    expect(step(onTime(TUESDAY), '2026-11-24T07:00Z')).toEqual(waitUntil('2026-11-25T07:00Z'));
  });

  test('comes once for all days of an absence', () => {
    expect(step(onTime('2026-11-02'), '2026-11-24T09:00Z')).toEqual(freeze(TUESDAY));
  });

  test('catches up at once, dated today, before the time of today', () => {
    expect(step(onTime('2026-11-21'), '2026-11-24T05:00Z')).toEqual(freeze(TUESDAY, MONDAY));
  });

  test('lets the time of today go after a catch-up, and is on time again tomorrow', () => {
    const early = { settled: MONDAY, told: TUESDAY };
    expect(step(early, '2026-11-24T05:00Z')).toEqual(waitUntil('2026-11-24T07:00Z'));
    expect(step(early, '2026-11-24T07:00Z')).toEqual({ kind: 'settle', state: onTime(TUESDAY) });
    expect(step(onTime(TUESDAY), '2026-11-25T06:00Z')).toEqual(waitUntil('2026-11-25T07:00Z'));
  });

  test('catches up again where the browser was closed at the time of a day caught up early', () => {
    const early = { settled: MONDAY, told: TUESDAY };
    expect(step(early, '2026-11-25T05:00Z')).toEqual(freeze(WEDNESDAY, TUESDAY));
  });

  test('keeps to the clock in the night an hour short and in the night an hour long', () => {
    expect(step(onTime('2026-03-28'), '2026-03-28T12:00Z')).toEqual(waitUntil('2026-03-29T06:00Z'));
    expect(step(onTime('2026-10-24'), '2026-10-24T12:00Z')).toEqual(waitUntil('2026-10-25T07:00Z'));
  });
});

describe('an hour that is skipped, and one that comes twice', () => {
  test.each([
    ['Europe/Berlin', '02:30', '2026-03-29', '2026-03-29T01:00Z'],
    ['America/New_York', '02:30', '2026-03-08', '2026-03-08T07:00Z'],
    ['Australia/Lord_Howe', '02:10', '2026-10-04', '2026-10-03T15:30Z'],
    ['Europe/Berlin', '02:30', '2026-10-25', '2026-10-25T00:30Z'],
    ['America/New_York', '01:30', '2026-11-01', '2026-11-01T05:30Z'],
    ['Australia/Lord_Howe', '01:45', '2026-04-05', '2026-04-04T14:45Z'],
  ])('%s at %s on %s: one digest, at %s', (zone, time, day, at) => {
    const schedule = { time: clock(time), days: DAILY };
    const state = onTime(addDays(day, -1));
    expect(nextStep(schedule, state, utc(at) - 1, zone)).toEqual(waitUntil(at));
    expect(nextStep(schedule, state, utc(at), zone)).toEqual(freeze(day));
    for (let hours = 0; hours < 20; hours++)
      expect(nextStep(schedule, onTime(day), utc(at) + hours * 3_600_000, zone).kind).toBe('wait');
  });

  test('late in the second of the two hours it is still due', () => {
    const schedule = { time: clock('02:30'), days: DAILY };
    const second = utc('2026-10-25T01:10Z');
    expect(nextStep(schedule, onTime('2026-10-24'), second, BERLIN)).toEqual(freeze('2026-10-25'));
  });
});

describe('chosen days', () => {
  const mondays = { ...AT_EIGHT, days: [1] };

  test('another day has none', () => {
    const step = nextStep(mondays, onTime(MONDAY), utc('2026-11-25T12:00Z'), BERLIN);
    expect(step).toEqual(waitUntil('2026-11-30T07:00Z'));
  });

  test('a missed one is caught up on another day', () => {
    const step = nextStep(mondays, onTime('2026-11-16'), utc('2026-11-25T04:00Z'), BERLIN);
    expect(step).toEqual(freeze(WEDNESDAY, MONDAY));
  });

  test('without any there is nothing to wait for', () => {
    const never = { ...AT_EIGHT, days: [] };
    const now = utc('2026-11-25T12:00Z');
    expect(latestDue(never, now, BERLIN)).toBeUndefined();
    expect(nextDueAt(never, MONDAY, now, BERLIN)).toBeUndefined();
    expect(nextStep(never, onTime(MONDAY), now, BERLIN)).toEqual({
      kind: 'wait',
      until: undefined,
    });
  });
});

describe('quiet hours', () => {
  test('a catch-up waits for their end', () => {
    const schedule = { ...AT_EIGHT, quiet: NIGHT };
    const night = utc('2026-11-24T04:00Z');
    const state = onTime('2026-11-22');
    expect(nextDueAt(schedule, state.settled, night, BERLIN)).toBe(utc('2026-11-24T06:00Z'));
    expect(nextStep(schedule, state, night, BERLIN)).toEqual(waitUntil('2026-11-24T06:00Z'));
    const morning = nextStep(schedule, state, utc('2026-11-24T06:00Z'), BERLIN);
    expect(morning).toEqual(freeze(TUESDAY, MONDAY));
  });

  test('a time within them comes every morning, not every other', () => {
    const late = { time: clock('23:00'), days: DAILY, quiet: NIGHT };
    const evening = nextStep(late, onTime(TUESDAY), utc('2026-11-24T22:00Z'), BERLIN);
    expect(evening).toEqual(waitUntil('2026-11-25T06:00Z'));
    const morning = nextStep(late, onTime(TUESDAY), utc('2026-11-25T06:00Z'), BERLIN);
    expect(morning).toEqual(freeze(WEDNESDAY));
  });
});

describe('journeys', () => {
  const step = (state: DigestState, at: string, zone: string) =>
    nextStep(AT_EIGHT, state, utc(at), zone);

  test('east, the day comes sooner', () => {
    // Told in New York on Monday at 8:00; in Berlin it is Tuesday 9:00 at 8:00 UTC.
    expect(step(onTime(MONDAY), '2026-11-24T08:00Z', BERLIN)).toEqual(freeze(TUESDAY));
  });

  test('west, over the date line, a day that comes twice has one digest', () => {
    // Told in Apia on Tuesday at 8:00 (UTC+13), which is Monday in New York.
    const apia = step(onTime(MONDAY), '2026-11-23T19:00Z', 'Pacific/Apia');
    expect(apia).toEqual(freeze(TUESDAY));
    const at = (now: string) => step(onTime(TUESDAY), now, 'America/New_York');
    expect(at('2026-11-23T20:00Z')).toEqual(waitUntil('2026-11-25T13:00Z'));
    expect(at('2026-11-24T13:00Z')).toEqual(waitUntil('2026-11-25T13:00Z'));
    expect(at('2026-11-25T13:00Z')).toEqual(freeze(WEDNESDAY));
  });

  test('east, over the date line, a day that never comes is caught up', () => {
    const tuesdays = { ...AT_EIGHT, days: [2] };
    const landed = utc('2026-11-24T11:30Z');
    const step = nextStep(tuesdays, onTime('2026-11-17'), landed, 'Pacific/Apia');
    expect(step).toEqual(freeze(WEDNESDAY, TUESDAY));
  });

  test('a Friday that Apia never had is caught up on Saturday', () => {
    const fridays = { ...AT_EIGHT, days: [5] };
    const saturday = utc('2011-12-30T10:00Z');
    const state = onTime('2011-12-23');
    expect(nextStep(fridays, state, saturday - 1, 'Pacific/Apia')).toEqual(
      waitUntil('2011-12-30T10:00Z'),
    );
    expect(nextStep(fridays, state, saturday, 'Pacific/Apia')).toEqual(
      freeze('2011-12-31', '2011-12-30'),
    );
  });

  test('a catch-up before a flight west is the only digest of its date', () => {
    const early = { settled: MONDAY, told: TUESDAY };
    expect(step(early, '2026-11-23T22:00Z', 'America/New_York').kind).toBe('wait');
    expect(step(early, '2026-11-24T13:00Z', 'America/New_York')).toEqual({
      kind: 'settle',
      state: onTime(TUESDAY),
    });
  });
});

describe('a clock that was wrong', () => {
  test('years ahead does not silence the digest', () => {
    const state = onTime('2031-05-01');
    const settled = nextStep(AT_EIGHT, state, utc('2026-11-24T12:00Z'), BERLIN);
    expect(settled).toEqual({ kind: 'settle', state: { settled: MONDAY, told: '2031-05-01' } });
    const after = { settled: MONDAY, told: '2031-05-01' };
    expect(nextStep(AT_EIGHT, after, utc('2026-11-24T12:00Z'), BERLIN)).toEqual(freeze(TUESDAY));
  });

  test('years behind for a while does not double today', () => {
    const state = onTime(TUESDAY);
    const behind = nextStep(AT_EIGHT, state, utc('2015-01-01T00:00Z'), BERLIN);
    const lost = { settled: '2014-12-31', told: TUESDAY };
    expect(behind).toEqual({ kind: 'settle', state: lost });
    expect(nextStep(AT_EIGHT, lost, utc('2026-11-24T12:00Z'), BERLIN)).toEqual({
      kind: 'settle',
      state: onTime(TUESDAY),
    });
  });
});

describe('a reader who subscribes', () => {
  const now = utc('2026-11-24T06:00Z');

  test('has the first digest today, and none for the days before', () => {
    const state = startFrom(undefined, now, BERLIN);
    expect(state).toEqual({ settled: MONDAY });
    expect(nextStep(AT_EIGHT, state, now, BERLIN)).toEqual(waitUntil('2026-11-24T07:00Z'));
  });

  test('again, after a year, is not told at night of what was missed', () => {
    expect(startFrom(onTime('2025-11-24'), now, BERLIN)).toEqual({
      settled: MONDAY,
      told: '2025-11-24',
    });
  });

  test('again, on the same day, is not told twice', () => {
    expect(startFrom(onTime(TUESDAY), now, BERLIN)).toEqual(onTime(TUESDAY));
  });
});

describe('whatever the schedule, the state and the zone', () => {
  test('a wait comes after two steps at most, and one of them is a digest at most', () => {
    fc.assert(
      fc.property(situation, ({ schedule, state, now, zone }) => {
        const kinds = stepsAt(schedule, state, now, zone);
        expect(kinds.at(-1)).toBe('wait');
        expect(kinds.length).toBeLessThanOrEqual(3);
        expect(kinds.filter((kind) => kind === 'freeze').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  test('a wait ends in the future, and nothing is due before it ends', () => {
    fc.assert(
      fc.property(situation, fc.double({ min: 0, max: 1, noNaN: true }), (situation, part) => {
        const { schedule, state, now, zone } = situation;
        const step = nextStep(schedule, state, now, zone);
        if (step.kind !== 'wait') return;
        if (step.until === undefined) throw new Error('A chosen day has no time.');
        expect(step.until).toBeGreaterThan(now);
        const between = Math.floor(now + (step.until - 1 - now) * part);
        expect(nextStep(schedule, state, between, zone)).toEqual(step);
        expect(nextStep(schedule, state, step.until, zone)).not.toEqual(step);
      }),
      { numRuns: 500 },
    );
  });

  test('a day that was told is not told again in any zone', () => {
    fc.assert(
      fc.property(situation, zones, fc.nat(50), (situation, elsewhere, hours) => {
        const { schedule, state, now, zone } = situation;
        const step = nextStep(schedule, state, now, zone);
        if (step.kind !== 'freeze') return;
        const later = nextStep(schedule, step.state, now + hours * 3_600_000, elsewhere);
        if (later.kind === 'freeze') expect(later.day > step.day).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

function stepsAt(schedule: DigestSchedule, state: DigestState, now: number, zone: string) {
  const kinds: string[] = [];
  for (let next = state; kinds.length < 9;) {
    const step = nextStep(schedule, next, now, zone);
    kinds.push(step.kind);
    if (step.kind === 'wait') break;
    next = step.state;
  }
  return kinds;
}

const minute = fc.integer({ min: 0, max: 1439 });
const zones = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Etc/GMT+12',
);

const situation = fc
  .record({
    time: minute,
    days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    quiet: fc.option(fc.record({ from: minute, to: minute }), { nil: undefined }),
    zone: zones,
    date: fc.integer({ min: 0, max: 400 }),
    at: minute,
    settled: fc.integer({ min: -20, max: 4 }),
    told: fc.option(fc.integer({ min: -20, max: 4 }), { nil: undefined }),
  })
  .map(({ time, days, quiet, zone, date, at, settled, told }) => {
    const now = firstInstant(addDays('2026-01-01', date), at, zone);
    const today = localTime(now, zone).day;
    return {
      schedule: { time, days, ...(quiet && { quiet }) } satisfies DigestSchedule,
      state: {
        settled: addDays(today, settled),
        ...(told !== undefined && { told: addDays(today, told) }),
      } satisfies DigestState,
      now,
      zone,
    };
  });
