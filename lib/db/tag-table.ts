import type { Instant, Tag } from '../paper';
import { wallOf } from './clock';
import type { OffprintDb } from './schema';

/** A tag as the tag manager lists it. */
export interface TagLine extends Tag {
  /** How many saved papers have it. */
  count: number;
  /**
   * When a paper that has it was last saved, or last given other tags; absent where none has it.
   * When this very tag was put on is known to the journal alone, which forgets after a year.
   */
  lastUsedAt?: Instant;
}

/** Every tag with what is known of its use, in no order. */
export function tagTable(db: OffprintDb): Promise<TagLine[]> {
  return db.transaction('r', db.tags, db.library, async () => {
    const [tags, entries] = await Promise.all([db.tags.toArray(), db.library.toArray()]);
    const lines = new Map(tags.map((tag): [string, TagLine] => [tag.id, { ...tag, count: 0 }]));
    for (const { tagIds, savedAt, clocks } of entries) {
      if (tagIds.length === 0) continue;
      const at = Math.max(savedAt, clocks.tagIds ? wallOf(clocks.tagIds) : 0);
      for (const id of tagIds) {
        const line = lines.get(id);
        if (!line) continue;
        line.count++;
        line.lastUsedAt = Math.max(line.lastUsedAt ?? 0, at);
      }
    }
    return [...lines.values()];
  });
}
