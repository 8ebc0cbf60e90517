import type { LibraryEntry, Tag } from '../paper';
import type { JournalRow } from './rows';
import type { OffprintDb } from './schema';

/** Tags that taking `row` back needs: its own, and those that an undo dropped as unused since. */
export async function tagsToPutBack(db: OffprintDb, row: JournalRow): Promise<Tag[]> {
  const own = row.dropped ?? [];
  const wanted = tagIdsBefore(row);
  const here = await db.tags.bulkGet(wanted);
  const missing = new Set(wanted.filter((_, i) => !here[i]));
  for (const { id } of own) missing.delete(id);
  if (missing.size === 0) return own;
  const undone = await db.journal.filter(({ dropped }) => dropped !== undefined).toArray();
  const dropped = undone.flatMap((undo) => undo.dropped ?? []);
  return [...own, ...dropped.filter(({ id }) => missing.has(id))];
}

function tagIdsBefore({ entity, field, before }: JournalRow): string[] {
  if (entity !== 'library') return [];
  if (field === 'tagIds') return before as string[];
  return field === 'saved' ? ((before as LibraryEntry | null)?.tagIds ?? []) : [];
}
