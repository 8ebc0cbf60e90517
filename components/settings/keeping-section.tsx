import { plural, t } from '../../lib/i18n';
import { PdfsKept } from '../pdf/pdfs-kept';
import { Choice } from './choice';
import { ForgetForm } from './forget-form';
import { Section, Sheet } from './section';
import type { SettingsProps } from './settings-props';
import { SpaceUsed } from './space-used';

const OFFERED = [30, 90, 180, 365];
const FOR_EVER = 0;

/** How long things stay, how much there is, and how to forget. */
export function KeepingSection({ settings, change }: SettingsProps) {
  const { keepDays } = settings;
  const days =
    OFFERED.includes(keepDays) || keepDays === FOR_EVER ? OFFERED : [...OFFERED, keepDays];
  return (
    <Section id="keeping" title={t('settings_keeping')} about={t('settings_keeping_about')}>
      <Sheet>
        <Choice
          title={t('settings_keep')}
          hint={t('settings_keep_hint')}
          options={[
            ...days
              .toSorted((a, b) => a - b)
              .map((value) => ({
                value,
                label:
                  value === 365 ? t('settings_keep_year') : plural('settings_keep_days', value),
              })),
            { value: FOR_EVER, label: t('settings_keep_for_ever') },
          ]}
          value={keepDays}
          onChange={(value) => change({ keepDays: value })}
        />
      </Sheet>
      <SpaceUsed />
      <PdfsKept />
      <ForgetForm />
    </Section>
  );
}
