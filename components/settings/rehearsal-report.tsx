import type { BackupHead } from '../../lib/backup/format';
import { sayProblem } from '../../lib/backup/say-problem';
import { t } from '../../lib/i18n';
import { isWhole, type Readable, type Rehearsal } from '../../lib/rehearsal/rehearsal';
import { moment } from '../dates';
import { number } from '../numbers';

const SHOWN = 20;

/** "2,314 of 2,314 papers readable", and each record that is not. */
export function RehearsalReport({
  file: { name },
  head,
  rehearsal,
}: {
  file: File;
  head: BackupHead;
  rehearsal: Rehearsal;
}) {
  const { tables, notes, problems, bad } = rehearsal;
  const count = ({ readable, of }: Readable) =>
    readable === of ? number(of) : t('rehearsal_of', number(readable), number(of));
  const figures: [string, Readable][] = [
    [t('rehearsal_saved'), tables.library],
    [t('rehearsal_tags'), tables.tags],
    [t('rehearsal_notes'), notes],
    [t('rehearsal_sightings'), tables.sightings],
    [t('rehearsal_told'), tables.notified],
    [t('rehearsal_history'), tables.journal],
  ];
  const shown = figures.filter(([, each]) => each.of > 0);
  const whole = isWhole(rehearsal);
  return (
    <>
      <div className="settings-block">
        <p className={`rehearsal-verdict ${whole ? 'is-whole' : 'is-broken'}`}>
          {t('rehearsal_papers', number(tables.papers.readable), number(tables.papers.of))}
        </p>
        <p className="settings-hint">
          {t(whole ? 'rehearsal_whole' : 'rehearsal_broken', name, moment(head.madeAt))}
        </p>
      </div>
      <dl className="settings-figures">
        {shown.map(([title, each]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{count(each)}</dd>
          </div>
        ))}
      </dl>
      {problems.length + bad.length > 0 && (
        <div className="settings-block">
          <div className="settings-warning">
            <h3>{t('settings_import_problems', name)}</h3>
            <ul>
              {problems.map(sayProblem).map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
              {bad.slice(0, SHOWN).map(({ n, line, why }) => (
                <li key={n}>
                  {line === undefined
                    ? t('settings_import_record', number(n), why)
                    : t('rehearsal_line', number(line), why)}
                </li>
              ))}
              {bad.length > SHOWN && (
                <li>{t('settings_import_more_problems', number(bad.length - SHOWN))}</li>
              )}
            </ul>
          </div>
        </div>
      )}
    </>
  );
}
