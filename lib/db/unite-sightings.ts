import type { Sighting } from '../paper';

/** One row of two that tell of the same paper in the same list on the same day. */
export function uniteSightings(a: Sighting, b: Sighting): Sighting {
  const [earlier, later] = a.lastAt <= b.lastAt ? [a, b] : [b, a];
  const one: Sighting = {
    ...earlier,
    ...later,
    firstAt: Math.min(a.firstAt, b.firstAt),
    lastAt: later.lastAt,
  };
  const ranks = [a.rank, b.rank].filter((rank) => rank !== undefined);
  if (ranks.length > 0) one.rank = Math.min(...ranks);
  if (a.folded || b.folded) one.folded = Math.max(a.folded ?? 1, b.folded ?? 1);
  return one;
}
