import { t } from '../../lib/i18n';
import { useSectionInView } from './use-section-in-view';

const SECTIONS = [
  ['sites', 'settings_sites'],
  ['in-page', 'settings_in_page'],
  ['abstracts', 'settings_fill'],
  ['digest', 'settings_digest'],
  ['keeping', 'settings_keeping'],
  ['citations', 'settings_citations'],
  ['backup', 'settings_backup'],
  ['data', 'settings_data'],
  ['network', 'settings_network'],
  ['keyboard', 'settings_keyboard'],
  ['about', 'settings_about_title'],
] as const;
const IDS = SECTIONS.map(([id]) => id);

/** The way around settings. */
export function SettingsNav() {
  const current = useSectionInView(IDS);
  return (
    <nav className="settings-nav" aria-label={t('settings_title')}>
      <a className="settings-brand" href="/library.html">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <rect x="3" y="8" width="13" height="13" rx="2" />
          <rect className="settings-brand-sheet" x="8" y="3" width="13" height="14" rx="2" />
        </svg>
        Offprint
      </a>
      <ul>
        {SECTIONS.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
