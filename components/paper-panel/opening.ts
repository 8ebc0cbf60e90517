import { newestSaved, paperRows } from '../../lib/db/list';
import { db } from '../../lib/db/open';
import type { PaperId } from '../../lib/paper';
import { rowsById, type Rows } from './use-rows';
import { lookAtTab, type PanelTab } from './use-tab';

const ON_A_SCREEN = 40;

export type ViewId = 'page' | 'trending' | 'list';

/** What the panel shows first: no more than fills a screen, however large the library is. */
export interface Opening {
  tab: PanelTab;
  view: ViewId;
  savedIds: PaperId[];
  savedCount: number;
  rows: Rows;
}

/** Reads it in one go, so that the panel is drawn once, with its papers in it. */
export async function readOpening(): Promise<Opening> {
  const [tab, saved] = await Promise.all([lookAtTab(), newestSaved(db, ON_A_SCREEN)]);
  const ids = tab.page?.paperIds ?? saved.ids;
  const rows = await paperRows(db, ids.slice(0, ON_A_SCREEN));
  return {
    tab,
    view: tab.page ? 'page' : 'list',
    savedIds: saved.ids,
    savedCount: saved.count,
    rows: { ids, rows: rowsById(rows) },
  };
}
