import { useState } from 'react';
import { t } from '../../lib/i18n';
import type { Tag } from '../../lib/paper';
import { useAct } from '../act';
import { SidebarLink } from './sidebar-link';
import { TagMenu } from './tag-menu';

/** Every tag as a view, with a menu to rename, colour or delete it. */
export function TagLinks({
  tags,
  current,
}: {
  tags: readonly (Tag & { count: number })[];
  current: string;
}) {
  const [renaming, setRenaming] = useState<string>();
  return (
    <section className="sidebar-part" aria-labelledby="sidebar-tags">
      <h2 className="sidebar-title" id="sidebar-tags">
        {t('library_tags')}
      </h2>
      <ul>
        {tags.map((tag) =>
          tag.id === renaming ? (
            <li key={tag.id} className="sidebar-item">
              <TagNameField tag={tag} onDone={() => setRenaming(undefined)} />
            </li>
          ) : (
            <SidebarLink
              key={tag.id}
              to={{ kind: 'tag', tagId: tag.id }}
              name={tag.name}
              count={tag.count}
              current={current}
              mark={<span className={`tag-dot tag-${tag.color}`} aria-hidden="true" />}
            >
              <TagMenu tag={tag} onRename={() => setRenaming(tag.id)} />
            </SidebarLink>
          ),
        )}
      </ul>
    </section>
  );
}

function TagNameField({ tag, onDone }: { tag: Tag; onDone: () => void }) {
  const act = useAct();
  const [name, setName] = useState(tag.name);
  const rename = () => {
    onDone();
    if (name.trim() && name !== tag.name)
      void act('renameTag', { tagId: tag.id, name }, t('said_renamed', tag.name, name));
  };
  return (
    <input
      className="field"
      aria-label={t('tag_rename', tag.name)}
      value={name}
      maxLength={60}
      // The user chose to write here.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setName(event.target.value)}
      onBlur={rename}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') rename();
        else if (event.key === 'Escape') onDone();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
