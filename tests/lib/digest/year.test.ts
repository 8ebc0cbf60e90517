import { describe, expect, test } from 'vitest';
import type { DigestSchedule } from '../../../lib/digest/schedule';
import type { Instant } from '../../../lib/paper';
import { clock, DAILY } from './clock';
import { OwedDays } from './owed-days';
import { SimulatedBrowser, type BrowserFaults } from './simulated-browser';
import { END, JOURNEY, MINUTE, RETURN, seeded, wallClock } from './simulated-world';
import type { Stay, Wall } from './simulated-world';

const HOUR = 60 * MINUTE;
const NO_FAULTS = { droppedAtRestart: 0, lostInSleep: 0, diesBeforeNotice: 0 };
const FAULTS = { droppedAtRestart: 0.5, lostInSleep: 0.3, diesBeforeNotice: 0.03 };
const NIGHT = { from: clock('22:00'), to: clock('07:00') };

/** A paper comes every three hours, by day and by night. */
const papersUntil = (now: Instant) => Math.floor((now - Date.UTC(2025, 11, 1)) / (3 * HOUR));

const SCHEDULES: [string, DigestSchedule][] = [
  ['daily at 8:00', { time: clock('08:00'), days: DAILY }],
  ['daily at 2:15', { time: clock('02:15'), days: DAILY }],
  ['workdays at 18:30', { time: clock('18:30'), days: [1, 2, 3, 4, 5], quiet: NIGHT }],
  ['daily at 23:30, in quiet hours', { time: clock('23:30'), days: DAILY, quiet: NIGHT }],
  ['Sundays at midnight', { time: 0, days: [0] }],
];

describe.each([
  ['Berlin, New York, Apia, Kathmandu', JOURNEY],
  ['Lord Howe, New York, Lord Howe, Berlin', RETURN],
])('a year in %s', (_, journey) => {
  test.each(SCHEDULES)('%s, with sleeps, restarts and lost alarms', (_name, schedule) => {
    for (const seed of [1, 2, 3]) {
      const random = seeded(seed);
      let next = 0;
      const browser = live(journey, schedule, FAULTS, random, (browser, now) => {
        if (now < next) return;
        // For up to fourteen hours, now and then for weeks.
        const hours = random() < 0.03 ? 500 * random() : 14 * random();
        next = now + Math.ceil(hours * 60) * MINUTE;
        const off = random() < 0.5 ? 'asleep' : 'closed';
        browser.turn(browser.power === 'on' ? off : 'on', now);
      });
      expect(browser.digests.size).toBeGreaterThan(20 * schedule.days.length);
    }
  });
});

test('a browser that always runs has every digest of the year at its minute', () => {
  const wallAt = wallClock(JOURNEY);
  const { notices } = live(JOURNEY, SCHEDULES[0]![1], NO_FAULTS, seeded(1), () => {});
  const late = notices.filter(({ at }) => wallAt(at).minute !== clock('08:00'));
  // From New York, Wednesday at 22:00, the reader comes to Apia on Thursday at 16:00.
  expect(late.map(({ day }) => day)).toEqual(['2026-11-12']);
  // The days of 2026, and New Year's Day in Kathmandu.
  expect(notices.length).toBe(366);
});

test.each([
  ['08:00', 366],
  ['12:00', 366],
  ['18:00', 365],
  ['23:00', 366],
])('a browser open from nine to five has its digest of %s every day: %i', (time, digests) => {
  const schedule = { time: clock(time), days: DAILY, quiet: NIGHT };
  const [winter, summer] = JOURNEY;
  const berlin = [winter!, summer!, { ...winter!, from: Date.UTC(2026, 9, 25, 1) }];
  const browser = live(berlin, schedule, NO_FAULTS, seeded(1), (browser, now, { minute }) => {
    if (minute === clock('09:00')) browser.turn('on', now);
    if (minute === clock('17:00')) browser.turn('closed', now);
  });
  expect(browser.notices.length).toBe(digests);
});

/**
 * Lives through a journey minute by minute, checks all the while that nothing is told twice and
 * no due day is missed, and returns the browser as it is at the end. `act` turns it on and off.
 */
function live(
  journey: readonly Stay[],
  schedule: DigestSchedule,
  faults: BrowserFaults,
  random: () => number,
  act: (browser: SimulatedBrowser, now: Instant, wall: Wall) => void,
): SimulatedBrowser {
  const start = journey[0]!.from;
  const wallAt = wallClock(journey);
  const first = wallAt(start);
  const owed = new OwedDays(schedule, first.date - 1);
  const browser = new SimulatedBrowser(schedule, faults, random, papersUntil, start, first.zone);
  const noticeDays: string[] = [];
  let { zone } = first;
  for (let now = start; now < END; now += MINUTE) {
    const wall = wallAt(now);
    if (wall.zone !== zone && browser.power === 'on') {
      // The computer sleeps on the way.
      browser.turn('asleep', now);
      browser.turn('on', now);
    }
    ({ zone } = wall);
    act(browser, now, wall);
    const ran = browser.tick(now, zone);
    while (browser.notices.length > noticeDays.length) noticeDays.push(wall.day);
    owed.check(now, wall, browser, ran);
  }
  expect(new Set(noticeDays).size, 'one notification a local day').toBe(noticeDays.length);
  expect(browser.notices.map(({ day }) => day)).toEqual(noticeDays);
  const told = browser.notices.flatMap(({ papers }) => papers);
  expect(new Set(told).size, 'every paper at most once').toBe(told.length);
  const last = [...browser.digests.values()].at(-1)!;
  expect(browser.ledger.size, 'no paper is left out').toBe(papersUntil(last.at));
  return browser;
}
