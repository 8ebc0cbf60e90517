import type { Paper } from '../paper';

/** What is compared of a paper; any `Paper` is one. */
export type DuplicateRecord = Pick<
  Paper,
  'id' | 'title' | 'authors' | 'authorsCut' | 'abstract' | 'publishedAt' | 'ids'
>;
