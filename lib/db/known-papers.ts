import type { KnownPaper, Lookup, LookupKeys } from '../citations/preview';
import { normalise } from '../identity';
import type { LibraryEntry, Paper, PaperId } from '../paper';
import { paperRows } from './list';
import type { OffprintDb } from './schema';

const AT_ONCE = 500;

/** What is here of a paper, as an import needs it. */
export interface KnownInFull extends KnownPaper {
  entry?: LibraryEntry;
}

/** Papers that are here, by their ids, and how a record of a file finds them. */
export interface KnownPapers {
  byId: ReadonlyMap<PaperId, KnownInFull>;
  lookup: Lookup;
}

/**
 * Reads every paper that any of these keys may name, in pieces, so that the page stays alive.
 * @throws the signal's reason when it was cancelled
 */
export async function readKnownPapers(
  db: OffprintDb,
  keys: readonly LookupKeys[],
  signal?: AbortSignal,
): Promise<KnownPapers> {
  const owners = new Map<string, PaperId>();
  const titled = new Map<string, PaperId[]>();
  for (const piece of pieces([...new Set(keys.flatMap(({ aliases }) => aliases))])) {
    signal?.throwIfAborted();
    for (const row of await db.aliases.bulkGet(piece)) if (row) owners.set(row.key, row.paperId);
  }
  const strong = new Set(keys.map(({ titleKey }) => titleKey).filter(Boolean));
  for (const piece of pieces([...strong])) {
    signal?.throwIfAborted();
    const ids = await db.papers.where('titleKey').anyOf(piece).primaryKeys();
    for (const paper of await db.papers.bulkGet(ids))
      if (paper) note(titled, normalise(paper.title), paper.id);
  }
  // Titles too weak to merge by have no key of their own; there are few.
  if (keys.some(({ title, titleKey }) => title && !titleKey))
    for (const paper of await db.papers.where('titleKey').equals('').toArray())
      note(titled, normalise(paper.title), paper.id);

  const byId = new Map<PaperId, KnownInFull>();
  for (const piece of pieces([...new Set([...owners.values(), ...[...titled.values()].flat()])])) {
    signal?.throwIfAborted();
    for (const { paper, entry, tags } of await paperRows(db, piece))
      byId.set(paper.id, {
        paper,
        tags: tags.map(({ name }) => name),
        ...(entry ? { entry } : {}),
      });
  }
  return {
    byId,
    lookup: ({ aliases, title }) => {
      const owned = aliases.flatMap((key) => owners.get(key) ?? []);
      const ids = new Set([...owned, ...(title ? (titled.get(title) ?? []) : [])]);
      return [...ids].flatMap((id) => byId.get(id) ?? []);
    },
  };
}

function note(titled: Map<string, PaperId[]>, title: string, id: Paper['id']): void {
  const ids = titled.get(title);
  if (ids) ids.push(id);
  else titled.set(title, [id]);
}

function* pieces<T>(list: readonly T[]): Generator<T[]> {
  for (let i = 0; i < list.length; i += AT_ONCE) yield list.slice(i, i + AT_ONCE);
}
