import type { RefObject } from 'react';
import { browser } from 'wxt/browser';
import type { PaperRow } from '../../lib/db/list';
import type { PaperId } from '../../lib/paper';
import type { Settings } from '../../lib/settings';
import { useUndo } from '../act';
import { titleHref } from '../links';
import { useKeys, type KeyMap } from '../keys';
import { partOfPaper } from '../part-of-paper';
import { useSetStatus } from '../set-status';
import type { ViewId } from './opening';
import type { ListHandle } from './paper-list';
import type { RowActs } from './row-acts';

/** The keys of the panel; answers what moves the keyboard by so many rows. */
export function usePanelKeys(panel: {
  ids: readonly PaperId[] | undefined;
  active: PaperId | undefined;
  /** Something lies over the panel, or is about to. */
  covered: boolean;
  list: RefObject<ListHandle | null>;
  search: RefObject<HTMLInputElement | null>;
  onActive: (id: PaperId) => void;
  onView: (view: ViewId) => void;
  onHelp: () => void;
  editNote: (id: PaperId) => void;
  rowActs: RowActs;
  titleOpens: Settings['titleOpens'] | undefined;
}): (step: number) => void {
  const { ids = [], active, list, search, rowActs, editNote } = panel;
  const undo = useUndo();
  const setStatus = useSetStatus();

  const move = (step: number) => {
    const at = active ? ids.indexOf(active) : -1;
    const next = ids[Math.min(ids.length - 1, Math.max(0, at + step))];
    if (!next) return;
    panel.onActive(next);
    list.current?.focus(next);
  };
  const onRow = (does: (row: PaperRow) => void) => {
    const row = active ? list.current?.rows().get(active) : undefined;
    if (row) does(row);
  };
  const onControl = (does: (row: PaperRow, control: HTMLElement) => void) =>
    onRow((row) => {
      const control = partOfPaper(row.paper.id, '.save');
      if (control) does(row, control);
    });

  const keys: KeyMap = {
    '/': () => search.current?.select(),
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => onRow(({ paper }) => rowActs.toggle(paper.id)),
    s: () =>
      onControl((row, control) => {
        if (row.entry) rowActs.openMenu(row, control);
        else rowActs.save(row.paper.id);
      }),
    t: () =>
      onRow((row) => {
        const line = partOfPaper(row.paper.id, '.paper-meta');
        if (line) rowActs.editTags(row, line);
      }),
    n: () => onRow(({ paper }) => editNote(paper.id)),
    e: () =>
      onRow(({ paper, entry }) =>
        setStatus([paper.id], entry?.status === 'read' ? 'unread' : 'read'),
      ),
    o: () =>
      onRow(({ paper }) => {
        const url = titleHref(paper, panel.titleOpens);
        if (url) void browser.tabs.create({ url });
      }),
    u: undo,
    '1': () => panel.onView('page'),
    '2': () => panel.onView('trending'),
    '3': () => panel.onView('list'),
    '?': panel.onHelp,
  };
  useKeys(panel.covered ? {} : keys);
  return move;
}
