import * as z from 'zod/mini';

/** A date `YYYY-MM-DD` as pages write it; a page may name a day that no calendar has. */
export const daySchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A date that the calendar has: what days are counted from. */
export const calendarDaySchema = z.iso.date();
