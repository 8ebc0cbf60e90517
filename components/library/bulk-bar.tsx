import { plural, t } from '../../lib/i18n';
import { IconButton } from '../icon-button';
import { CloseIcon, TagIcon } from '../icons';
import { StatusMenu } from '../status-menu';
import type { Bulk } from './use-bulk';
import type { Picks } from './use-picks';

/** What can be done with all selected papers at once. */
export function BulkBar({ picks, bulk, onTag }: { picks: Picks; bulk: Bulk; onTag: () => void }) {
  return (
    <div className="list-line bulk" role="toolbar" aria-label={t('bulk')}>
      <p className="list-count" role="status">
        {plural('bulk_selected', picks.ids.length)}
      </p>
      <button type="button" className="button" onClick={() => void bulk.toggleSaved()}>
        {t(bulk.saved ? 'bulk_remove' : 'save')}
      </button>
      <button type="button" className="button" id="bulk-tag" onClick={onTag}>
        <TagIcon />
        {t('tag')}
      </button>
      <StatusMenu paperIds={bulk.ids} status={bulk.status} />
      <IconButton label={t('bulk_clear')} onClick={picks.clear}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}
