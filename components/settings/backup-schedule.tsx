import { t } from '../../lib/i18n';
import { BACKUP_KEEP, type Settings } from '../../lib/settings';
import { PERIODS } from '../../lib/snapshots/due';
import type { Folder } from '../../lib/snapshots/picked-folder';
import { allowPlace, canPickFolder, pickFolder } from '../backup-place';
import { number } from '../numbers';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { Choice } from './choice';
import { FieldRow } from './field-row';
import { Row } from './section';
import type { SettingsProps } from './settings-props';

const { least, most } = BACKUP_KEEP;
const COUNTS = Array.from({ length: most - least + 1 }, (_, i) => least + i);

/** How often a copy is saved, where, and how many stay. What is asked of the browser, it asks now. */
export function BackupSchedule({
  settings: { backupEvery, backupTo, backupKeep },
  change,
  folder,
}: SettingsProps & { folder: Folder | undefined }) {
  const toast = useToast();
  const failed = (error: unknown) => toast({ text: sentence(error), tone: 'error' });

  const setEvery = async (every: Settings['backupEvery']) => {
    if (every !== 'off' && backupEvery === 'off' && backupTo === 'downloads')
      // Where the user says no it is on all the same, and reminds them.
      await allowPlace('downloads').catch(failed);
    change({ backupEvery: every });
  };
  const setPlace = async (to: Settings['backupTo'], again = false) => {
    const isOpen =
      to === 'folder' && (again || !folder) ? await pickFolder() : await allowPlace(to);
    if (isOpen) change({ backupTo: to });
  };
  return (
    <>
      <Choice<Settings['backupEvery']>
        title={t('settings_backup_every')}
        hint={t('settings_backup_every_hint')}
        options={(['off', ...PERIODS] as const).map((value) => ({
          value,
          label: t(`settings_backup_every_${value}`),
        }))}
        value={backupEvery}
        onChange={(every) => void setEvery(every)}
      />
      {canPickFolder() && (
        <Choice<Settings['backupTo']>
          title={t('settings_backup_to')}
          hint={t(
            backupTo === 'folder'
              ? 'settings_backup_to_folder_hint'
              : 'settings_backup_to_downloads_hint',
          )}
          options={[
            { value: 'downloads', label: t('settings_backup_to_downloads') },
            { value: 'folder', label: t('settings_backup_to_folder') },
          ]}
          value={backupTo}
          onChange={(to) => void setPlace(to).catch(failed)}
        />
      )}
      {backupTo === 'folder' && (
        <Row title={t('settings_backup_folder', folder?.name ?? '?')}>
          <button className="button" onClick={() => void setPlace('folder', true).catch(failed)}>
            {t('settings_backup_pick')}
          </button>
        </Row>
      )}
      <FieldRow title={t('settings_backup_keep')}>
        <select
          className="field"
          value={backupKeep}
          onChange={(event) => change({ backupKeep: Number(event.target.value) })}
        >
          {COUNTS.map((each) => (
            <option key={each} value={each}>
              {number(each)}
            </option>
          ))}
        </select>
      </FieldRow>
    </>
  );
}
