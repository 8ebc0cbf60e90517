import { t } from '../../lib/i18n';
import { BackupCopies } from './backup-copies';
import { BackupSchedule } from './backup-schedule';
import { CheckBackup } from './check-backup';
import { Section, Sheet } from './section';
import type { SettingsProps } from './settings-props';
import { useRehearsal } from './use-rehearsal';
import { useSnapshots } from './use-snapshots';

/** Copies that are saved by themselves, what is kept of them, and whether a file would come back. */
export function BackupSection({
  onRestore,
  ...props
}: SettingsProps & { onRestore: (file: File) => void }) {
  const snapshots = useSnapshots(props.settings);
  const rehearsal = useRehearsal();
  return (
    <Section id="backup" title={t('settings_backup')} about={t('settings_backup_about')}>
      <Sheet>
        <BackupSchedule {...props} folder={snapshots.folder} />
      </Sheet>
      <Sheet>
        <BackupCopies
          settings={props.settings}
          snapshots={snapshots}
          onCheck={rehearsal.open}
          onRestore={onRestore}
        />
      </Sheet>
      <Sheet>
        <CheckBackup rehearsal={rehearsal} onRestore={onRestore} />
      </Sheet>
    </Section>
  );
}
