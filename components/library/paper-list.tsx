import { useVirtualizer } from '@tanstack/react-virtual';
import { Suspense, useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { t } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import { lazily } from '../lazily';
import { useNow } from '../use-now';
import { EmptyList } from './empty-list';
import { PaperLine } from './paper-line';
import { viewPath, type Place } from './place';
import type { Cursor } from './use-cursor';
import type { FoundList } from './use-list';
import type { Picks } from './use-picks';
import type { Direction } from './queue-move';
import type { Queue } from './use-queue';
import { useRows } from './use-rows';

const QueueDrag = lazily(() => import('./queue-drag'), 'QueueDrag');

const MOVES: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};
const LINE_HEIGHT = 76;
const NO_IDS: readonly PaperId[] = [];

/** The list itself; only the lines on screen exist. */
export function PaperList({
  place,
  list,
  picks,
  cursor,
  queue,
  keys,
  onReady,
  onImport,
}: {
  place: Place;
  list: FoundList;
  picks: Picks;
  cursor: Cursor;
  /** Undefined where lines cannot be moved. */
  queue: Queue | undefined;
  /** What the keys of the page do; here they work while the list has the focus. */
  keys: Record<string, () => unknown>;
  /** The first lines are on screen. */
  onReady: () => void;
  onImport: () => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const ids = list.ids ?? NO_IDS;
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing of it is memoised
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: (i) => ids[i]!,
    initialRect: { width: 0, height: window.innerHeight },
    overscan: 6,
  });
  const lines = virtual.getVirtualItems();
  const { rows, read } = useRows(ids, lines[0]?.index ?? 0, lines.at(-1)?.index ?? 0);
  const now = useNow();
  const shown = list.ids !== undefined && (read || ids.length === 0);

  useEffect(() => {
    if (!shown) return;
    performance.mark('offprint:usable');
    onReady();
  }, [shown, onReady]);

  const path = `${viewPath(place.view)} ${place.sort} ${place.typed}`;
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [path]);

  const { at } = cursor;
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    // Only when the cursor moves: a list that grows must not jump under the reader.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [cursor.id]);

  const isMoving = useRef(false);
  useEffect(() => {
    if (isMoving.current && at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    isMoving.current = false;
    // Only where the reader moved the paper themselves.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.altKey && queue ? MOVES[event.key] : undefined;
    if (direction) {
      event.preventDefault();
      isMoving.current = true;
      return queue?.move(direction);
    }
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    const act = () => {
      if (step) {
        const before = cursor.id;
        const next = cursor.move(step);
        if (next && event.shiftKey) picks.reach(next, before);
        return true;
      }
      if (event.key === 'a' && (event.ctrlKey || event.metaKey)) return (picks.all(), true);
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key === 'Home' || event.key === 'End')
        return (cursor.move(event.key === 'End' ? ids.length : -ids.length), true);
      if (event.key === 'Enter') {
        if (!cursor.id) cursor.move(1);
        requestAnimationFrame(() => document.getElementById('paper')?.focus());
        return true;
      }
      const run = keys[event.key];
      return run ? (run(), true) : false;
    };
    if (act()) event.preventDefault();
  };

  const onClick = (event: MouseEvent) => {
    const pressed = event.target instanceof Element ? event.target : undefined;
    const line = pressed?.closest<HTMLElement>('[data-at]');
    const id = line && ids[Number(line.dataset.at)];
    if (!id) return;
    if (pressed?.closest('.line-pick')) return picks.toggle(id);
    box.current?.focus({ preventScroll: true });
    if (event.shiftKey) picks.reach(id, cursor.id);
    else if (event.ctrlKey || event.metaKey) picks.toggle(id);
    else cursor.open(id);
  };

  const isActiveShown = lines.some((line) => line.index === at);
  return (
    <div
      ref={box}
      id="papers"
      className="papers"
      role={ids.length > 0 ? 'listbox' : undefined}
      aria-multiselectable={ids.length > 0 || undefined}
      aria-label={ids.length > 0 ? t('library_list') : undefined}
      aria-activedescendant={isActiveShown ? `paper-${cursor.id}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {list.ids && ids.length === 0 && !list.searching && (
        <EmptyList place={place} onImport={onImport} />
      )}
      {queue && shown && (
        <Suspense>
          <QueueDrag box={box} shown={lines.map(({ index }) => ids[index]!)} queue={queue} />
        </Suspense>
      )}
      <div role="presentation" className="papers-all" style={{ height: virtual.getTotalSize() }}>
        {lines.map(({ index, key, start }) => {
          const id = ids[index]!;
          return (
            <PaperLine
              key={key}
              id={id}
              row={rows.get(id)}
              mark={list.mark}
              now={now}
              at={index}
              of={ids.length}
              top={start}
              active={index === at}
              picked={picks.has(id)}
              sort={place.sort}
            />
          );
        })}
      </div>
    </div>
  );
}
