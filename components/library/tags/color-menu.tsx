import { Menu } from '@base-ui/react/menu';
import type { Tag } from '../../../lib/paper';
import { landmarkOf } from '../../landmark';
import { TagColors } from '../tag-colors';

/** The palette under the dot that was pressed; one for the whole table. */
export function ColorMenu({
  tag,
  anchor,
  onClose,
}: {
  tag: Tag;
  anchor: HTMLElement;
  onClose: () => void;
}) {
  return (
    <Menu.Root open onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal container={landmarkOf(anchor)}>
        <Menu.Positioner className="floating" anchor={anchor} sideOffset={2} align="start">
          <Menu.Popup className="menu" finalFocus={() => anchor}>
            <TagColors tag={tag} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
