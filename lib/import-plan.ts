import { asBackupRecords, IMPORT_SITE } from './citations/as-backup';
import type { Addable, ComparedField, KnownPaper, PreviewRow, Verdict } from './citations/preview';
import type { CitationRecord } from './citations/record';
import { aliasKey } from './identity';
import type { TakenField, TakenPaper } from './messages';
import type { Instant, LibraryEntry, Paper, PaperId, Tag } from './paper';
import { tagNameKey } from './tag-name';

/** For a paper whose file says something else: whose word stands. */
export type Choice = 'mine' | 'theirs';

export interface PlanContext {
  now: Instant;
  newId: () => string;
  known: (id: PaperId) => (KnownPaper & { entry?: LibraryEntry }) | undefined;
  choice: (row: PreviewRow) => Choice;
}

/** What goes to `stageImport` and `commitImport`, and of how many papers it is. */
export interface ImportPlan {
  records: string[];
  taken: TakenPaper[];
  papers: number;
}

/** A stamp later than all: the import makes it its own, so that what it sets wins. */
const OF_THE_IMPORT = '~';
const MAX_LINKS = 20;
const MAX_IDS = 50;

/** Whether an import would change anything for this row. */
export function brings({ verdict }: PreviewRow, choice: Choice): boolean {
  if (verdict.kind === 'new') return true;
  if (verdict.kind === 'repeated') return false;
  return !verdict.isSaved || verdict.adds.length > 0 || taken(verdict, choice).length > 0;
}

/**
 * The records that make the library what the preview said, and no more: rows that bring nothing are
 * left out, and of a paper that is here only the fields that were named are in its record.
 */
export function planImport(rows: readonly PreviewRow[], context: PlanContext): ImportPlan {
  const { now, newId, known, choice } = context;
  const wanted = rows.filter((row) => brings(row, choice(row)));
  const fresh = wanted.filter(({ verdict }) => verdict.kind === 'new');
  const records = asBackupRecords(
    fresh.map(({ record }) => record),
    { now, newId },
  );
  const tags = new Map<string, Tag>();
  const tagId = (name: string): string => {
    const nameKey = tagNameKey(name);
    const tag = tags.get(nameKey) ?? {
      id: newId(),
      name,
      nameKey,
      color: tags.size % 8,
      createdAt: now,
    };
    tags.set(nameKey, tag);
    return tag.id;
  };
  const papers: Paper[] = [];
  const library: LibraryEntry[] = [];
  const takenPapers: TakenPaper[] = [];
  for (const row of wanted) {
    const { record, verdict } = row;
    if (verdict.kind !== 'known' && verdict.kind !== 'conflict') continue;
    const here = known(verdict.paperId);
    if (!here) continue;
    const theirs = taken(verdict, choice(row));
    const fields = new Set<Addable>([...verdict.adds, ...theirs]);
    papers.push(paperWith(here.paper, record, fields));
    library.push(entryWith(here, record, fields, tagId, now));
    const wins = theirs.filter(isPaperField);
    if (wins.length > 0) takenPapers.push({ paperId: verdict.paperId, fields: wins });
  }
  const line = (table: string) => (row: object) => JSON.stringify([table, row]);
  return {
    records: [
      ...records,
      ...papers.map(line('papers')),
      ...[...tags.values()].map(line('tags')),
      ...library.map(line('library')),
    ],
    taken: takenPapers,
    papers: wanted.length,
  };
}

function taken(verdict: Verdict, choice: Choice): ComparedField[] {
  return verdict.kind === 'conflict' && choice === 'theirs' ? verdict.differs : [];
}

function isPaperField(field: Addable): field is TakenField {
  return ['title', 'authors', 'year', 'venue', 'abstract'].includes(field);
}

// What is here, and of the file only what was named: the rest of it changes nothing.
function paperWith(
  here: Paper,
  { paper: said }: CitationRecord,
  fields: ReadonlySet<Addable>,
): Paper {
  const next: Paper = { ...here, versions: [] };
  if (fields.has('title')) {
    next.title = said.title;
    delete next.provisional;
  }
  if (fields.has('authors')) {
    next.authors = said.authors;
    if (said.authorsCut) next.authorsCut = true;
    else delete next.authorsCut;
  }
  if (fields.has('year') && said.publishedAt) next.publishedAt = said.publishedAt;
  if (fields.has('venue') && said.venue) next.venue = said.venue;
  if (fields.has('abstract') && said.abstract)
    Object.assign(next, { abstract: said.abstract, abstractFrom: IMPORT_SITE });
  if (fields.has('ids')) {
    const keys = new Set(here.ids.map(aliasKey));
    const ids = said.ids.filter((id) => !keys.has(aliasKey(id)));
    next.ids = [...here.ids, ...ids].slice(0, MAX_IDS);
    const hrefs = new Set(here.links.map(({ href }) => href));
    const links = said.links.filter(({ href }) => !hrefs.has(href));
    next.links = [...here.links, ...links].slice(0, MAX_LINKS);
  }
  return next;
}

function entryWith(
  { paper, entry }: KnownPaper & { entry?: LibraryEntry },
  record: CitationRecord,
  fields: ReadonlySet<Addable>,
  tagId: (name: string) => string,
  now: Instant,
): LibraryEntry {
  const { status, note } = record;
  const tagIds = record.tags.map(tagId);
  if (!entry)
    return {
      paperId: paper.id,
      savedAt: now,
      status: status ?? 'unread',
      tagIds,
      note,
      clocks: {},
    };
  const next: LibraryEntry = { ...entry, clocks: {} };
  if (fields.has('tags')) {
    next.tagIds = [...new Set([...entry.tagIds, ...tagIds])];
    next.clocks.tagIds = OF_THE_IMPORT;
  }
  if (fields.has('note')) {
    next.note = note;
    next.clocks.note = OF_THE_IMPORT;
  }
  if (fields.has('status') && status) {
    next.status = status;
    next.clocks.status = OF_THE_IMPORT;
  }
  return next;
}
