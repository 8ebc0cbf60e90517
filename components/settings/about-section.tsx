import { browser } from 'wxt/browser';
import { t } from '../../lib/i18n';
import { Row, Section, Sheet } from './section';

/** What is built in, with the licence each came under. */
const BUILT_ON = [
  ['React', 'MIT'],
  ['Base UI', 'MIT'],
  ['TanStack Virtual', 'MIT'],
  ['Dexie', 'Apache-2.0'],
  ['Zod', 'MIT'],
  ['ulid', 'MIT'],
  ['parse-xml', 'ISC'],
] as const;

export function AboutSection() {
  const { version } = browser.runtime.getManifest();
  return (
    <Section id="about" title={t('settings_about_title')}>
      <Sheet>
        <Row title={t('settings_version', version)} hint={t('settings_version_hint')}>
          <a className="button" href="/README.txt" target="_blank" rel="noreferrer">
            {t('settings_readme')}
          </a>
          <a className="button" href="/LICENSE.txt" target="_blank" rel="noreferrer">
            {t('settings_licence')}
          </a>
          <a className="button" href="/welcome.html" target="_blank" rel="noreferrer">
            {t('settings_welcome')}
          </a>
        </Row>
        <div className="settings-block">
          <h3>{t('settings_built_on')}</h3>
          <ul className="settings-licences">
            {BUILT_ON.map(([name, licence]) => (
              <li key={name}>
                {name} <span className="settings-hint">{licence}</span>
              </li>
            ))}
          </ul>
        </div>
      </Sheet>
    </Section>
  );
}
