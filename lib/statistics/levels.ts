/** How many levels there are above none. */
export const LEVELS = 4;

/**
 * Sorts counts into levels 1 to 4 by how many others are lower, so that one day of an import does
 * not make all others look empty. The greatest is always of level 4, and 0 of level 0.
 */
export function levelsOf(counts: Iterable<number>): (count: number) => number {
  const ranked = [...counts].filter((count) => count > 0).sort((a, b) => a - b);
  const levels = new Map<number, number>();
  ranked.forEach((count, lower) => {
    if (!levels.has(count)) levels.set(count, 1 + Math.floor((LEVELS * lower) / ranked.length));
  });
  if (ranked.length > 0) levels.set(ranked.at(-1)!, LEVELS);
  return (count) => levels.get(count) ?? 0;
}
