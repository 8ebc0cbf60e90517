import type { Listed } from './listed-papers';

const DAY = 24 * 60 * 60 * 1000;

/** The lists as if they had come out `years` times 365.25 days later. */
export function laterBy(
  years: number,
  days: ReadonlyMap<string, readonly Listed[]>,
): Map<string, Listed[]> {
  const ms = Math.round(years * 365.25) * DAY;
  const later = (day: string) => new Date(Date.parse(day) + ms).toISOString().slice(0, 10);
  return new Map(
    [...days].map(([day, papers]) => [
      later(day),
      papers.map((paper) => ({
        ...paper,
        day: later(paper.day),
        submittedAt: paper.submittedAt + ms,
      })),
    ]),
  );
}
