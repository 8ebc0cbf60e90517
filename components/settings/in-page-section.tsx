import { t } from '../../lib/i18n';
import type { RowMode } from '../../lib/settings';
import { Choice, type Option } from './choice';
import { Section, Sheet } from './section';
import type { SettingsProps } from './settings-props';
import { SwitchRow } from './switch-row';

/** What Offprint shows on the pages it reads. */
export function InPageSection({ settings, change }: SettingsProps) {
  const rowModes: readonly Option<RowMode>[] = [
    { value: 'show', label: t('settings_show') },
    { value: 'dim', label: t('settings_dim') },
    { value: 'hide', label: t('settings_hide') },
  ];
  return (
    <Section id="in-page" title={t('settings_in_page')} about={t('settings_in_page_about')}>
      <Sheet>
        <Choice
          title={t('settings_bar')}
          hint={t('settings_bar_hint')}
          options={[
            { value: 'open', label: t('settings_bar_open') },
            { value: 'collapsed', label: t('settings_bar_collapsed') },
            { value: 'hidden', label: t('settings_bar_hidden') },
          ]}
          value={settings.bar}
          onChange={(bar) => change({ bar })}
        />
        <Choice
          title={t('settings_seen_rows')}
          hint={t('settings_seen_rows_hint')}
          options={rowModes}
          value={settings.seenRows}
          onChange={(seenRows) => change({ seenRows })}
        />
        <Choice
          title={t('settings_saved_rows')}
          options={rowModes}
          value={settings.savedRows}
          onChange={(savedRows) => change({ savedRows })}
        />
        <Choice
          title={t('settings_title_opens')}
          hint={t('settings_title_opens_hint')}
          options={[
            { value: 'page', label: t('settings_opens_page') },
            { value: 'pdf', label: t('settings_opens_pdf') },
          ]}
          value={settings.titleOpens}
          onChange={(titleOpens) => change({ titleOpens })}
        />
      </Sheet>
      <Sheet>
        <SwitchRow
          title={t('settings_pause')}
          hint={t('settings_pause_hint')}
          checked={settings.paused}
          onChange={(paused) => change({ paused })}
        />
      </Sheet>
    </Section>
  );
}
