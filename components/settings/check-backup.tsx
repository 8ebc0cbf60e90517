import { useRef } from 'react';
import { t } from '../../lib/i18n';
import { ImportProblems } from './import-problems';
import { Progress } from './progress';
import { RehearsalReport } from './rehearsal-report';
import { Row } from './section';
import type { Rehearsing } from './use-rehearsal';

/** Restores a file for a trial and says what came back; the library is left alone. */
export function CheckBackup({
  rehearsal: { state, open, cancel },
  onRestore,
}: {
  rehearsal: Rehearsing;
  onRestore: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Row title={t('settings_backup_check')} hint={t('settings_backup_check_hint')}>
        {state.at === 'running' ? (
          <button className="button" onClick={cancel}>
            {t('settings_cancel')}
          </button>
        ) : (
          <button className="button" onClick={() => input.current?.click()}>
            {t('settings_backup_check_choose')}
          </button>
        )}
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t('settings_backup_check')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // Cleared, so that the same file can be chosen again.
            event.target.value = '';
            if (file) open(file);
          }}
        />
      </Row>
      {state.at === 'running' && (
        <Progress label={t('rehearsal_running', state.name)} done={state.done} of={state.of} />
      )}
      {state.at === 'refused' && (
        <div className="settings-block" role="alert">
          <ImportProblems name={state.name} problems={state.problems} bad={[]} />
        </div>
      )}
      <div className={state.at === 'start' && state.said ? 'settings-block' : ''} role="status">
        {state.at === 'start' && state.said}
        {state.at === 'done' && <RehearsalReport {...state} />}
      </div>
      {state.at === 'done' && (
        <div className="settings-row settings-actions">
          <button className="button" onClick={cancel}>
            {t('rehearsal_close')}
          </button>
          <button className="button" onClick={() => onRestore(state.file)}>
            {t('settings_backup_restore_file')}
          </button>
        </div>
      )}
    </>
  );
}
