import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useEffect, useEffectEvent, useState } from 'react';
import { countAll } from '../../lib/db/counts';
import { db } from '../../lib/db/open';
import { plural, t } from '../../lib/i18n';
import { send } from '../../lib/send';
import { sentence } from '../sentence';
import { number } from '../numbers';

const SECONDS = 10;

/** Ten seconds in which nothing is deleted yet, then the deletion. */
export function DeleteCountdown({ onEnd }: { onEnd(said: string): void }) {
  const [left, setLeft] = useState(SECONDS);
  const deleteAll = useEffectEvent(() => deleteEverything().then(onEnd));
  useEffect(() => {
    if (left === 0) {
      void deleteAll();
      return;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);

  return (
    <>
      <AlertDialog.Title className="dialog-title">
        {left > 0 ? t('settings_delete_countdown', left) : t('settings_delete_running')}
      </AlertDialog.Title>
      <AlertDialog.Description className="settings-dialog-text">
        {t('settings_delete_countdown_hint')}
      </AlertDialog.Description>
      <progress className="countdown" aria-hidden="true" max={SECONDS} value={SECONDS - left} />
      <span className="visually-hidden" role="timer" aria-live="assertive">
        {left === SECONDS || left === 3 ? t('settings_delete_countdown', left) : ''}
      </span>
      <div className="settings-actions">
        <button
          className="button primary"
          disabled={left === 0}
          onClick={() => onEnd(t('settings_delete_undone'))}
        >
          {t('undo')}
        </button>
      </div>
    </>
  );
}

async function deleteEverything(): Promise<string> {
  try {
    const { papers, saved, tags } = await countAll(db);
    await send('deleteEverything', {});
    return t(
      'settings_delete_done',
      plural('settings_count_papers', papers),
      number(saved),
      plural('settings_count_tags', tags),
    );
  } catch (error) {
    return sentence(error);
  }
}
