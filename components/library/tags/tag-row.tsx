import { memo } from 'react';
import type { TagLine } from '../../../lib/db/tag-table';
import { plural, t } from '../../../lib/i18n';
import { ago, shortDate } from '../../dates';
import { CloseIcon } from '../../icons';
import { TagNameField } from '../../tag-name-field';
import { viewPath } from '../place';

/** What can be pressed in a row, from left to right. */
export const CELLS = ['pick', 'color', 'name', 'count', 'delete'] as const;
export type Cell = (typeof CELLS)[number];

/** One tag. Its cells are reached by the arrow keys of the table around it. */
export const TagRow = memo(function TagRow({
  tag,
  at,
  now,
  picked,
  focusable,
  renaming,
  onRenamed,
}: {
  tag: TagLine;
  /** Its place among the tags, from 0. */
  at: number;
  now: number;
  picked: boolean;
  /** The cell that the Tab key leads to, where it is one of this row's. */
  focusable: Cell | undefined;
  renaming: boolean;
  onRenamed: () => void;
}) {
  const cell = (name: Cell) => ({ 'data-cell': name, tabIndex: name === focusable ? 0 : -1 });
  return (
    <tr className="tag-row" data-tag={tag.id} aria-selected={picked} aria-rowindex={at + 2}>
      <td role="gridcell" className="tag-pick">
        <input
          type="checkbox"
          {...cell('pick')}
          aria-label={t('tags_pick', tag.name)}
          checked={picked}
          readOnly
        />
      </td>
      <td role="gridcell" className="tag-color">
        <button
          type="button"
          className="icon-button"
          {...cell('color')}
          aria-label={t('tags_color', tag.name)}
          aria-haspopup="menu"
        >
          <span className={`tag-dot tag-${tag.color}`} />
        </button>
      </td>
      <th scope="row" role="rowheader" className="tag-name">
        {renaming ? (
          <TagNameField tag={tag} className="field" onDone={onRenamed} />
        ) : (
          <button
            type="button"
            {...cell('name')}
            aria-label={t('tag_rename', tag.name)}
            title={t('rename')}
            dir="auto"
          >
            {tag.name}
          </button>
        )}
      </th>
      <td role="gridcell" className="tag-count">
        <a
          {...cell('count')}
          href={`#/${viewPath({ kind: 'tag', tagId: tag.id })}`}
          data-unused={tag.count === 0 || undefined}
        >
          {tag.count === 0 ? t('tags_unused_cell') : plural('papers', tag.count)}
        </a>
      </td>
      <td role="gridcell" className="tag-date">
        {shortDate(tag.createdAt, now)}
      </td>
      <td role="gridcell" className="tag-date">
        {tag.lastUsedAt === undefined ? '–' : ago(tag.lastUsedAt, now)}
      </td>
      <td role="gridcell" className="tag-delete">
        <button
          type="button"
          className="icon-button"
          {...cell('delete')}
          aria-label={t('tags_delete', tag.name)}
          title={t('tag_delete')}
        >
          <CloseIcon />
        </button>
      </td>
    </tr>
  );
});
