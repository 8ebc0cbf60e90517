import { db } from '../lib/db/open';
import { searchPapers, type FoundPapers } from '../lib/db/search-papers';
import { SearchReader } from '../lib/db/search-reader';
import { similarTo, type Similar } from '../lib/db/similar-papers';
import type { Paper, PaperId } from '../lib/paper';
import { parseQuery, type QueryHint } from '../lib/search/query';

export interface Sought {
  typed: string;
  among: readonly PaperId[];
  order: 'best' | 'list';
}

export interface Answer extends FoundPapers {
  hints: readonly QueryHint[];
}

const reader = new SearchReader(db);

/** The papers most like one; in a live query it is followed. */
export async function similar(paper: Paper): Promise<Similar> {
  return similarTo(db, await reader.read(), paper);
}

/** Searches by the index, which is read on first use; in a live query it is followed. */
export async function find({ typed, among, order }: Sought): Promise<Answer> {
  const index = await reader.read();
  const query = parseQuery(typed);
  const found = await searchPapers(db, index, { query, among, order, now: Date.now() });
  return { ...found, hints: query.hints };
}
