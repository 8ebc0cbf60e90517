import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { countAll } from '../../lib/db/counts';
import { db } from '../../lib/db/open';
import { plural, t } from '../../lib/i18n';
import type { Settings } from '../../lib/settings';
import { number } from '../numbers';
import { useExport } from './use-export';

/** What would go, a backup first if wanted, and a word to type so that no slip does it. */
export function DeleteQuestion({
  settings,
  onConfirm,
  onCancel,
}: {
  settings: Settings;
  onConfirm(): void;
  onCancel(): void;
}) {
  const counts = useLiveQuery(() => countAll(db));
  const backup = useExport(settings);
  const [typed, setTyped] = useState('');
  const word = t('settings_delete_word');
  const isTyped = typed.trim().toLowerCase() === word;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isTyped) onConfirm();
      }}
    >
      <AlertDialog.Title className="dialog-title">{t('settings_delete_title')}</AlertDialog.Title>
      <AlertDialog.Description className="settings-dialog-text">
        {counts &&
          t(
            'settings_delete_text',
            plural('settings_count_papers', counts.papers),
            number(counts.saved),
          )}
      </AlertDialog.Description>
      <p>
        <button
          className="button"
          type="button"
          disabled={backup.progress !== undefined}
          onClick={backup.start}
        >
          {t('settings_delete_export')}
        </button>
      </p>
      <p role="status">
        {backup.progress
          ? t('settings_export_running', number(backup.progress.done), number(backup.progress.of))
          : backup.said}
      </p>
      <label className="settings-dialog-field">
        {t('settings_delete_type', word)}
        <input
          className="field"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <div className="settings-actions">
        <button className="button" type="button" onClick={onCancel}>
          {t('settings_cancel')}
        </button>
        <button className="button danger" type="submit" disabled={!isTyped}>
          {t('settings_delete_do')}
        </button>
      </div>
    </form>
  );
}
