import type { LibraryEntry, Paper } from '../paper';
import { matcher, parseQuery, searchText } from '../search/plain';
import type { OffprintDb } from './schema';

const AT_ONCE = 200;

/**
 * The newest saved papers that answer `typed`.
 * @param isWanted asked between two pieces of the list; false ends the search
 */
export async function findSaved(
  db: OffprintDb,
  typed: string,
  limit: number,
  isWanted: () => boolean = () => true,
): Promise<Paper[]> {
  const tags = await db.tags.toArray();
  const fits = matcher(parseQuery(typed), new Map(tags.map((tag) => [tag.id, tag.name])));
  const found: Paper[] = [];
  for (let offset = 0; found.length < limit && isWanted(); offset += AT_ONCE) {
    const entries: LibraryEntry[] = await db.library
      .orderBy('savedAt')
      .reverse()
      .offset(offset)
      .limit(AT_ONCE)
      .toArray();
    if (entries.length === 0) break;
    const papers = await db.papers.bulkGet(entries.map((entry) => entry.paperId));
    entries.forEach(({ status, tagIds, note }, i) => {
      const paper = papers[i];
      if (paper && fits({ text: searchText(paper, note), status, tagIds })) found.push(paper);
    });
  }
  return found.slice(0, limit);
}
