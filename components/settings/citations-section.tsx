import { COPY_FORMATS } from '../../lib/cite-format';
import { t } from '../../lib/i18n';
import { KeyPattern } from '../citations/key-pattern';
import { useKeyPattern } from '../citations/use-key-pattern';
import { FieldRow } from './field-row';
import { Section, Sheet } from './section';
import type { SettingsProps } from './settings-props';

/** What a citation is copied as, and what its key is made of. */
export function CitationsSection({ settings, change }: SettingsProps) {
  const [pattern, setPattern] = useKeyPattern();
  return (
    <Section id="citations" title={t('settings_citations')} about={t('settings_citations_about')}>
      <Sheet>
        <FieldRow title={t('settings_cite_as')}>
          <select
            className="field"
            value={settings.citeAs}
            onChange={({ target }) => {
              const citeAs = COPY_FORMATS.find((format) => format === target.value);
              if (citeAs) change({ citeAs });
            }}
          >
            {COPY_FORMATS.map((format) => (
              <option key={format} value={format}>
                {t(`format_${format}`)}
              </option>
            ))}
          </select>
        </FieldRow>
        <div className="settings-block">
          <label className="settings-row-title" htmlFor="key-pattern">
            {t('export_keys')}
          </label>
          <KeyPattern id="key-pattern" pattern={pattern} onChange={setPattern} />
        </div>
      </Sheet>
    </Section>
  );
}
