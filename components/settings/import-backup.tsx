import { useLiveQuery } from 'dexie-react-hooks';
import { useRef, useState, type DragEvent } from 'react';
import { db } from '../../lib/db/open';
import { stagedHeads } from '../../lib/db/staging';
import { t } from '../../lib/i18n';
import { ImportProblems } from './import-problems';
import { Progress } from './progress';
import { ReadyToImport } from './ready-to-import';
import { Row } from './section';
import type { Importing } from './use-import';

/** Takes a backup in: choose or drop the file, see what is in it, say how. */
export function ImportBackup({ importing }: { importing: Importing }) {
  const { state, open, cancel, take } = importing;
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const waiting = useLiveQuery(async () =>
    (await stagedHeads(db)).some(({ kind, state }) => kind === 'import' && state === 'committed'),
  );
  const idle = !waiting && (state.at === 'start' || state.at === 'refused');

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && idle) open(file);
  };
  return (
    <div
      className={`drop ${over && idle ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Row
        title={over && idle ? t('settings_import_drop') : t('settings_import')}
        hint={waiting ? t('settings_import_waiting') : t('settings_import_hint')}
      >
        {state.at === 'reading' && (
          <button className="button" onClick={cancel}>
            {t('settings_cancel')}
          </button>
        )}
        {(state.at === 'start' || state.at === 'refused') && (
          <button className="button" disabled={!idle} onClick={() => input.current?.click()}>
            {t('settings_import_choose')}
          </button>
        )}
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t('settings_import')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // Cleared, so that the same file can be chosen again.
            event.target.value = '';
            if (file) open(file);
          }}
        />
      </Row>
      {state.at === 'reading' && (
        <Progress
          label={t('settings_import_reading', state.name)}
          done={state.done}
          of={state.of}
        />
      )}
      {state.at === 'taking' && <Progress label={t('settings_import_taking')} done={0} of={0} />}
      {state.at === 'refused' && (
        <div className="settings-block" role="alert">
          <ImportProblems name={state.name} problems={state.problems} bad={[]} />
        </div>
      )}
      {state.at === 'ready' && (
        <ReadyToImport ready={state} onTake={(mode) => void take(state, mode)} onCancel={cancel} />
      )}
      {state.at === 'start' && (
        <div className={state.said ? 'settings-block' : undefined} role="status">
          {state.said}
        </div>
      )}
    </div>
  );
}
