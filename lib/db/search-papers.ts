import type { Instant, PaperId } from '../paper';
import { highlight, type TextRange } from '../search/highlight';
import type { Tagged } from '../search/conditions';
import { fold } from '../search/letters';
import type { Clause, Query } from '../search/query';
import { search } from '../search/rank';
import type { SearchIndex } from '../search/search-index';
import { tagged } from '../search/tagged';
import { tokenise } from '../search/tokens';
import { filterIds, type FilterClause } from './filter-ids';
import type { OffprintDb } from './schema';

/** Nobody scrolls further by relevance. */
const BEST = 1_000;

export interface Sought {
  query: Query;
  /** Only these are searched; all that were ever shown unless told. */
  among?: readonly PaperId[] | undefined;
  /** By relevance, or in the order of `among`. */
  order: 'best' | 'list';
  now: Instant;
}

export interface FoundPapers {
  ids: readonly PaperId[];
  /** How many answer; `ids` may be the best of them only. */
  total: number;
  /** No paper has all the words: these have some of them. */
  isPartial: boolean;
  /** Where the words stand in a text. */
  mark: (text: string) => readonly TextRange[];
}

/**
 * The papers that answer a query: words and phrases by the index, filters and tags by the tables.
 * Where some paper has all words, those that have only some are left out.
 */
export async function searchPapers(
  db: OffprintDb,
  index: SearchIndex,
  { query, among, order, now }: Sought,
): Promise<FoundPapers> {
  const texts = query.clauses.filter(isText);
  const holds = await filterOf(db, index, query.clauses, now);
  if (texts.length === 0) {
    // Without a word to find, what the index does not hold yet is found as well.
    const ids = (among ?? index.ids()).filter(holds);
    return { ids, total: ids.length, isPartial: false, mark: () => [] };
  }
  const members = among && new Set(among);
  const { hits, total, complete, marks } = search(index, texts, {
    mode: 'all',
    isTyping: query.isTyping,
    limit: order === 'list' ? index.size : BEST,
    within: index.mask((id) => (!members || members.has(id)) && holds(id)),
    tagged: await taggedBy(db, texts),
  });
  const isPartial = complete === 0 && total > 0;
  const count = isPartial ? total : complete;
  const best = hits.slice(0, count).map(({ id }) => id);
  const found = new Set(best);
  return {
    ids: order === 'list' && among ? among.filter((id) => found.has(id)) : best,
    total: count,
    isPartial,
    mark: (text) => highlight(text, marks),
  };
}

function isText({ kind }: Clause): boolean {
  return kind === 'word' || kind === 'phrase';
}

/** Whether all filters of a query hold for a paper. */
async function filterOf(
  db: OffprintDb,
  index: SearchIndex,
  clauses: readonly Clause[],
  now: Instant,
): Promise<(id: PaperId) => boolean> {
  const filters = await Promise.all(
    clauses
      .filter((clause) => !isText(clause))
      .map(async (clause) => ({ ids: await idsOf(db, index, clause, now), not: clause.not })),
  );
  return (id) => filters.every(({ ids, not }) => ids.has(id) !== not);
}

function idsOf(db: OffprintDb, index: SearchIndex, clause: Clause, now: Instant) {
  return clause.kind === 'author'
    ? byAuthor(db, index, clause.value)
    : filterIds(db, clause as FilterClause, now);
}

/** Papers one of whose authors has all words of `name`: "van den berg" finds "Ada van den Berg". */
async function byAuthor(
  db: OffprintDb,
  index: SearchIndex,
  name: string,
): Promise<ReadonlySet<PaperId>> {
  const words = wordsOf(name);
  const clauses = words.map((text) => ({ kind: 'word' as const, text, not: false }));
  const { hits, complete } = search(index, clauses, { mode: 'all', limit: index.size });
  const ids = hits.slice(0, complete).map(({ id }) => id);
  const papers = await db.papers.bulkGet(ids);
  const has = (author: string) => {
    const parts = new Set(wordsOf(author));
    return words.every((word) => parts.has(word));
  };
  return new Set(ids.filter((_, i) => papers[i]?.authors.some(has)));
}

function wordsOf(text: string): string[] {
  return tokenise(text).map(({ word }) => word);
}

/** The papers by the words of their tags; only tags that may be meant are looked up. */
async function taggedBy(db: OffprintDb, clauses: readonly Clause[]): Promise<Tagged> {
  const beginnings = clauses.flatMap((clause) =>
    clause.kind === 'word' ? fold(clause.text).slice(0, 2) : [],
  );
  const tags = (await db.tags.toArray()).filter(({ name }) => {
    const folded = fold(name);
    return beginnings.some((beginning) => folded.includes(beginning));
  });
  const papers = await Promise.all(
    tags.map(({ id }) => db.library.where('tagIds').equals(id).primaryKeys()),
  );
  const byId = new Map(tags.map(({ id }, i) => [id, papers[i]!]));
  return tagged(new Map(tags.map(({ id, name }) => [id, name])), (id) => byId.get(id) ?? []);
}
