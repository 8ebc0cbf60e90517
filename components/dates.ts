import { browser } from 'wxt/browser';
import { localDay, type Day, type Instant } from '../lib/paper';

const DAY_MS = 24 * 60 * 60 * 1000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** "21 Aug 2024" or "21 Aug" in the year of `now`, as the language of the browser writes it. */
export function shortDay(day: Day, now: Instant): string {
  const thisYear = day.startsWith(String(new Date(now).getFullYear()));
  return format(thisYear, 'UTC').format(Date.parse(`${day}T00:00:00Z`));
}

/** The local day of an instant, written the same way. */
export function shortDate(at: Instant, now: Instant): string {
  return format(new Date(at).getFullYear() === new Date(now).getFullYear()).format(at);
}

/** "today", "yesterday", or the day as `shortDay` writes it. */
export function nearDay(day: Day, now: Instant): string {
  const daysAgo = (Date.parse(localDay(now)) - Date.parse(day)) / DAY_MS;
  if (daysAgo !== 0 && daysAgo !== 1) return shortDay(day, now);
  const language = browser.i18n.getUILanguage();
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-daysAgo, 'day');
}

/** Minutes after midnight as a time of day, such as "08:00". */
export function timeOfDay(minutes: number): string {
  const language = browser.i18n.getUILanguage();
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' });
  return time.format(minutes * 60_000);
}

/** Date and time to the second. */
export function moment(at: Instant): string {
  return new Intl.DateTimeFormat(browser.i18n.getUILanguage(), {
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(at);
}

/** "5 min. ago", "3 days ago"; the date once that is more than a month. */
export function ago(at: Instant, now: Instant): string {
  const past = Math.max(0, now - at);
  if (past > 30 * DAY_MS) return shortDate(at, now);
  const relative = new Intl.RelativeTimeFormat(browser.i18n.getUILanguage(), {
    numeric: 'auto',
    style: 'short',
  });
  if (past < 60 * 60 * 1000) return relative.format(-Math.floor(past / 60_000), 'minute');
  if (past < DAY_MS) return relative.format(-Math.floor(past / (60 * 60 * 1000)), 'hour');
  return relative.format(-Math.floor(past / DAY_MS), 'day');
}

function format(thisYear: boolean, timeZone?: string): Intl.DateTimeFormat {
  const key = `${thisYear} ${timeZone}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(browser.i18n.getUILanguage(), {
      day: 'numeric',
      month: 'short',
      ...(thisYear ? {} : { year: 'numeric' }),
      ...(timeZone ? { timeZone } : {}),
    });
    formats.set(key, made);
  }
  return made;
}
