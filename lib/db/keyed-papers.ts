import Dexie from 'dexie';
import type { KeyedPaper } from '../citations/keys';
import type { PaperId } from '../paper';
import type { OffprintDb } from './schema';

const AT_ONCE = 500;

let last: { db: OffprintDb; papers: Promise<KeyedPaper[]> } | undefined;
Dexie.on.storagemutated.subscribe(() => (last = undefined));

/**
 * What the citation keys of the reading list are made of, without abstracts. Read once, and anew
 * after any change.
 */
export function keyedPapers(db: OffprintDb): Promise<KeyedPaper[]> {
  if (last?.db !== db) last = { db, papers: read(db) };
  return last.papers;
}

async function read(db: OffprintDb): Promise<KeyedPaper[]> {
  const ids: PaperId[] = await db.library.toCollection().primaryKeys();
  const papers: KeyedPaper[] = [];
  for (let i = 0; i < ids.length; i += AT_ONCE)
    for (const paper of await db.papers.bulkGet(ids.slice(i, i + AT_ONCE))) {
      if (!paper) continue;
      const { id, title, authors, publishedAt, ids: names } = paper;
      papers.push({ id, title, authors, ids: names, ...(publishedAt ? { publishedAt } : {}) });
    }
  return papers;
}
