import type { Day } from '../paper';
import { countBy } from './count-by';

/** How many papers each month had with one tag. */
export interface TagMonths {
  /** Undefined: papers with none of the tags of the other rows. */
  tagId: string | undefined;
  /** One for each month. */
  counts: number[];
  total: number;
}

/**
 * The tags most met within these months, most first, then what has none of them where there is any.
 * A paper with several tags counts for each.
 * @param months as `YYYY-MM`
 */
export function tagMonths(
  papers: Iterable<{ day: Day; tagIds: readonly string[] }>,
  months: readonly string[],
  top: number,
): TagMonths[] {
  const place = new Map(months.map((month, i) => [month, i] as const));
  const within = [...papers].flatMap(({ day, tagIds }) => {
    const at = place.get(day.slice(0, 7));
    return at === undefined ? [] : [{ at, tagIds }];
  });
  const used = countBy(within.flatMap(({ tagIds }) => tagIds));
  const tags = [...used.keys()].sort((a, b) => used.get(b)! - used.get(a)! || (a < b ? -1 : 1));
  const kept = tags.slice(0, top);
  const ofTag = (tagId: string) => within.filter(({ tagIds }) => tagIds.includes(tagId));
  const others = within.filter(({ tagIds }) => !kept.some((tagId) => tagIds.includes(tagId)));
  const rows = kept.map((tagId) => row(tagId, ofTag(tagId), months.length));
  return others.length > 0 ? [...rows, row(undefined, others, months.length)] : rows;
}

function row(tagId: string | undefined, papers: readonly { at: number }[], of: number): TagMonths {
  const counts = Array.from({ length: of }, () => 0);
  for (const { at } of papers) counts[at]!++;
  return { tagId, counts, total: papers.length };
}
