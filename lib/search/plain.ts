import { STATUSES, type Status } from '../paper';

/** What was typed into a search box: every word and every filter must hold. */
export interface PlainQuery {
  /** Folded; what stood in double quotes is one "word". */
  words: string[];
  /** Folded names of `tag:name` or `tag:"two words"`. */
  tags: string[];
  /** Of `is:unread` …; a paper has one status, so any of them will do. */
  statuses: Status[];
}

/** What is searched of one paper. */
export interface SearchDocument {
  /** Made by `searchText`. */
  text: string;
  /** Absent when the paper is not saved. */
  status?: Status | undefined;
  tagIds: readonly string[];
}

/** The words and filters of `typed`; an unfinished `tag:` or a filter that is unknown is a word. */
export function parseQuery(typed: string): PlainQuery {
  const query: PlainQuery = { words: [], tags: [], statuses: [] };
  for (const [, name, quoted, bare] of typed.matchAll(TERM)) {
    const value = fold(quoted ?? bare ?? '').trim();
    const filter = name?.toLowerCase();
    if (filter === 'tag:' && value) query.tags.push(value.replace(/^#/, ''));
    else if (filter === 'is:' && isStatus(value)) query.statuses.push(value);
    else if (filter || value) query.words.push((filter ?? '') + value);
  }
  return query;
}

const TERM = /(tag:|is:)?(?:"([^"]*)"?|([^\s"]+))|(?:tag:|is:)/gi;

function isStatus(value: string): value is Status {
  return (STATUSES as readonly string[]).includes(value);
}

export function isEmpty(query: PlainQuery): boolean {
  return query.words.length + query.tags.length + query.statuses.length === 0;
}

/** Whether whatever `next` finds was found by `query` too, as when a word grew by a letter. */
export function narrows(query: PlainQuery, next: PlainQuery): boolean {
  return (
    query.words.every((word) => next.words.some((longer) => longer.includes(word))) &&
    query.tags.every((tag) => next.tags.includes(tag)) &&
    query.statuses.join() === next.statuses.join()
  );
}

/** Text in the form it is compared in: lower case, without accents. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!BEYOND_ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

const BEYOND_ASCII = /[^\x00-\x7f]/;

/** All that is searched of a paper but its tags, which are compared by name. */
export function searchText(
  paper: { title: string; authors: readonly string[]; abstract?: string | undefined },
  note = '',
): string {
  return fold([paper.title, paper.authors.join(', '), paper.abstract ?? '', note].join('\n'));
}

/**
 * A function that says whether a document answers `query`. A word is found in the text or in the
 * name of a tag; a filter wants the whole name.
 * @param tagNames names by tag id
 */
export function matcher(
  query: PlainQuery,
  tagNames: ReadonlyMap<string, string>,
): (document: SearchDocument) => boolean {
  const names = [...tagNames].map(([id, name]) => [id, fold(name)] as const);
  const idsWhere = (fits: (name: string) => boolean) =>
    new Set(names.filter(([, name]) => fits(name)).map(([id]) => id));
  const words = query.words.map((word) => ({
    word,
    tags: idsWhere((name) => name.includes(word.replace(/^#/, ''))),
  }));
  const tags = query.tags.map((tag) => idsWhere((name) => name === tag));
  const { statuses } = query;
  return ({ text, status, tagIds }) => {
    if (statuses.length > 0 && !(status && statuses.includes(status))) return false;
    if (!tags.every((ids) => tagIds.some((id) => ids.has(id)))) return false;
    return words.every(
      ({ word, tags: named }) =>
        text.includes(word) || (named.size > 0 && tagIds.some((id) => named.has(id))),
    );
  };
}
