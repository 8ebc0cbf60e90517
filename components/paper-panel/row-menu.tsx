import { Menu } from '@base-ui/react/menu';
import type { PaperRow } from '../../lib/db/list';
import { t } from '../../lib/i18n';
import { useAct } from '../act';
import { NoteIcon, TagIcon } from '../icons';
import { landmarkOf } from '../landmark';
import { useSetStatus } from '../set-status';
import { StatusItems } from '../status-menu';

/** What can be done with a saved paper, beside the control that says it is saved. */
export function RowMenu({
  row,
  anchor,
  onTags,
  onNote,
  onClose,
}: {
  row: PaperRow;
  anchor: HTMLElement;
  onTags: () => void;
  onNote: () => void;
  onClose: () => void;
}) {
  const act = useAct();
  const setStatus = useSetStatus();
  const ids = [row.paper.id];
  return (
    <Menu.Root open onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal container={landmarkOf(anchor)}>
        <Menu.Positioner anchor={anchor} side="bottom" align="end" sideOffset={4}>
          <Menu.Popup
            className="menu"
            aria-label={t('menu_saved')}
            finalFocus={() => anchor.closest<HTMLElement>('.row') ?? anchor}
          >
            <StatusItems status={row.entry?.status} onChange={(next) => setStatus(ids, next)} />
            <Menu.Separator className="menu-line" />
            <Menu.Item className="menu-item" onClick={onTags}>
              <TagIcon />
              {t('tags_edit')}
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={onNote}>
              <NoteIcon />
              {t('note_edit')}
            </Menu.Item>
            <Menu.Separator className="menu-line" />
            <Menu.Item
              className="menu-item danger"
              onClick={() => void act('unsavePapers', { paperIds: ids }, t('said_unsaved'))}
            >
              {t('unsave')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
