import { titleKey } from '../identity';
import type { TakenField } from '../messages';
import type { Paper, PaperId } from '../paper';

/** Of which papers here, and in which fields, an import's word stands. */
export type FileWins = ReadonlyMap<PaperId, readonly TakenField[]>;

/** `paper` with those fields as `said` has them; what `said` leaves out stays. */
export function withFileWins(paper: Paper, said: Paper, fields: readonly TakenField[] = []): Paper {
  const next = { ...paper };
  for (const field of fields) {
    if (field === 'title' && said.title)
      Object.assign(next, { title: said.title, titleKey: titleKey(said.title) });
    if (field === 'authors' && said.authors.length > 0) {
      next.authors = said.authors;
      if (said.authorsCut) next.authorsCut = true;
      else delete next.authorsCut;
    }
    if (field === 'year' && said.publishedAt) next.publishedAt = said.publishedAt;
    if (field === 'venue' && said.venue) next.venue = said.venue;
    if (field === 'abstract' && said.abstract)
      Object.assign(next, { abstract: said.abstract, abstractFrom: said.abstractFrom });
  }
  return next;
}
