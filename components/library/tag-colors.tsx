import { Menu } from '@base-ui/react/menu';
import { t } from '../../lib/i18n';
import type { Tag } from '../../lib/paper';
import { useAct } from '../act';
import { CheckIcon } from '../icons';

const COLORS = [0, 1, 2, 3, 4, 5, 6, 7];

/** The palette as items of a menu; choosing one gives the tag that colour everywhere. */
export function TagColors({ tag }: { tag: Tag }) {
  const act = useAct();
  return (
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
  );
}
