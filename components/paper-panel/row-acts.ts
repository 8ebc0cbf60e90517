import type { PaperRow } from '../../lib/db/list';
import type { PaperId } from '../../lib/paper';

/** What a row asks the panel to do. */
export interface RowActs {
  activate(id: PaperId): void;
  toggle(id: PaperId): void;
  save(id: PaperId): void;
  /** Opens the menu of a saved paper beside `anchor`. */
  openMenu(row: PaperRow, anchor: HTMLElement): void;
  editTags(row: PaperRow, anchor: HTMLElement): void;
}
