import type Dexie from 'dexie';
import type { DBCoreMutateRequest, DBCoreTable } from 'dexie';
import type { LibraryEntry, Paper, PaperId } from '../paper';

const TEXTS = ['papers', 'library'];
const DIRTY = 'dirty';

/**
 * Notes, in the very transaction that writes them, papers whose searched text may have changed: a
 * worker that is stopped before the search index has followed finds them when it starts again. Of
 * the library only notes are searched as text; tags and statuses are read when one searches.
 */
export function noteDirty(db: Dexie, onDirty: () => void): void {
  db.use({
    stack: 'dbcore',
    name: 'note-dirty',
    create: (core) => ({
      ...core,
      transaction: (stores, mode, options) => {
        const writesTexts = mode === 'readwrite' && stores.some((name) => TEXTS.includes(name));
        const all = writesTexts ? [...new Set([...stores, DIRTY])] : stores;
        return core.transaction(all, mode, options);
      },
      table(name) {
        const table = core.table(name);
        if (!TEXTS.includes(name)) return table;
        return {
          ...table,
          // Dexie's own promises only: those of the language lose a transaction of one step.
          mutate: (request) => {
            const written = (paperIds: readonly PaperId[] | 'all') =>
              table.mutate(request).then((answer) => {
                if (paperIds.length === 0) return answer;
                onDirty();
                const add = { type: 'add', trans: request.trans, values: [{ paperIds }] } as const;
                return core
                  .table(DIRTY)
                  .mutate(add)
                  .then(() => answer);
              });
            const ids = idsOf(name, request);
            if (ids) return written(ids);
            return changedNotes(table, request).then(written);
          },
        };
      },
    }),
  });
}

/** Whose text the request writes; undefined where that takes a look at what was there before. */
function idsOf(
  table: string,
  request: DBCoreMutateRequest,
): readonly PaperId[] | 'all' | undefined {
  if (request.type === 'deleteRange') return 'all';
  if (request.type === 'delete') return request.keys as PaperId[];
  if (table === 'papers') return (request.values as Paper[]).map(({ id }) => id);
  return notedIn(request).length > 0 ? undefined : [];
}

function changedNotes(table: DBCoreTable, request: DBCoreMutateRequest) {
  const noted = notedIn(request);
  const keys = noted.map(({ paperId }) => paperId);
  return table
    .getMany({ trans: request.trans, keys })
    .then((before: (LibraryEntry | undefined)[]) =>
      keys.filter((_, i) => before[i]?.note !== noted[i]!.note),
    );
}

/** Entries that have a note, or had one once. */
function notedIn(request: DBCoreMutateRequest): LibraryEntry[] {
  if (request.type !== 'put' && request.type !== 'add') return [];
  return (request.values as LibraryEntry[]).filter(({ clocks, note }) => clocks.note || note);
}
