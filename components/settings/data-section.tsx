import { t } from '../../lib/i18n';
import { DeleteEverything } from './delete-everything';
import { ExportBackup } from './export-backup';
import { ImportBackup } from './import-backup';
import { Section, Sheet } from './section';
import type { SettingsProps } from './settings-props';
import type { Importing } from './use-import';

/** All of it out, in again, or gone. */
export function DataSection({
  settings,
  importing,
}: Pick<SettingsProps, 'settings'> & { importing: Importing }) {
  return (
    <Section id="data" title={t('settings_data')} about={t('settings_data_about')}>
      <Sheet>
        <ExportBackup settings={settings} />
      </Sheet>
      <Sheet>
        <ImportBackup importing={importing} />
      </Sheet>
      <Sheet>
        <DeleteEverything settings={settings} />
      </Sheet>
    </Section>
  );
}
