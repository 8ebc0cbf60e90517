/** How many levels there are above none. */
export const LEVELS = 4;

/**
 * Sorts counts into levels 1 to 4 by their rank among the counts there are, so that one day of an
 * import does not make all others look empty. The greatest is always of level 4, and 0 of level 0.
 */
export function levelsOf(counts: Iterable<number>): (count: number) => number {
  const ranked = [...new Set(counts)].filter((count) => count > 0).sort((a, b) => a - b);
  const levels = new Map(
    ranked.map((count, i) => [count, Math.ceil((LEVELS * (i + 1)) / ranked.length)] as const),
  );
  return (count) => levels.get(count) ?? 0;
}
