import { t } from '../../lib/i18n';
import type { Settings } from '../../lib/settings';
import { number } from '../numbers';
import { Progress } from './progress';
import { Row } from './section';
import { useExport } from './use-export';

/** One file with everything in it. */
export function ExportBackup({ settings }: { settings: Settings }) {
  const { progress, said, start, cancel } = useExport(settings);
  return (
    <>
      <Row title={t('settings_export')} hint={t('settings_export_hint')}>
        {progress ? (
          <button className="button" onClick={cancel}>
            {t('settings_cancel')}
          </button>
        ) : (
          <button className="button" onClick={start}>
            {t('settings_export_do')}
          </button>
        )}
      </Row>
      {progress && (
        <Progress
          {...progress}
          label={t('settings_export_running', number(progress.done), number(progress.of))}
        />
      )}
      <div className={said ? 'settings-block' : undefined} role="status">
        {said}
      </div>
    </>
  );
}
