import { Menu } from '@base-ui/react/menu';
import { t } from '../../lib/i18n';
import type { Settings } from '../../lib/settings';
import { landmarkOf } from '../landmark';
import { siteName } from '../site-name';
import { CheckIcon } from '../icons';
import { withSite } from '../paused-sites';
import { siteOf } from './page-access';

/** Pauses Offprint everywhere or on the site of the tab. */
export function PauseMenu({
  settings,
  url,
  anchor,
  onChange,
  onClose,
}: {
  settings: Settings;
  /** The address in the tab. */
  url: string | undefined;
  anchor: HTMLElement;
  onChange: (patch: Partial<Settings>) => void;
  onClose: () => void;
}) {
  const { paused, pausedSites } = settings;
  const site = siteOf(url);
  return (
    <Menu.Root open onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal container={landmarkOf(anchor)}>
        <Menu.Positioner anchor={anchor} side="top" align="end" sideOffset={4}>
          <Menu.Popup className="menu" aria-label={t('pause')} finalFocus={() => anchor}>
            <Item
              name={t('pause_everywhere')}
              checked={paused}
              onChange={(next) => onChange({ paused: next })}
            />
            {site && (
              <Item
                name={t('pause_site', siteName(site))}
                checked={pausedSites.includes(site)}
                onChange={(next) => onChange({ pausedSites: withSite(pausedSites, site, next) })}
              />
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Item({
  name,
  checked,
  onChange,
}: {
  name: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <Menu.CheckboxItem
      className="menu-item"
      checked={checked}
      onCheckedChange={onChange}
      closeOnClick
    >
      <span className="menu-mark">
        <Menu.CheckboxItemIndicator>
          <CheckIcon />
        </Menu.CheckboxItemIndicator>
      </span>
      {name}
    </Menu.CheckboxItem>
  );
}
