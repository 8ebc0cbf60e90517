import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react';
import type { PaperRow } from '../../lib/db/list';
import type { PaperId } from '../../lib/paper';
import { useRows, type Rows } from './use-rows';

const ROW_HEIGHT = 84;
const ON_A_SCREEN = 12;

/** Where each row stands. */
export interface Place {
  index: number;
  count: number;
}

export interface ListHandle {
  /** Brings a row into view and gives it the keyboard. */
  focus(id: PaperId): void;
  rows(): ReadonlyMap<PaperId, PaperRow>;
}

/**
 * A list of any length: only the rows on screen are read and drawn. `children` draws one; rows
 * stay mounted while they are `active`, so that the keyboard never falls out of the list.
 */
export function PaperList({
  ids,
  active,
  label,
  empty,
  busy,
  opening,
  ref,
  children,
}: {
  ids: readonly PaperId[] | undefined;
  active: PaperId | undefined;
  label: string;
  empty: ReactNode;
  busy: boolean;
  /** Rows that are read already, if they are of this list. */
  opening: Rows | undefined;
  ref: Ref<ListHandle>;
  children: (row: PaperRow, place: Place) => ReactNode;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ first: 0, last: ON_A_SCREEN });
  const shown = useRows(ids, range.first, range.last, opening);
  const shownIds = shown?.ids ?? [];
  const activeIndex = active ? shownIds.indexOf(active) : -1;

  // Its functions change with every scroll, which the compiler cannot know; we have none.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: shownIds.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => shownIds[index] ?? index,
    overscan: 4,
    initialRect: { width: 380, height: 440 },
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (activeIndex < 0 || indexes.includes(activeIndex)) return indexes;
      return [...indexes, activeIndex].sort((a, b) => a - b);
    },
    onChange: ({ range }) => {
      if (!range) return;
      setRange((before) =>
        before.first === range.startIndex && before.last === range.endIndex
          ? before
          : { first: range.startIndex, last: range.endIndex },
      );
    },
  });

  useImperativeHandle(ref, () => ({
    focus(id) {
      const index = shownIds.indexOf(id);
      if (index < 0) return;
      virtual.scrollToIndex(index, { align: 'auto' });
      // The row may have to be drawn first.
      const find = () => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
      const give = () => find()?.querySelector<HTMLElement>('.row')?.focus({ preventScroll: true });
      if (find()) give();
      else requestAnimationFrame(() => requestAnimationFrame(give));
    },
    rows: () => shown?.rows ?? new Map(),
  }));

  useEffect(() => {
    if (shown) performance.mark('offprint:usable');
  }, [shown]);

  if (!shown) return <div className="list" aria-busy="true" />;
  if (shownIds.length === 0 && !busy) return <div className="list list-empty">{empty}</div>;
  return (
    <div className="list" ref={scroller}>
      <div
        role="feed"
        aria-label={label}
        aria-busy={busy}
        className="list-all"
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = shown.rows.get(shownIds[item.index]!);
          return (
            <div
              key={item.key}
              data-index={item.index}
              ref={virtual.measureElement}
              className="list-place"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row ? (
                children(row, { index: item.index, count: shownIds.length })
              ) : (
                <div className="row-waiting" style={{ height: ROW_HEIGHT }} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
