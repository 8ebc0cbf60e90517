import type { Documents } from '../lib/db/documents';
import type { PaperId } from '../lib/paper';
import { matcher, narrows, type PlainQuery } from '../lib/search/plain';

interface Answer {
  among: readonly PaperId[];
  query: PlainQuery;
  tagNames: ReadonlyMap<string, string>;
  revision: number;
  ids: readonly PaperId[];
}

/** Searches documents as someone types: each further letter looks only at what is left. */
export class Finder {
  private last: Answer | undefined;

  constructor(private readonly documents: Documents) {}

  /** Those of `among` that answer `query`, in their order. */
  find(
    among: readonly PaperId[],
    query: PlainQuery,
    tagNames: ReadonlyMap<string, string>,
    revision: number,
  ): readonly PaperId[] {
    const { last } = this;
    const from =
      last &&
      last.among === among &&
      last.tagNames === tagNames &&
      last.revision === revision &&
      narrows(last.query, query)
        ? last.ids
        : among;
    const matches = matcher(query, tagNames);
    const ids = from.filter((id) => {
      const document = this.documents.get(id);
      return document !== undefined && matches(document);
    });
    this.last = { among, query, tagNames, revision, ids };
    return ids;
  }
}
