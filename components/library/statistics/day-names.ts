import { browser } from 'wxt/browser';
import type { Day } from '../../../lib/paper';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day or a month (`YYYY-MM`) in the language of the browser. */
export function named(day: Day, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(browser.i18n.getUILanguage(), { ...options, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format.format(Date.parse(day));
}

/** "Tue, 4 Aug 2026". */
export function wholeDay(day: Day): string {
  return named(day, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
}

/** "August 2026". */
export function wholeMonth(month: string): string {
  return named(month, { month: 'long', year: 'numeric' });
}
