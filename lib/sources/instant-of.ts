import type { Day, Instant } from '../paper';

// ISO 8601 and RFC 822; the browsers read a date into almost any other text, too.
const DATE = /^(?:[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4}\b|\d{4}-\d\d-\d\d(?:T|$))/;
const YEAR_10000 = 253_402_300_800_000;

/** The instant that a feed or an API writes as a date; undefined for any other text. */
export function instantOf(date = ''): Instant | undefined {
  const at = DATE.test(date) ? Date.parse(date) : NaN;
  return at >= 0 && at < YEAR_10000 ? at : undefined;
}

/** The calendar day of an instant in UTC. */
export function utcDay(at: Instant): Day {
  return new Date(at).toISOString().slice(0, 10);
}

/** The day of a date as `instantOf` reads it. */
export function dayOf(date?: string): Day | undefined {
  const at = instantOf(date);
  return at === undefined ? undefined : utcDay(at);
}
