import { useState } from 'react';
import { browser } from 'wxt/browser';
import { plural, t } from '../../lib/i18n';
import type { Settings } from '../../lib/settings';
import { send } from '../../lib/send';
import type { Kept } from '../../lib/snapshots/place';
import type { Saved } from '../../lib/snapshots/state';
import { allowPlace } from '../backup-place';
import { moment } from '../dates';
import { bytes } from '../numbers';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { Row } from './section';
import type { Snapshots } from './use-snapshots';

/** The last copy and those that are kept; one more by a click. */
export function BackupCopies({
  settings: { backupTo },
  snapshots: { state, kept, folder, look },
  onCheck,
  onRestore,
}: {
  settings: Settings;
  snapshots: Snapshots;
  onCheck: (file: File) => void;
  onRestore: (file: File) => void;
}) {
  const toast = useToast();
  const [saving, setSaving] = useState(false);
  if (!state) return null;
  const { last, failure } = state;

  const failed = (error: unknown) => toast({ text: sentence(error), tone: 'error' });
  const saveNow = async () => {
    setSaving(true);
    try {
      if (await allowPlace(backupTo)) {
        await send('saveSnapshot', {});
        toast({ text: t('settings_backup_saved') });
      } else toast({ text: t('settings_backup_denied'), tone: 'error' });
    } catch (error) {
      failed(error);
    }
    setSaving(false);
    look();
  };
  const withFile = async ({ name }: Kept, act: (file: File) => void) => {
    try {
      if (!folder || !(await allowPlace('folder'))) return;
      act(await (await folder.getFileHandle(name)).getFile());
    } catch (error) {
      failed(error);
      look();
    }
  };
  return (
    <>
      <Row
        title={last ? t('settings_backup_last', moment(last.at)) : t('settings_backup_none')}
        hint={last ? whatOf(last) : t('settings_backup_none_hint')}
      >
        <button className="button" disabled={saving} onClick={() => void saveNow()}>
          {t(saving ? 'settings_backup_saving' : 'settings_backup_now')}
        </button>
      </Row>
      {failure && (
        <div className="settings-block" role="status">
          <div className="settings-warning">
            <h3>{t('settings_backup_failed', moment(failure.at))}</h3>
            <p>{t(`snapshot_failed_${failure.kind}`)}</p>
            {(failure.kind === 'downloads' || failure.kind === 'folder') && (
              <button className="button" disabled={saving} onClick={() => void saveNow()}>
                {t('settings_backup_allow')}
              </button>
            )}
          </div>
        </div>
      )}
      {kept.length > 0 && (
        <div className="settings-block">
          <h3 id="backup-kept">{plural('settings_backup_kept', kept.length)}</h3>
          <ul className="backup-kept" aria-labelledby="backup-kept">
            {kept.map((copy) => (
              <li key={copy.name}>
                <span className="backup-kept-name">{copy.name}</span>
                <span className="settings-hint">{bytes(copy.bytes)}</span>
                {copy.downloadId === undefined ? (
                  <>
                    <button
                      className="button quiet"
                      aria-label={t('settings_backup_check_this', copy.name)}
                      onClick={() => void withFile(copy, onCheck)}
                    >
                      {t('settings_backup_check_do')}
                    </button>
                    <button
                      className="button quiet"
                      aria-label={t('settings_backup_restore_this', copy.name)}
                      onClick={() => void withFile(copy, onRestore)}
                    >
                      {t('settings_backup_restore')}
                    </button>
                  </>
                ) : (
                  <button
                    className="button quiet"
                    aria-label={t('settings_backup_show_this', copy.name)}
                    onClick={() => void browser.downloads.show(copy.downloadId!)}
                  >
                    {t('settings_backup_show')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function whatOf({ papers, bytes: size, name }: Saved): string {
  return t('settings_backup_what', plural('settings_count_papers', papers), bytes(size), name);
}
