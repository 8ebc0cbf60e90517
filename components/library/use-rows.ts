import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { paperRows, type PaperRow } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import type { PaperId } from '../../lib/paper';

const CHUNK = 32;
const REMEMBERED = 2_000;

/**
 * The rows from `first` to `last` of a list, and what is around them. Rows that were read once
 * are shown at once when they come back, then as they are now.
 */
export function useRows(
  ids: readonly PaperId[],
  first: number,
  last: number,
): { rows: ReadonlyMap<PaperId, PaperRow>; read: boolean } {
  const [rows] = useState(() => new Map<PaperId, PaperRow>());
  const from = Math.floor(first / CHUNK) * CHUNK;
  const shown = ids.slice(from, Math.ceil((last + 1) / CHUNK) * CHUNK);
  const key = shown.join();
  const read = useLiveQuery(async () => {
    const found = await paperRows(db, shown);
    if (rows.size > REMEMBERED) rows.clear();
    for (const id of shown) rows.delete(id);
    for (const row of found) rows.set(row.paper.id, row);
    return key;
  }, [key]);
  return { rows, read: read === key };
}
