import { titleKey } from '../identity';
import type { Instant, LibraryEntry, Paper, PaperId, Tag } from '../paper';
import { tagNameKey } from '../tag-name';
import type { CitationRecord } from './record';

/** What papers are filed under that came from a file of citations. */
export const IMPORT_SITE = 'import';

export interface BackupContext {
  now: Instant;
  newId: () => string;
  /** Decides that a record belongs to a paper that is here, as the preview said. */
  paperIdOf?: (record: CitationRecord) => PaperId | undefined;
}

/**
 * The records of a backup (`lib/backup`) that say what citation records say, each `["papers",{…}]`
 * as text, for `stageImport`: so an import of citations is checked, taken whole or not at all, and
 * can be taken back, as a backup is. Every paper is saved. Without clocks, what is here stays.
 */
export function asBackupRecords(
  records: readonly CitationRecord[],
  { now, newId, paperIdOf }: BackupContext,
): string[] {
  const tags = new Map<string, Tag>();
  const papers: Paper[] = [];
  const library: LibraryEntry[] = [];
  for (const record of records) {
    const { paper, tags: names, note, status = 'unread' } = record;
    const paperId = paperIdOf?.(record) ?? newId();
    papers.push(paperRow(record, paperId));
    const tagIds = names.map((name) => tagOf(name, tags, newId, now).id);
    // A millisecond apart, so that the list has them in the order of the file.
    const savedAt = Math.max(0, now - library.length);
    library.push({ paperId, savedAt, status, tagIds, note, clocks: {} });
    if (paper.version) papers.at(-1)!.versions = [{ version: paper.version, seenAt: now }];
  }
  const rows = { papers, tags: [...tags.values()], library };
  return Object.entries(rows).flatMap(([table, list]) =>
    list.map((row) => JSON.stringify([table, row])),
  );
}

function paperRow({ paper }: CitationRecord, id: PaperId): Paper {
  const {
    version: _,
    announcement: _a,
    rank: _r,
    votes: _v,
    comments: _c,
    stars: _s,
    ...said
  } = paper;
  return {
    ...said,
    id,
    titleKey: paper.provisional ? '' : titleKey(paper.title),
    ...(paper.abstract ? { abstractFrom: IMPORT_SITE } : {}),
    versions: [],
    firstSite: IMPORT_SITE,
  };
}

function tagOf(name: string, tags: Map<string, Tag>, newId: () => string, now: Instant): Tag {
  const nameKey = tagNameKey(name);
  let tag = tags.get(nameKey);
  if (!tag)
    tags.set(nameKey, (tag = { id: newId(), name, nameKey, color: tags.size % 8, createdAt: now }));
  return tag;
}
