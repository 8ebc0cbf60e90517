import { t } from '../lib/i18n';
import { number } from './numbers';

const IN_HOURS_UP_TO = 48;

/** A length of time in hours as "9 h", from two days on as "3 d"; never less than an hour. */
export function span(hours: number): string {
  if (hours <= IN_HOURS_UP_TO) return t('digest_hours', number(Math.max(1, Math.round(hours))));
  return t('digest_many_days', number(Math.round(hours / 24)));
}
