import { Menu } from '@base-ui/react/menu';
import { useRef } from 'react';
import { t } from '../../lib/i18n';
import type { Tag } from '../../lib/paper';
import { useAct } from '../act';
import { MoreIcon } from '../icons';
import { ALL_TAGS } from './place';
import { TagColors } from './tag-colors';

/** Rename, colour, delete: all of it everywhere the tag is used, all with undo. */
export function TagMenu({ tag, onRename }: { tag: Tag; onRename: () => void }) {
  const act = useAct();
  const renames = useRef(false);
  return (
    <Menu.Root
      onOpenChange={(open) => {
        if (open) renames.current = false;
      }}
      onOpenChangeComplete={(open) => {
        if (!open && renames.current) onRename();
      }}
    >
      <Menu.Trigger className="icon-button tag-menu" aria-label={t('tag_menu', tag.name)}>
        <MoreIcon />
      </Menu.Trigger>
      <Menu.Portal container={document.querySelector('main')}>
        <Menu.Positioner className="floating" sideOffset={2} align="start">
          <Menu.Popup className="menu" finalFocus={() => !renames.current}>
            <Menu.Item
              className="menu-item"
              onClick={() => {
                renames.current = true;
              }}
            >
              {t('rename')}
            </Menu.Item>
            <TagColors tag={tag} />
            <Menu.Item
              className="menu-item danger"
              onClick={() =>
                void act('deleteTags', { tagIds: [tag.id] }, t('said_tag_deleted', tag.name))
              }
            >
              {t('tag_delete')}
            </Menu.Item>
            <div className="menu-line" />
            <Menu.Item className="menu-item" onClick={() => (location.hash = ALL_TAGS)}>
              {t('tags_all')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
