/** Which new papers answer a watch. Pure. */
import { normalise } from '../identity';
import type { Paper } from '../paper';
import { isEmpty, matcher, parseQuery, searchText } from '../search/plain';
import type { Watch } from './digest';

const NO_TAGS: ReadonlyMap<string, string> = new Map();

/** A function that names the first watch a paper answers. */
export function watcher(
  watches: readonly Watch[],
): (paper: Pick<Paper, 'title' | 'authors' | 'abstract'>) => Watch | undefined {
  const tests = watches.map((watch) => [watch, testOf(watch)] as const);
  return (paper) => tests.find(([, fits]) => fits(paper))?.[0];
}

function testOf({
  kind,
  text,
}: Watch): (paper: Pick<Paper, 'title' | 'authors' | 'abstract'>) => boolean {
  if (kind === 'author') {
    const name = normalise(text);
    return ({ authors }) => name !== '' && authors.some((author) => normalise(author) === name);
  }
  const query = parseQuery(text);
  if (isEmpty(query)) return () => false;
  const matches = matcher({ ...query, tags: [], statuses: [] }, NO_TAGS);
  return (paper) => query.words.length > 0 && matches({ text: searchText(paper), tagIds: [] });
}
