import type { PaperId, Status } from '../paper';
import { fold, searchText } from '../search/plain';
import type { OffprintDb } from './schema';

/** What pages say of these papers, in the form it is searched in. */
export async function paperTexts(
  db: OffprintDb,
  ids: readonly PaperId[],
): Promise<[PaperId, string][]> {
  const papers = await db.papers.bulkGet([...ids]);
  return papers.flatMap((paper): [PaperId, string][] =>
    paper ? [[paper.id, searchText(paper)]] : [],
  );
}

/** What the user decided about saved papers, in the form it is searched in. */
export interface Decisions {
  papers: ReadonlyMap<PaperId, { note: string; status: Status; tagIds: readonly string[] }>;
  tagNames: ReadonlyMap<string, string>;
}

export async function decisions(db: OffprintDb): Promise<Decisions> {
  const [tags, entries] = await Promise.all([db.tags.toArray(), db.library.toArray()]);
  return {
    papers: new Map(
      entries.map(({ paperId, note, status, tagIds }) => [
        paperId,
        { note: fold(note), status, tagIds },
      ]),
    ),
    tagNames: new Map(tags.map((tag) => [tag.id, tag.name])),
  };
}
