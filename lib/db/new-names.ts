import type { LibraryEntry, PaperId, Tag } from '../paper';
import type { JournalRow } from './rows';

/** What papers and tags of a backup are called here. */
export interface NewNames {
  papers: Map<PaperId, PaperId>;
  tags: Map<string, string>;
}

/** A journal row that speaks of papers and tags by the names they have here. */
export function renamed(row: JournalRow, names: NewNames): JournalRow {
  if (row.entity === 'merges' || row.entity === 'distinct') return renamedPair(row, names);
  const of = row.entity === 'library' ? names.papers : names.tags;
  const next: JournalRow = {
    ...row,
    entityId: of.get(row.entityId) ?? row.entityId,
    before: renamedValue(row.before, names),
    after: renamedValue(row.after, names),
  };
  if (row.created) next.created = row.created.map((tag) => renamedTag(tag, names));
  if (row.dropped) next.dropped = row.dropped.map((tag) => renamedTag(tag, names));
  return next;
}

function renamedPair(row: JournalRow, { papers }: NewNames): JournalRow {
  const pair = (value: unknown) => {
    const ids = Object.entries((value ?? {}) as Record<string, PaperId>);
    return value && Object.fromEntries(ids.map(([name, id]) => [name, papers.get(id) ?? id]));
  };
  const entityId = papers.get(row.entityId) ?? row.entityId;
  return { ...row, entityId, before: pair(row.before), after: pair(row.after) };
}

function renamedValue(value: unknown, names: NewNames): unknown {
  if (Array.isArray(value)) return value.map((id: string) => names.tags.get(id) ?? id);
  if (typeof value !== 'object' || value === null) return value;
  if ('paperId' in value) {
    const entry = value as LibraryEntry;
    return {
      ...entry,
      paperId: names.papers.get(entry.paperId) ?? entry.paperId,
      tagIds: entry.tagIds.map((id) => names.tags.get(id) ?? id),
    };
  }
  if ('tag' in value) {
    const { tag, paperIds } = value as { tag: Tag; paperIds: PaperId[] };
    return {
      tag: renamedTag(tag, names),
      paperIds: paperIds.map((id) => names.papers.get(id) ?? id),
    };
  }
  return renamedTag(value as Tag, names);
}

function renamedTag(tag: Tag, names: NewNames): Tag {
  return { ...tag, id: names.tags.get(tag.id) ?? tag.id };
}
