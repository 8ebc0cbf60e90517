import { useLiveQuery } from 'dexie-react-hooks';
import { browser } from 'wxt/browser';
import { healthSince } from '../../lib/db/health';
import { db } from '../../lib/db/open';
import { t } from '../../lib/i18n';
import type { Day } from '../../lib/paper';
import type { SiteAdapter } from '../../lib/sites/adapter';
import { Row } from './section';
import { SiteHealthReport } from './site-health';
import { SwitchRow } from './switch-row';
import { usePermission } from '../use-permission';

/** Everything about one site: what is read, whether it may be, and how well it works. */
export function SiteCard({
  site,
  days,
  paused,
  onPause,
}: {
  site: SiteAdapter;
  days: readonly Day[];
  paused: boolean;
  onPause(paused: boolean): void;
}) {
  const permission = usePermission(site.origins);
  const rows = useLiveQuery(() => healthSince(db, site.id, days[0]!), [site.id, days[0]]);
  return (
    <article className="settings-sheet" aria-labelledby={`site-${site.id}`}>
      <div className="settings-block">
        <h3 id={`site-${site.id}`}>{site.name}</h3>
        <p className="settings-hint">
          {t('settings_reads')}{' '}
          {site.matches.map((match) => (
            <code key={match}>{match.replace(/^https:\/\/(\*\.)?/, '').replace(/\*$/, '…')}</code>
          ))}
        </p>
      </div>
      <Row
        title={
          permission.granted === undefined
            ? t('settings_access')
            : permission.granted
              ? t('settings_granted')
              : t('settings_not_granted')
        }
        hint={accessHint(permission.granted, permission.removable)}
      >
        {permission.granted === false && (
          <button
            className="button primary"
            aria-label={t('settings_allow_site', site.name)}
            onClick={() => void permission.request()}
          >
            {t('settings_allow')}
          </button>
        )}
        {permission.granted && permission.removable && (
          <button
            className="button"
            aria-label={t('settings_remove_site', site.name)}
            onClick={() => void permission.remove()}
          >
            {t('settings_remove')}
          </button>
        )}
        {permission.granted && !permission.removable && (
          <button
            className="button"
            aria-label={t('settings_site_access_of', site.name)}
            onClick={() => void openSiteAccess()}
          >
            {t('settings_site_access')}
          </button>
        )}
      </Row>
      <SwitchRow
        title={t('settings_pause_site', site.name)}
        hint={t('settings_pause_site_hint')}
        checked={paused}
        onChange={onPause}
      />
      <div className="settings-block">
        <h4>{t('settings_health')}</h4>
        {rows && <SiteHealthReport days={days} rows={rows} />}
      </div>
    </article>
  );
}

function accessHint(granted: boolean | undefined, removable: boolean): string | undefined {
  if (granted === undefined) return undefined;
  if (!granted) return t('settings_not_granted_hint');
  return removable ? undefined : t('settings_granted_hint');
}

/** The browser's own page about this extension, where site access is set. */
function openSiteAccess() {
  return browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
}
