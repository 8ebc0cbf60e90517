import { useState } from 'react';
import { t } from '../../lib/i18n';
import type { Tag } from '../../lib/paper';
import { TagNameField } from '../tag-name-field';
import { ALL_TAGS } from './place';
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
      <div className="sidebar-head">
        <h2 className="sidebar-title" id="sidebar-tags">
          {t('library_tags')}
        </h2>
        <a
          className="sidebar-all"
          href={ALL_TAGS}
          aria-label={t('tags_manage_all')}
          aria-current={current === 'tags' ? 'page' : undefined}
        >
          {t('tags_manage')}
        </a>
      </div>
      <ul>
        {tags.map((tag) =>
          tag.id === renaming ? (
            <li key={tag.id} className="sidebar-item">
              <TagNameField tag={tag} className="field" onDone={() => setRenaming(undefined)} />
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
