import { Menu } from '@base-ui/react/menu';
import { useState } from 'react';
import { COPY_FORMATS } from '../../lib/cite-format';
import { plural, t } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import { CheckIcon, ChevronIcon, QuoteIcon } from '../icons';
import { landmarkOf } from '../landmark';
import { useCite } from './use-cite';

/** Copies in the last format by its main part, in another or elsewhere by its menu. */
export function CiteButton({
  paperIds,
  open,
  onOpenChange,
  onExport,
}: {
  paperIds: readonly PaperId[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onExport: (to: 'file' | 'zotero') => void;
}) {
  const { format, copy } = useCite();
  const [trigger, setTrigger] = useState<HTMLElement | null>(null);
  const copies = t('cite_copy_as', t(`format_${format}`));
  return (
    <div className="split" role="group" aria-label={t('cite')}>
      <button
        type="button"
        className="button"
        title={`${copies} (⇧ C)`}
        aria-label={copies}
        onClick={() => void copy(paperIds)}
      >
        <QuoteIcon />
        {t('cite')}
      </button>
      <Menu.Root open={open} onOpenChange={onOpenChange}>
        <Menu.Trigger
          ref={setTrigger}
          className="button"
          aria-label={plural('cite_menu', paperIds.length)}
          title={`${plural('cite_menu', paperIds.length)} (C)`}
        >
          <ChevronIcon />
        </Menu.Trigger>
        <Menu.Portal container={landmarkOf(trigger)}>
          <Menu.Positioner className="floating" sideOffset={4} align="end">
            <Menu.Popup className="menu">
              <Menu.Group>
                <Menu.GroupLabel className="menu-label">{t('cite_copy')}</Menu.GroupLabel>
                {COPY_FORMATS.map((each) => (
                  <Menu.Item
                    key={each}
                    className="menu-item"
                    onClick={() => void copy(paperIds, each)}
                  >
                    <span className="menu-mark">{each === format && <CheckIcon />}</span>
                    {t(`format_${each}`)}
                  </Menu.Item>
                ))}
              </Menu.Group>
              <div className="menu-line" role="separator" />
              <Menu.Item className="menu-item" onClick={() => onExport('file')}>
                <span className="menu-mark" />
                {t('export_open')}
              </Menu.Item>
              <Menu.Item className="menu-item" onClick={() => onExport('zotero')}>
                <span className="menu-mark" />
                {t('zotero_send')}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}
