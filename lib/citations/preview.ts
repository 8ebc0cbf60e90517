import { aliasKey, familyName, idsConflict, normalise, sameWork, titleKey } from '../identity';
import type { LibraryEntry, Paper, PaperId } from '../paper';
import { tagNameKey } from '../tag-name';
import { tidyNote } from './csl-item';
import type { CitationRecord } from './record';

/** What is here of a paper: the record and, where it is saved, what its reader decided. */
export interface KnownPaper {
  paper: Paper;
  entry?: Pick<LibraryEntry, 'note' | 'status'>;
  tags: readonly string[];
}

/** By what a record is looked up; the answer may hold papers that only share a title. */
export interface LookupKeys {
  /** Keys of the table of aliases. */
  aliases: string[];
  /** As in the table of papers: '' where the title is too weak to merge by. */
  titleKey: string;
  /** The normalised title, however weak. */
  title: string;
}

export type Lookup = (keys: LookupKeys) => readonly KnownPaper[];

export const COMPARED_FIELDS = [
  'title',
  'authors',
  'year',
  'venue',
  'ids',
  'abstract',
  'note',
  'status',
] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/**
 * What an import would do with one record.
 * - `new`: no such paper is here
 * - `known`: it is here; `adds` says what would be filled in, nothing where all of it is here
 * - `conflict`: it is here, and `differs` says which fields say something else
 * - `repeated`: the file told of the paper before, on line `of`
 */
export type Verdict =
  | { kind: 'new' }
  | { kind: 'known'; paperId: PaperId; isSaved: boolean; adds: Addable[] }
  | {
      kind: 'conflict';
      paperId: PaperId;
      isSaved: boolean;
      adds: Addable[];
      differs: ComparedField[];
    }
  | { kind: 'repeated'; of: number };
export type Addable = ComparedField | 'tags';

export interface PreviewRow {
  record: CitationRecord;
  verdict: Verdict;
}

/** What a record is to be looked up by. */
export function lookupKeys({ paper }: CitationRecord): LookupKeys {
  const title = paper.provisional ? '' : paper.title;
  return {
    aliases: paper.ids.map(aliasKey),
    titleKey: titleKey(title),
    title: normalise(title),
  };
}

/** Says of each record what an import would do; nothing is changed. `lookup` knows what is here. */
export function preview(records: readonly CitationRecord[], lookup: Lookup): PreviewRow[] {
  const told = new Map<string, CitationRecord[]>();
  return records.map((record) => {
    const keys = lookupKeys(record);
    const names = [...keys.aliases, ...(keys.title ? [`title:${keys.title}`] : [])];
    const before = names
      .flatMap((name) => told.get(name) ?? [])
      .find((other) => isSame(record, other.paper));
    if (before) return { record, verdict: { kind: 'repeated', of: before.line } };
    for (const name of names) {
      const same = told.get(name) ?? [];
      // Many different papers of one title are compared with the first few only: linear time.
      if (same.length < 8) told.set(name, [...same, record]);
    }
    const known = lookup(keys).find(({ paper }) => isSame(record, paper));
    return { record, verdict: known ? compare(record, known) : { kind: 'new' } };
  });
}

function isSame({ paper }: CitationRecord, other: Paper | CitationRecord['paper']): boolean {
  const keys = new Set(other.ids.map(aliasKey));
  if (paper.ids.some((id) => keys.has(aliasKey(id)))) return true;
  if (paper.provisional || other.provisional) return false;
  if (idsConflict(paper.ids, other.ids)) return false;
  const evidence = { ...paper, titleKey: titleKey(paper.title) };
  return (
    sameWork(evidence, { ...other, titleKey: titleKey(other.title) }) || saysAsMuch(paper, other)
  );
}

// One's own export comes back word for word: then a short title or abstract will do.
function saysAsMuch(a: CitationRecord['paper'], b: Paper | CitationRecord['paper']): boolean {
  const same = (x = '', y = '') => normalise(x) === normalise(y);
  return (
    same(a.title, b.title) &&
    same(a.abstract, b.abstract) &&
    same(a.authors.join(' '), b.authors.join(' ')) &&
    same(a.publishedAt, b.publishedAt)
  );
}

function compare(record: CitationRecord, known: KnownPaper): Verdict {
  const adds: Addable[] = [];
  const differs: ComparedField[] = [];
  const theirs = comparable(record);
  const ours = comparable({
    paper: known.paper,
    note: known.entry?.note ?? '',
    ...(known.entry ? { status: known.entry.status } : {}),
  });
  for (const field of COMPARED_FIELDS) {
    const [here, there] = [ours[field], theirs[field]];
    if (!there || here === there) continue;
    if (!here) adds.push(field);
    else if (field === 'ids') {
      if (idsConflict(known.paper.ids, record.paper.ids)) differs.push(field);
      else if (addsIds(known.paper.ids, record.paper.ids)) adds.push(field);
    } else if (!(isStart(field) && startsAlike(here, there))) differs.push(field);
  }
  const tags = new Set(known.tags.map(tagNameKey));
  if (record.tags.some((tag) => !tags.has(tagNameKey(tag)))) adds.push('tags');
  const found = { paperId: known.paper.id, isSaved: known.entry !== undefined, adds };
  return differs.length > 0 ? { kind: 'conflict', ...found, differs } : { kind: 'known', ...found };
}

// The end of a long text may have been cut on the way.
function isStart(field: ComparedField): boolean {
  return field === 'abstract' || field === 'title';
}

function startsAlike(a: string, b: string): boolean {
  const n = Math.min(a.length, b.length);
  return n >= 300 && a.slice(0, n) === b.slice(0, n);
}

function addsIds(here: readonly string[], there: readonly string[]): boolean {
  const keys = new Set(here.map(aliasKey));
  return there.some((id) => !keys.has(aliasKey(id)));
}

type Compared = Pick<CitationRecord, 'note' | 'status'> & {
  paper: Paper | CitationRecord['paper'];
};

function comparable({ paper, note, status }: Compared): Record<ComparedField, string> {
  return {
    title: paper.provisional ? '' : normalise(paper.title),
    authors: paper.authors.map(familyName).join(' ') + (paper.authorsCut ? ' …' : ''),
    year: (paper.publishedAt ?? '').slice(0, 4),
    venue: normalise(paper.venue ?? ''),
    ids: paper.ids.map(aliasKey).sort().join(' '),
    abstract: normalise((paper.abstract ?? '').slice(0, 20_000)),
    note: tidyNote(note),
    // Most formats hold none, and then it is the first one.
    status: status === 'unread' ? '' : (status ?? ''),
  };
}
