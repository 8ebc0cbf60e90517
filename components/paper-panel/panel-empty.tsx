import { Suspense } from 'react';
import { t } from '../../lib/i18n';
import type { Settings } from '../../lib/settings';
import { EmptyState } from '../empty-state';
import { lazily } from '../lazily';
import type { ViewId } from './opening';
import type { Trending } from './use-trending';
import type { PanelTab } from './use-tab';

const PageEmpty = lazily(() => import('./page-empty'), 'PageEmpty');
const NoDigest = lazily(() => import('../digest/no-digest'), 'NoDigest');

/** What stands in a view without papers. */
export function PanelEmpty({
  view,
  typed,
  tab,
  trending,
  settings,
  onClear,
  onSettings,
}: {
  view: ViewId;
  /** What is searched for. */
  typed: string;
  tab: PanelTab;
  trending: Trending | undefined;
  settings: Settings | undefined;
  onClear: () => void;
  onSettings: (patch: Partial<Settings>) => void;
}) {
  if (typed)
    return (
      <EmptyState title={t('found_none')} text={t(`found_none_${view}`)}>
        <button type="button" className="button" onClick={onClear}>
          {t('search_clear')}
        </button>
      </EmptyState>
    );
  if (view === 'list') return <EmptyState title={t('list_empty')} text={t('list_empty_what')} />;
  if (view === 'trending' && trending?.date)
    return <EmptyState title={t('trending_none')} text={t('trending_none_what')} />;
  if (view === 'page' && tab.page)
    return <EmptyState title={t('page_none')} text={t('page_none_what')} />;
  if (!settings) return null;
  return (
    <Suspense>
      {view === 'trending' ? (
        <NoDigest digest={settings.digest}>
          <a className="button" href="/digest.html" target="_blank">
            {t('digest_page')}
          </a>
        </NoDigest>
      ) : (
        <PageEmpty key={tab.url} tab={tab} settings={settings} onSettings={onSettings} />
      )}
    </Suspense>
  );
}
