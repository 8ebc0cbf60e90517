import { useLiveQuery } from 'dexie-react-hooks';
import { paperRows, type PaperRow } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import type { PaperId, Status, Tag } from '../../lib/paper';
import { useSetStatus } from '../set-status';
import { openPaper } from '../links';
import { useToggleSaved } from '../toggle-saved';
import { useSettings } from '../use-settings';

/** What can be done with the selected papers, or with the open one. */
export interface Bulk {
  ids: readonly PaperId[];
  /** Whether all of them are saved. */
  saved: boolean;
  /** The status they share. */
  status: Status | undefined;
  /** The tags all of them have. */
  tags: readonly Tag[];
  toggleSaved(): Promise<void>;
  toggleRead(): Promise<void>;
  open(): void;
}

const NONE: PaperRow[] = [];
const OPENED_AT_ONCE = 10;

/** Each act on `ids` is one group of changes, taken back by one undo. */
export function useBulk(ids: readonly PaperId[]): Bulk {
  const toggleSaved = useToggleSaved();
  const setStatus = useSetStatus();
  const settings = useSettings();
  const key = ids.join();
  const read = useLiveQuery(async () => ({ key, rows: await paperRows(db, ids) }), [key]);
  const rows = read?.key === key ? read.rows : NONE;
  const saved = rows.length > 0 && rows.every((row) => row.entry !== undefined);
  const statuses = new Set(rows.map((row) => row.entry?.status));

  return {
    ids,
    saved,
    status: statuses.size === 1 ? rows[0]!.entry?.status : undefined,
    tags: sharedTags(rows),
    // Both look anew: a key may come before the rows of a selection just made are drawn.
    async toggleSaved() {
      const rows = await paperRows(db, ids);
      if (rows.length === 0) return;
      const saved = rows.every((row) => row.entry !== undefined);
      toggleSaved(ids, saved);
    },
    async toggleRead() {
      const rows = await paperRows(db, ids);
      if (rows.length === 0) return;
      const all = rows.every((row) => row.entry?.status === 'read');
      setStatus(ids, all ? 'unread' : 'read');
    },
    open() {
      for (const { paper } of rows.slice(0, OPENED_AT_ONCE)) openPaper(paper, settings?.titleOpens);
    },
  };
}

function sharedTags(rows: readonly PaperRow[]): Tag[] {
  const [first, ...rest] = rows;
  return (first?.tags ?? []).filter((tag) =>
    rest.every((row) => row.entry?.tagIds.includes(tag.id)),
  );
}
