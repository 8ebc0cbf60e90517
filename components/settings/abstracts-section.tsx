import { useLiveQuery } from 'dexie-react-hooks';
import { fillCounts } from '../../lib/db/fills';
import { db } from '../../lib/db/open';
import { plural, t } from '../../lib/i18n';
import { Choice } from './choice';
import { Row, Section, Sheet } from './section';
import type { SettingsProps } from './settings-props';

/** Whether abstracts that a page does not show are asked from arXiv, and what that sends. */
export function AbstractsSection({ settings, change }: SettingsProps) {
  const counts = useLiveQuery(() => fillCounts(db));
  return (
    <Section id="abstracts" title={t('settings_fill')} about={t('settings_fill_about')}>
      <Sheet>
        <Choice
          title={t('settings_fill_policy')}
          options={[
            { value: 'ask', label: t('settings_fill_ask') },
            { value: 'always', label: t('settings_fill_always') },
            { value: 'never', label: t('settings_fill_never') },
          ]}
          value={settings.fill}
          onChange={(fill) => change({ fill })}
        />
        <Row
          title={t('settings_fill_queue')}
          hint={
            counts &&
            (counts.waiting + counts.missing === 0
              ? t('settings_fill_nothing')
              : `${plural('settings_fill_waiting', counts.waiting)} ${plural('settings_fill_missing', counts.missing)}`)
          }
        />
        <div className="settings-block">
          <h3>{t('settings_fill_sent')}</h3>
          <ul className="settings-list">
            <li>{t('settings_fill_sent_1')}</li>
            <li>{t('settings_fill_sent_2')}</li>
            <li>{t('settings_fill_sent_3')}</li>
          </ul>
        </div>
      </Sheet>
    </Section>
  );
}
