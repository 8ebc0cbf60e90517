import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { db } from '../../../lib/db/open';
import { tagTable, type TagLine } from '../../../lib/db/tag-table';
import { tagNameKey } from '../../../lib/tag-name';

export type TagSort = 'name' | 'count' | 'createdAt' | 'lastUsedAt';

/** What is listed, in which order. */
export interface TagChoice {
  /** Part of the name. */
  typed: string;
  unusedOnly: boolean;
  sort: TagSort;
  descending: boolean;
}

/** Every tag, and those that are asked for in their order; undefined until they are read. */
export function useTagLines({ typed, unusedOnly, sort, descending }: TagChoice): {
  all: readonly TagLine[] | undefined;
  lines: readonly TagLine[];
} {
  const all = useLiveQuery(() => tagTable(db));
  const lines = useMemo(() => {
    const key = tagNameKey(typed);
    const found = (all ?? []).filter(
      (tag) => tag.nameKey.includes(key) && !(unusedOnly && tag.count > 0),
    );
    const byName = new Intl.Collator(undefined, { numeric: true });
    const turn = descending ? -1 : 1;
    return found.sort((a, b) => {
      const first = sort === 'name' ? 0 : ((a[sort] ?? 0) - (b[sort] ?? 0)) * turn;
      return first || byName.compare(a.name, b.name) * (sort === 'name' ? turn : 1);
    });
  }, [all, typed, unusedOnly, sort, descending]);
  return { all, lines };
}
