import { t } from '../../lib/i18n';
import type { BadRecord } from '../../lib/messages';
import { number } from '../numbers';

const SHOWN = 5;

/** What is wrong with a file and where, and that nothing was changed by it. */
export function ImportProblems({
  name,
  problems,
  bad,
}: {
  name: string;
  problems: readonly string[];
  bad: readonly BadRecord[];
}) {
  return (
    <div className="settings-warning">
      <h4>{t('settings_import_problems', name)}</h4>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
        {bad.slice(0, SHOWN).map(({ n, why }) => (
          <li key={n}>{t('settings_import_record', number(n), why)}</li>
        ))}
        {bad.length > SHOWN && (
          <li>{t('settings_import_more_problems', number(bad.length - SHOWN))}</li>
        )}
      </ul>
      <p>{t('settings_import_kept')}</p>
    </div>
  );
}
