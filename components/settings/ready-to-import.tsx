import { useState } from 'react';
import { plural, t } from '../../lib/i18n';
import type { ImportMode } from '../../lib/messages';
import { Choice } from './choice';
import { moment } from '../dates';
import { number } from '../numbers';
import { ImportProblems } from './import-problems';
import type { ReadyImport } from './use-import';

/** What a file holds, what is wrong with it, and how to take it. */
export function ReadyToImport({
  ready: { name, head, problems, bad },
  onTake,
  onCancel,
}: {
  ready: ReadyImport;
  onTake(mode: ImportMode): void;
  onCancel(): void;
}) {
  const [mode, setMode] = useState<ImportMode>('add');
  const isWhole = problems.length === 0 && bad.length === 0;
  const { papers = 0, library = 0 } = head.counts;
  return (
    <>
      <div className="settings-block" role="status">
        {t(
          'settings_import_found',
          name,
          plural('settings_count_papers', papers),
          number(library),
          moment(head.madeAt),
        )}
        {!isWhole && <ImportProblems name={name} problems={problems} bad={bad} />}
      </div>
      <Choice<ImportMode>
        title={t('settings_import_mode')}
        hint={t(mode === 'add' ? 'settings_import_add_hint' : 'settings_import_replace_hint')}
        options={[
          { value: 'add', label: t('settings_import_add') },
          { value: 'replace', label: t('settings_import_replace') },
        ]}
        value={mode}
        onChange={setMode}
      />
      <div className="settings-row settings-actions">
        <button className="button" onClick={onCancel}>
          {t('settings_cancel')}
        </button>
        <button className="button primary" onClick={() => onTake(mode)}>
          {t(isWhole ? 'settings_import_do' : 'settings_import_good')}
        </button>
      </div>
    </>
  );
}
