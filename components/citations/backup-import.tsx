import { useEffect } from 'react';
import { plural, t } from '../../lib/i18n';
import { moment } from '../dates';
import { number } from '../numbers';
import { useImport } from '../settings/use-import';

/** A backup of Offprint's own, added by the import of backups; to replace all, settings are better. */
export function BackupImport({
  file,
  isBlocked,
  onClose,
}: {
  file: File;
  isBlocked: boolean;
  onClose: () => void;
}) {
  const { state, open, cancel, take } = useImport();
  useEffect(() => {
    if (!isBlocked) open(file);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each file
  }, [file, isBlocked]);

  const busy = state.at === 'reading' || state.at === 'taking';
  return (
    <>
      <div role="status" className="import-found">
        {state.at === 'reading' && t('settings_import_reading', state.name)}
        {state.at === 'taking' && t('settings_import_taking')}
        {state.at === 'refused' && [...state.problems, t('settings_import_kept')].join(' ')}
        {state.at === 'ready' && (
          <>
            <p className="import-count">
              {t(
                'settings_import_found',
                state.name,
                plural('settings_count_papers', state.head.counts.papers ?? 0),
                number(state.head.counts.library ?? 0),
                moment(state.head.madeAt),
              )}
            </p>
            {state.bad.length > 0 && <p>{plural('import_backup_bad', state.bad.length)}</p>}
            <p className="detail-quiet">
              {t('settings_import_add_hint')} <a href="/options.html#data">{t('import_replace')}</a>
            </p>
          </>
        )}
      </div>
      <footer className="dialog-foot">
        {busy && <progress aria-label={t('import_progress')} />}
        <button
          type="button"
          className="button"
          disabled={state.at === 'taking'}
          onClick={() => {
            cancel();
            onClose();
          }}
        >
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={state.at !== 'ready' || isBlocked}
          onClick={() => state.at === 'ready' && void take(state, 'add').then(onClose)}
        >
          {t('settings_import_add')}
        </button>
      </footer>
    </>
  );
}
