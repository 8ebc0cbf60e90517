import { Menu } from '@base-ui/react/menu';
import { useState } from 'react';
import { t } from '../lib/i18n';
import { STATUSES, type PaperId, type Status } from '../lib/paper';
import { CheckIcon, ChevronIcon } from './icons';
import { landmarkOf } from './landmark';
import { useSetStatus } from './set-status';

/** A button that shows the reading status of papers, with a menu to set it. */
export function StatusMenu({
  paperIds,
  status,
}: {
  paperIds: readonly PaperId[];
  /** Undefined when several papers differ. */
  status: Status | undefined;
}) {
  const setStatus = useSetStatus();
  const [trigger, setTrigger] = useState<HTMLElement | null>(null);
  return (
    <Menu.Root>
      <Menu.Trigger ref={setTrigger} className="button">
        {status ? t(`status_${status}`) : t('status')}
        <ChevronIcon />
      </Menu.Trigger>
      <Menu.Portal container={landmarkOf(trigger)}>
        <Menu.Positioner className="floating" sideOffset={4} align="start">
          <Menu.Popup className="menu">
            <StatusItems status={status} onChange={(next) => setStatus(paperIds, next)} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** The four statuses as items of a menu. */
export function StatusItems({
  status,
  onChange,
}: {
  status: Status | undefined;
  onChange: (status: Status) => void;
}) {
  return (
    <Menu.RadioGroup value={status ?? ''} onValueChange={(next: Status) => onChange(next)}>
      {STATUSES.map((each) => (
        <Menu.RadioItem key={each} value={each} className="menu-item" closeOnClick>
          <span className="menu-mark">
            <Menu.RadioItemIndicator>
              <CheckIcon />
            </Menu.RadioItemIndicator>
          </span>
          {t(`status_${each}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
