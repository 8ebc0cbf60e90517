import { plural, t } from '../../lib/i18n';
import { CiteButton } from '../citations/cite-button';
import { IconButton } from '../icon-button';
import { CloseIcon, TagIcon } from '../icons';
import { StatusMenu } from '../status-menu';
import type { CiteMenu } from './cite-menu';
import type { Bulk } from './use-bulk';
import type { Picks } from './use-picks';

/** What can be done with all selected papers at once. */
export function BulkBar({
  picks,
  bulk,
  cite,
  onTag,
}: {
  picks: Picks;
  bulk: Bulk;
  cite: CiteMenu;
  onTag: () => void;
}) {
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
      <CiteButton
        paperIds={bulk.ids}
        open={cite.isOpen}
        onOpenChange={cite.onOpenChange}
        onExport={cite.onExport}
      />
      <IconButton label={t('bulk_clear')} onClick={picks.clear}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}
