import { Menu } from '@base-ui/react/menu';
import { useRef } from 'react';
import { t } from '../../lib/i18n';
import type { Tag } from '../../lib/paper';
import { useAct } from '../act';
import { CheckIcon, MoreIcon } from '../icons';

const COLORS = [0, 1, 2, 3, 4, 5, 6, 7];

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
            <Menu.RadioGroup
              className="swatches"
              aria-label={t('tag_color')}
              value={tag.color}
              onValueChange={(color: number) =>
                void act('recolorTag', { tagId: tag.id, color }, t('said_recolored', tag.name))
              }
            >
              {COLORS.map((color) => (
                <Menu.RadioItem
                  key={color}
                  value={color}
                  className={`swatch tag-${color}`}
                  aria-label={t(`color_${color}`)}
                  closeOnClick
                >
                  <Menu.RadioItemIndicator>
                    <CheckIcon />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <Menu.Item
              className="menu-item danger"
              onClick={() =>
                void act('deleteTags', { tagIds: [tag.id] }, t('said_tag_deleted', tag.name))
              }
            >
              {t('tag_delete')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
