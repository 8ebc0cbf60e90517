import type { PaperId, Tag } from '../paper';
import type { JournalRow } from './rows';
import type { OffprintDb } from './schema';

/** What stands again after an act was taken back, to be said to the user. */
export interface TakenBack {
  what: 'saved' | 'unsaved' | 'status' | 'tags' | 'note' | 'order' | 'tag' | 'merged' | 'apart';
  /** How many papers or tags it concerned. */
  count: number;
  /** The title or the tag's name, where it was one. */
  name: string;
}

/** Tells what taking back `group` did; undefined where the journal no longer knows it. */
export async function takenBack(db: OffprintDb, group: string): Promise<TakenBack | undefined> {
  const rows = await db.journal.where('groupId').equals(group).toArray();
  // Of tags that were merged, the papers they stood on are not what it was about.
  const tags = rows.filter(({ entity }) => entity === 'tags');
  const about = tags.length > 0 ? tags : rows;
  const [first] = about;
  if (!first) return undefined;
  const count = new Set(about.map((row) => row.entityId)).size;
  if (first.entity === 'merges' || first.entity === 'distinct')
    return { what: first.entity === 'merges' ? 'merged' : 'apart', count: 1, name: '' };
  const name =
    first.entity === 'tags' ? tagName(first) : ((await db.papers.get(first.entityId))?.title ?? '');
  return { what: kindOf(first), count, name };
}

function kindOf(row: JournalRow): TakenBack['what'] {
  if (row.entity === 'tags') return 'tag';
  if (row.field === 'saved') return row.after === null ? 'saved' : 'unsaved';
  if (row.field === 'tagIds') return 'tags';
  return row.field === 'note' || row.field === 'order' ? row.field : 'status';
}

function tagName(row: JournalRow): string {
  const kept = (row.before ?? row.after) as Tag | { tag: Tag; paperIds: PaperId[] };
  return 'tag' in kept ? kept.tag.name : kept.name;
}
