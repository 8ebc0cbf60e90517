import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { CELLS, type Cell } from './tag-row';

const PAGE = 10;

/**
 * One stop for the Tab key, arrow keys inside. A row that went, or a field that closed, leaves the
 * keyboard to what stands in its place.
 * @param bring scrolls to a row that need not be drawn yet
 */
export function useGridFocus(
  box: RefObject<HTMLElement | null>,
  ids: readonly string[],
  bring: (row: number) => void,
) {
  const [place, setPlace] = useState<{ id: string | undefined; cell: Cell }>({
    id: undefined,
    cell: 'name',
  });
  const at = place.id === undefined ? -1 : ids.indexOf(place.id);
  // Where the row was, for when it goes.
  const [row, setRow] = useState(0);
  if (at >= 0 && at !== row) setRow(at);
  const current = { id: at >= 0 ? place.id : (ids[row] ?? ids.at(-1)), cell: place.cell };
  const inside = useRef(false);
  const wanted = useRef(false);

  const focus = (id: string | undefined, cell: Cell) => {
    const line = id && box.current?.querySelector(`[data-tag="${CSS.escape(id)}"]`);
    const target = line && line.querySelector<HTMLElement>(`[data-cell=${cell}]`);
    wanted.current = !target;
    if (target) target.focus({ preventScroll: true });
  };

  useEffect(() => {
    const isLost = inside.current && document.activeElement === document.body;
    if (wanted.current || isLost) focus(current.id, current.cell);
  });

  return {
    /** The row and cell that take the keyboard; the first row's name, to begin with. */
    place: current,
    onFocus(event: { target: Element }) {
      inside.current = true;
      const id = event.target.closest<HTMLElement>('[data-tag]')?.dataset.tag;
      const cell = event.target.closest<HTMLElement>('[data-cell]')?.dataset.cell;
      if (id) setPlace((before) => ({ id, cell: (cell as Cell | undefined) ?? before.cell }));
    },
    onBlur(event: { relatedTarget: EventTarget | null; currentTarget: Element }) {
      const to = event.relatedTarget;
      if (to instanceof Node && !event.currentTarget.contains(to)) inside.current = false;
    },
    /** Moves as a key says; answers the row that has the keyboard then, or undefined. */
    move(event: KeyboardEvent): string | undefined {
      const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const down = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key];
      const ends = { Home: -ids.length, End: ids.length }[event.key];
      if (across === undefined && down === undefined && ends === undefined) return undefined;
      const cell = CELLS[CELLS.indexOf(place.cell) + (across ?? 0)] ?? place.cell;
      const from = current.id ? ids.indexOf(current.id) : 0;
      const to = Math.min(Math.max(from + (down ?? ends ?? 0), 0), ids.length - 1);
      setPlace({ id: ids[to], cell });
      bring(to);
      // At once where it is drawn: the next key may be under way.
      focus(ids[to], cell);
      return ids[to];
    },
  };
}
