import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useState } from 'react';
import { t } from '../../lib/i18n';
import type { Settings } from '../../lib/settings';
import { DeleteCountdown } from './delete-countdown';
import { DeleteQuestion } from './delete-question';
import { Row } from './section';

/** Deletes all that was ever kept: asks, waits ten seconds, and says what went. */
export function DeleteEverything({ settings }: { settings: Settings }) {
  const [step, setStep] = useState<'closed' | 'question' | 'countdown'>('closed');
  const [said, setSaid] = useState<string>();
  const end = (words?: string) => {
    setStep('closed');
    setSaid(words);
  };
  return (
    <>
      <Row title={t('settings_delete')} hint={t('settings_delete_hint')}>
        <button className="button danger" onClick={() => setStep('question')}>
          {t('settings_delete_open')}
        </button>
      </Row>
      <div className={said ? 'settings-block' : undefined} role="status">
        {said}
      </div>
      <AlertDialog.Root
        open={step !== 'closed'}
        onOpenChange={(open) =>
          !open && end(step === 'countdown' ? t('settings_delete_undone') : undefined)
        }
      >
        <AlertDialog.Portal>
          <AlertDialog.Backdrop className="backdrop" />
          <AlertDialog.Popup className="dialog settings-dialog">
            {step === 'countdown' ? (
              <DeleteCountdown onEnd={end} />
            ) : (
              <DeleteQuestion
                settings={settings}
                onConfirm={() => setStep('countdown')}
                onCancel={() => end()}
              />
            )}
          </AlertDialog.Popup>
        </AlertDialog.Portal>
      </AlertDialog.Root>
    </>
  );
}
