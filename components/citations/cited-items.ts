import { toCsl } from '../../lib/citations/csl';
import type { CslItem } from '../../lib/citations/csl-item';
import { citationKeys, DEFAULT_KEY_PATTERN } from '../../lib/citations/keys';
import { keyedPapers } from '../../lib/db/keyed-papers';
import { paperRows } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import type { PaperId } from '../../lib/paper';
import { breathe } from './breathe';

const AT_ONCE = 100;

export interface ItemsOptions {
  /** Pattern of keys; empty: the usual one. */
  pattern: string;
  signal?: AbortSignal;
}

/**
 * The items of these papers, a hundred at a time, in their order. Keys are made of the whole
 * reading list, so that a paper has the same key in every export.
 * @throws the signal's reason when it was cancelled
 */
export async function* citedItems(
  ids: readonly PaperId[],
  { pattern, signal }: ItemsOptions,
): AsyncGenerator<CslItem[]> {
  const keyed = new Map((await keyedPapers(db)).map((paper) => [paper.id, paper]));
  const others = ids.filter((id) => !keyed.has(id));
  for (const { paper } of await paperRows(db, others)) keyed.set(paper.id, paper);
  const keys = citationKeys(keyed.values(), pattern || DEFAULT_KEY_PATTERN);
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    signal?.throwIfAborted();
    const rows = await paperRows(db, ids.slice(i, i + AT_ONCE));
    await breathe();
    yield rows.map(({ paper, entry, tags }) =>
      toCsl(
        {
          paper,
          tags: tags.map(({ name }) => name),
          note: entry?.note ?? '',
          ...(entry ? { status: entry.status } : {}),
        },
        keys.get(paper.id) ?? paper.id,
      ),
    );
  }
}
