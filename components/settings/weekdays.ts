const SUNDAY = Date.UTC(2024, 0, 7);
const DAY_MS = 24 * 60 * 60 * 1000;
const MONDAY = 1;

/** The weekdays, 0 (Sunday) to 6, in the order of a language's calendars; from Monday if unknown. */
export function weekOf(language: string): number[] {
  const locale = new Intl.Locale(language) as Week;
  // 1 (Monday) to 7 (Sunday); a property before it became a method.
  const first = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? MONDAY;
  return Array.from({ length: 7 }, (_, i) => (first + i) % 7);
}

/** What a language calls a weekday, 0 (Sunday) to 6. */
export function weekdayName(language: string, day: number, weekday: 'short' | 'long'): string {
  return new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(
    SUNDAY + day * DAY_MS,
  );
}

/** What not every browser's `Intl.Locale` has. */
interface Week {
  getWeekInfo?(): { firstDay: number };
  weekInfo?: { firstDay: number };
}
