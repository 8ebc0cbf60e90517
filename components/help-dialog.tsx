import { Dialog } from '@base-ui/react/dialog';
import { t } from '../lib/i18n';
import { CloseIcon } from './icons';

/** One line of the help: the keys, and what they do. */
export interface HelpLine {
  keys: readonly string[];
  does: string;
}

/** Every key of the page, in a dialog. */
export function HelpDialog({
  lines,
  onClose,
}: {
  lines: readonly HelpLine[];
  onClose: () => void;
}) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog help">
          <header className="dialog-head">
            <Dialog.Title className="dialog-title">{t('help_title')}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={t('close')}>
              <CloseIcon />
            </Dialog.Close>
          </header>
          <dl className="help-lines">
            {lines.map(({ keys, does }) => (
              <div key={does} className="help-line">
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
