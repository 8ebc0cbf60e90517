import { useEffect, useState } from 'react';
import { plural, t } from '../../../lib/i18n';
import { useAct } from '../../act';
import { EmptyState } from '../../empty-state';
import { useKeys } from '../../keys';
import { MergeTagsDialog } from '../../merge-tags-dialog';
import { usePicks } from '../use-picks';
import { TagGrid } from './tag-grid';
import { TagHead } from './tag-head';
import './tags.css';
import { useTagLines, type TagChoice, type TagSort } from './use-tag-lines';

const AT_FIRST: TagChoice = { typed: '', unusedOnly: false, sort: 'count', descending: true };

function enterGrid(): void {
  document.querySelector<HTMLElement>('#tags [tabindex="0"]')?.focus();
}

/** All tags: found, sorted, renamed, coloured, merged and deleted; each act has one undo. */
export function TagManager({
  onReady,
  onUndo,
  onHelp,
  onLeave,
}: {
  /** The tags are on screen. */
  onReady: () => void;
  onUndo: () => void;
  onHelp: () => void;
  onLeave: () => void;
}) {
  const act = useAct();
  const [choice, setChoice] = useState(AT_FIRST);
  const [merging, setMerging] = useState(false);
  const { all, lines } = useTagLines(choice);
  const picks = usePicks(lines.map(({ id }) => id));
  const picked = lines.filter(({ id }) => picks.has(id));
  const isRead = all !== undefined;

  useEffect(() => {
    if (!isRead) return;
    onReady();
    enterGrid();
  }, [isRead, onReady]);

  const change = (part: Partial<TagChoice>) => setChoice((before) => ({ ...before, ...part }));
  const sortBy = (sort: TagSort) =>
    change({ sort, descending: sort === choice.sort ? !choice.descending : sort !== 'name' });
  const merge = () => picked.length > 1 && setMerging(true);
  const remove = (ids: readonly string[]) => {
    if (picks.ids.length > 0) picks.clear();
    const [tag] = lines.filter(({ id }) => id === ids[0]);
    const said = ids.length === 1 ? t('said_tag_deleted', tag?.name ?? '') : '';
    void act('deleteTags', { tagIds: [...ids] }, said || plural('said_tags_deleted', ids.length));
  };
  useKeys({
    ArrowDown: enterGrid,
    ArrowUp: enterGrid,
    '/': () => document.getElementById('tag-search')?.focus(),
    u: onUndo,
    '?': onHelp,
    Escape() {
      if (picks.ids.length > 0) picks.clear();
      else if (choice.typed || choice.unusedOnly) change({ typed: '', unusedOnly: false });
      else onLeave();
    },
  });

  return (
    <section className="tags-pane" aria-label={t('tags_all')}>
      <TagHead
        choice={choice}
        change={change}
        all={all ?? []}
        picks={picks}
        onMerge={merge}
        onEnter={enterGrid}
        onDelete={() => remove(picks.ids)}
      />
      {lines.length > 0 && (
        <TagGrid
          lines={lines}
          choice={choice}
          picks={picks}
          onSort={sortBy}
          onDelete={remove}
          onMerge={merge}
        />
      )}
      {all && lines.length === 0 && (
        <EmptyState
          title={t(all.length > 0 ? 'empty_search' : 'tags_none')}
          text={t(all.length > 0 ? 'tags_none_found' : 'tags_none_text')}
        />
      )}
      {merging && (
        <MergeTagsDialog
          tags={[...picked].sort((a, b) => b.count - a.count)}
          onClose={(merged) => {
            setMerging(false);
            if (merged) picks.clear();
          }}
        />
      )}
    </section>
  );
}
