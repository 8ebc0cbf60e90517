import { useState } from 'react';
import { t } from '../../lib/i18n';
import { sites } from '../../lib/sites/registry';
import { withSite } from '../paused-sites';
import { lastDays } from './last-days';
import { Section } from './section';
import type { SettingsProps } from './settings-props';
import { SiteCard } from './site-card';

/** The sites Offprint reads. */
export function SitesSection({ settings, change }: SettingsProps) {
  const [days] = useState(() => lastDays(Date.now(), 14));
  const { pausedSites } = settings;
  return (
    <Section id="sites" title={t('settings_sites')} about={t('settings_sites_about')}>
      {sites.map((site) => (
        <SiteCard
          key={site.id}
          site={site}
          days={days}
          paused={pausedSites.includes(site.id)}
          onPause={(paused) => change({ pausedSites: withSite(pausedSites, site.id, paused) })}
        />
      ))}
    </Section>
  );
}
