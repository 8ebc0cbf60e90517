import { browser } from 'wxt/browser';
import type { Instant } from '../paper';

const MINUTE = 60_000;
const STEPS: [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['minute', MINUTE, 60],
  ['hour', 60 * MINUTE, 24],
  ['day', 24 * 60 * MINUTE, 14],
  ['week', 7 * 24 * 60 * MINUTE, 9],
  ['month', 30.44 * 24 * 60 * MINUTE, 12],
  ['year', 365.25 * 24 * 60 * MINUTE, Infinity],
];

let format: Intl.RelativeTimeFormat | undefined;

/** "3d ago" in the language of the browser; never in the future. */
export function ago(then: Instant, now: Instant): string {
  format ??= new Intl.RelativeTimeFormat(browser.i18n.getUILanguage(), { style: 'narrow' });
  const passed = Math.max(0, now - then);
  const [unit, length] = STEPS.find(([, each, most]) => passed / each < most) ?? STEPS.at(-1)!;
  return format.format(-Math.floor(passed / length), unit);
}
