import { localDay, type Day, type Instant } from '../../lib/paper';

/** The user's last `count` local dates, today last. */
export function lastDays(now: Instant, count: number): Day[] {
  const noon = new Date(now);
  noon.setHours(12, 0, 0, 0);
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(noon);
    day.setDate(noon.getDate() - (count - 1 - i));
    return localDay(day.getTime());
  });
}
