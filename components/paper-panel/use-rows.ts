import { useLiveQuery } from 'dexie-react-hooks';
import { paperRows, type PaperRow } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import type { PaperId } from '../../lib/paper';

const CHUNK = 20;

export interface Rows {
  /** The list these rows belong to: it changes only together with them, so that nothing flashes. */
  ids: readonly PaperId[];
  rows: ReadonlyMap<PaperId, PaperRow>;
}

export function rowsById(rows: readonly PaperRow[]): Rows['rows'] {
  return new Map(rows.map((row) => [row.paper.id, row]));
}

/** The rows around the places `first` to `last` of a list, live; undefined until they are read. */
export function useRows(
  ids: readonly PaperId[] | undefined,
  first: number,
  last: number,
  opening: Rows | undefined,
): Rows | undefined {
  const from = Math.max(0, (Math.floor(first / CHUNK) - 1) * CHUNK);
  const to = (Math.floor(last / CHUNK) + 2) * CHUNK;
  return useLiveQuery(
    async () => {
      if (!ids) return undefined;
      const rows = await paperRows(db, ids.slice(from, to));
      return { ids, rows: rowsById(rows) };
    },
    [ids, from, to],
    opening,
  );
}
