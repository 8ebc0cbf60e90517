import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { t } from '../../lib/i18n';
import { send } from '../../lib/send';
import type { Settings } from '../../lib/settings';
import { EmptyState } from '../empty-state';
import { withSite } from '../paused-sites';
import { sentence } from '../sentence';
import { siteName } from '../site-name';
import { pageAccess, type PageAccess } from './page-access';
import type { PanelTab } from './use-tab';

const LISTINGS = [
  { site: 'hugging-face', href: 'https://huggingface.co/papers' },
  { site: 'arxiv', href: 'https://arxiv.org/list/cs.AI/new' },
];

/** *This page* where nothing was read: why, and what can be done about it here. */
export function PageEmpty({
  tab,
  settings,
  onSettings,
}: {
  tab: PanelTab;
  settings: Settings;
  onSettings: (patch: Partial<Settings>) => void;
}) {
  const [access, setAccess] = useState<PageAccess>();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let left = false;
    void pageAccess(tab.url, settings.pausedSites).then((next) => !left && setAccess(next));
    return () => {
      left = true;
    };
  }, [tab.url, settings.pausedSites]);

  const look = async (message: 'scanTab' | 'readTab') => {
    setBusy(true);
    setSaid('');
    try {
      const { found } = await send(message, { tabId: tab.id });
      if (found === 0) setSaid(t('page_scanned_none'));
    } catch (error) {
      setSaid(sentence(error));
    }
    setBusy(false);
  };
  const allow = async (origins: string[]) => {
    // Nothing may be awaited before: the browser asks only while it still sees the click.
    if (await browser.permissions.request({ origins })) await look('readTab');
    else setSaid(t('page_not_allowed'));
  };

  if (!access) return null;
  const site = 'site' in access ? siteName(access.site) : '';
  return (
    <EmptyState
      title={t(`page_${access.kind}`, site)}
      text={said || t(`page_${access.kind}_what`, site)}
    >
      {access.kind === 'closed' &&
        LISTINGS.map(({ site, href }) => (
          <a key={site} className="button" href={href} target="_blank" rel="noreferrer">
            {siteName(site)}
          </a>
        ))}
      {access.kind === 'forbidden' && (
        <button
          type="button"
          className="button primary"
          disabled={busy}
          onClick={() => void allow(access.origins)}
        >
          {t('page_allow')}
        </button>
      )}
      {access.kind === 'paused' && (
        <button
          type="button"
          className="button primary"
          onClick={() =>
            onSettings({ pausedSites: withSite(settings.pausedSites, access.site, false) })
          }
        >
          {t('resume')}
        </button>
      )}
      {access.kind === 'unread' && (
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() => void look('readTab')}
        >
          {t('page_read_again')}
        </button>
      )}
      {(access.kind === 'unknown' || access.kind === 'forbidden') && (
        <button
          type="button"
          className={access.kind === 'unknown' ? 'button primary' : 'button'}
          disabled={busy}
          onClick={() => void look('scanTab')}
        >
          {t(busy ? 'page_scanning' : 'page_scan')}
        </button>
      )}
    </EmptyState>
  );
}
