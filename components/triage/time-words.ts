import { plural, t } from '../../lib/i18n';

const MINUTE = 60_000;
const HOURS_FROM = 90;

/** A length of time in milliseconds as "about 9 min left"; hours from an hour and a half on. */
export function timeWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (ms < MINUTE) return t('triage_time_moment');
  if (minutes < HOURS_FROM) return plural('triage_time_minutes', minutes);
  return plural('triage_time_hours', Math.round(minutes / 60));
}
