import type { ShownTag } from '../messages';
import { cleanTagName, tagNameKey } from '../tag-name';

const SUGGESTED = 50;
export const PLAIN_COLOR = 7;

export interface Suggestion extends ShownTag {
  /** Whether the paper has it. */
  has: boolean;
  /** Whether it would be a new tag. */
  isNew: boolean;
}

/** The tags that fit what was typed, those beginning with it first, and the one it would make. */
export function suggestTags(
  typed: string,
  known: readonly ShownTag[],
  own: readonly ShownTag[],
): Suggestion[] {
  const key = tagNameKey(typed);
  const has = new Set(own.map(({ name }) => tagNameKey(name)));
  const byKey = new Map([...known, ...own].map((tag) => [tagNameKey(tag.name), tag]));
  const fits = [...byKey]
    .filter(([other]) => other.includes(key))
    .sort(([a], [b]) => Number(b.startsWith(key)) - Number(a.startsWith(key)))
    .slice(0, SUGGESTED)
    .map(([other, tag]) => ({ ...tag, has: has.has(other), isNew: false }));
  if (!key || byKey.has(key)) return fits;
  return [...fits, { name: cleanTagName(typed), color: PLAIN_COLOR, has: false, isNew: true }];
}
