import { browser } from 'wxt/browser';
import type { Instant } from '../paper';

const DAY = 24 * 60 * 60 * 1000;

let format: Intl.RelativeTimeFormat | undefined;

/** "3d ago" in the language of the browser; never in the future. */
export function ago(then: Instant, now: Instant): string {
  format ??= new Intl.RelativeTimeFormat(browser.i18n.getUILanguage(), { style: 'narrow' });
  const days = Math.max(0, now - then) / DAY;
  if (days < 1) return format.format(-Math.floor(days * 24), 'hour');
  if (days < 60) return format.format(-Math.floor(days), 'day');
  return format.format(-Math.floor(days / 30.44), 'month');
}
