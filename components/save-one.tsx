import { useState } from 'react';
import { browser } from 'wxt/browser';
import { exportBackup } from '../lib/db/export';
import { db } from '../lib/db/open';
import { plural, t } from '../lib/i18n';
import { localDay } from '../lib/paper';
import { send } from '../lib/send';
import { parseSettings, SETTINGS_KEY } from '../lib/settings';
import { parseSnapshotState } from '../lib/snapshots/parse-state';
import { SNAPSHOTS_KEY, type SnapshotState } from '../lib/snapshots/state';
import { allowPlace } from './backup-place';
import { saveFile } from './save-file';
import { sentence } from './sentence';
import { useToast } from './toast';
import { useStored } from './use-stored';

const DAY_MS = 24 * 60 * 60 * 1000;

/** "Last backup 34 days ago · Save one". */
export function SaveOne() {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const state = parseSnapshotState(useStored(SNAPSHOTS_KEY)?.value);
  if (!state.failure) return null;

  const saveOne = async () => {
    setBusy(true);
    try {
      toast({ text: await save(state) });
    } catch (error) {
      toast({ text: sentence(error), tone: 'error' });
    }
    setBusy(false);
  };
  return (
    <div className="backup-reminder" role="status">
      <span>{howOld(state)}</span>
      <button type="button" className="button" disabled={busy} onClick={() => void saveOne()}>
        {t('reminder_save')}
      </button>
    </div>
  );
}

function howOld({ last }: SnapshotState): string {
  if (!last) return t('reminder_none');
  const days = Math.floor((Date.now() - last.at) / DAY_MS);
  return days < 1 ? t('reminder_today') : plural('reminder_days', days);
}

/** Into the picked folder once the browser allows it again, else as a download by hand. */
async function save({ failure }: SnapshotState): Promise<string> {
  if (failure?.kind === 'folder' && (await allowPlace('folder'))) {
    await send('saveSnapshot', {});
    return t('settings_backup_saved');
  }
  const now = Date.now();
  const settings = parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
  const { file, papers } = await exportBackup(db, { settings, now });
  const name = `offprint-${localDay(now)}.json`;
  saveFile(file, name);
  await send('noteSnapshot', { name, bytes: file.size, papers });
  return plural('settings_export_done', papers, name);
}
