import { memo } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import { db } from '../../lib/db/open';
import { seenSites, viewCounts, type View } from '../../lib/db/views';
import { t } from '../../lib/i18n';
import { STATUSES, type Tag } from '../../lib/paper';
import { BackupReminder } from '../backup-reminder';
import { OfflineHint } from '../offline-hint';
import { siteName } from '../site-name';
import { DuplicatesLink } from './duplicates-link';
import { viewPath } from './place';
import { SearchLinks } from './search-links';
import { SidebarLink } from './sidebar-link';
import { TagLinks } from './tag-links';

/** The views: the reading list by status, everything seen, sites, tags. */
export const Sidebar = memo(function Sidebar({
  path,
  address,
  tags,
  ready,
  onImport,
  onExport,
}: {
  /** The path of what is shown. */
  path: string;
  /** The address of what is shown, the open paper left out. */
  address: string;
  tags: readonly (Tag & { count: number })[] | undefined;
  /** Counting waits for the first lines of the list. */
  ready: boolean;
  onImport: () => void;
  onExport: () => void;
}) {
  const counts = useLiveQuery(() => (ready ? viewCounts(db) : undefined), [ready]);
  const sites = useLiveQuery(() => (ready ? seenSites(db) : undefined), [ready]);
  const link = (to: View, name: string, count?: number) => (
    <SidebarLink key={viewPath(to)} to={to} name={name} count={count} current={path} />
  );
  return (
    <nav className="sidebar" aria-label={t('library_views')}>
      <ul className="sidebar-part">
        {link({ kind: 'list' }, t('library_reading_list'), counts?.list)}
        {STATUSES.map((status) =>
          link({ kind: 'status', status }, t(`status_${status}`), counts?.status[status]),
        )}
      </ul>
      <ul className="sidebar-part">
        {link({ kind: 'seen' }, t('library_seen'), counts?.seen)}
        {sites?.map((site) => link({ kind: 'site', site }, siteName(site)))}
        <DuplicatesLink current={path} />
        <li className="sidebar-item" data-kind="statistics">
          <a href="#/statistics" aria-current={path === 'statistics' ? 'page' : undefined}>
            <span className="sidebar-name">{t('statistics')}</span>
          </a>
        </li>
      </ul>
      <SearchLinks current={address} />
      {tags && tags.length > 0 && <TagLinks tags={tags} current={path} />}
      <div className="sidebar-foot">
        <OfflineHint />
        <BackupReminder />
        <button type="button" className="button quiet" onClick={onImport}>
          {t('import_open')}
        </button>
        <button type="button" className="button quiet" onClick={onExport}>
          {t('export_open')}
        </button>
        <a className="button quiet" href="/options.html">
          {t('settings')}
        </a>
      </div>
    </nav>
  );
});
