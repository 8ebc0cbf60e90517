import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { TagLine } from '../../../lib/db/tag-table';
import { t } from '../../../lib/i18n';
import { useNow } from '../../use-now';
import type { Picks } from '../use-picks';
import { ColorMenu } from './color-menu';
import { TagRow } from './tag-row';
import { useGridFocus } from './use-grid-focus';
import type { TagChoice, TagSort } from './use-tag-lines';

const ROW_HEIGHT = 36;
const COLUMNS: readonly TagSort[] = ['name', 'count', 'createdAt', 'lastUsedAt'];

/** The tags as a table: the arrow keys go from cell to cell, each cell does one thing. */
export function TagGrid({
  lines,
  choice,
  picks,
  onSort,
  onDelete,
  onMerge,
}: {
  lines: readonly TagLine[];
  choice: TagChoice;
  picks: Picks;
  onSort: (sort: TagSort) => void;
  onDelete: (ids: readonly string[]) => void;
  onMerge: () => void;
}) {
  const box = useRef<HTMLTableElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing of it is memoised
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    initialRect: { width: 0, height: window.innerHeight },
    // The first row is not to hide under the head of the table.
    scrollPaddingStart: ROW_HEIGHT,
    overscan: 8,
  });
  const drawn = virtual.getVirtualItems();
  const below = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const [renaming, setRenaming] = useState<string>();
  const stopRenaming = useCallback(() => setRenaming(undefined), []);
  const [coloring, setColoring] = useState<{ tag: TagLine; anchor: HTMLElement }>();
  const now = useNow();
  const grid = useGridFocus(
    box,
    lines.map(({ id }) => id),
    (row) => virtual.scrollToIndex(row, { align: 'auto' }),
  );
  const isDrawn = drawn.some(({ index }) => lines[index]?.id === grid.place.id);
  const tabStop = isDrawn ? grid.place.id : lines[drawn[0]?.index ?? 0]?.id;

  const press = (id: string, cell: string | undefined, target: Element, reach: boolean) => {
    if (cell === 'pick') return reach ? picks.reach(id) : picks.toggle(id);
    if (cell === 'name') return setRenaming(id);
    if (cell === 'delete') return onDelete([id]);
    const tag = lines.find((line) => line.id === id);
    if (cell === 'color' && tag) setColoring({ tag, anchor: target as HTMLElement });
  };

  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target.closest('[data-cell]') : null;
    const id = target?.closest<HTMLElement>('[data-tag]')?.dataset.tag;
    if (target && id) press(id, (target as HTMLElement).dataset.cell, target, event.shiftKey);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isText = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    const { id } = grid.place;
    if (isText || !id || event.altKey) return;
    const act = () => {
      if (event.ctrlKey || event.metaKey) return event.key === 'a' && (picks.all(), true);
      const moved = grid.move(event);
      if (moved !== undefined) {
        if (event.shiftKey && moved !== id) picks.reach(moved, id);
        return true;
      }
      if (event.key === 'x') return (picks.toggle(id), true);
      if (event.key === 'F2') return (setRenaming(id), true);
      if (event.key === 'Delete') return (onDelete(picks.ids.length > 0 ? picks.ids : [id]), true);
      return event.key === 'm' && (onMerge(), true);
    };
    if (act()) event.preventDefault();
  };

  const allPicked = picks.ids.length === lines.length;
  return (
    <div ref={scroll} className="tags-scroll">
      <table
        ref={box}
        id="tags"
        className="tag-grid"
        role="grid"
        aria-label={t('library_tags')}
        aria-multiselectable
        aria-rowcount={lines.length + 1}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocus={grid.onFocus}
        onBlur={grid.onBlur}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="tag-pick">
              <input
                type="checkbox"
                aria-label={t('tags_pick_all')}
                checked={allPicked}
                onChange={() => (allPicked ? picks.clear() : picks.all())}
              />
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('tag_color')}</span>
            </th>
            {COLUMNS.map((sort) => (
              <ColumnHead key={sort} sort={sort} choice={choice} onSort={onSort} />
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('tag_delete')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <Space height={drawn[0]?.start ?? 0} />
          {drawn.map(({ index }) => {
            const tag = lines[index]!;
            return (
              <TagRow
                key={tag.id}
                tag={tag}
                at={index}
                now={now}
                picked={picks.has(tag.id)}
                focusable={tag.id === tabStop ? grid.place.cell : undefined}
                renaming={tag.id === renaming}
                onRenamed={stopRenaming}
              />
            );
          })}
          <Space height={below} />
        </tbody>
      </table>
      {coloring && <ColorMenu {...coloring} onClose={() => setColoring(undefined)} />}
    </div>
  );
}

/** In the place of the rows that are out of sight. */
function Space({ height }: { height: number }) {
  return height > 0 && <tr aria-hidden="true" style={{ height }} />;
}

function ColumnHead({
  sort,
  choice,
  onSort,
}: {
  sort: TagSort;
  choice: TagChoice;
  onSort: (sort: TagSort) => void;
}) {
  const isSorted = sort === choice.sort;
  const direction = choice.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" className={`tag-column-${sort}`} aria-sort={isSorted ? direction : 'none'}>
      <button type="button" onClick={() => onSort(sort)}>
        {t(`tags_by_${sort}`)}
        <span className="tag-sorted" aria-hidden="true">
          {isSorted ? (choice.descending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  );
}
