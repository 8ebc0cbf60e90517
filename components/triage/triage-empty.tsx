import { t } from '../../lib/i18n';
import { EmptyState } from '../empty-state';
import { ListLink } from './list-link';
import type { Origin } from './origin';
import { isShown } from './read-queue';

/** Where nothing waits: why, and the way back to the list. */
export function TriageEmpty({ origin, of }: { origin: Origin; of: number | undefined }) {
  return (
    <EmptyState title={t('triage_empty')} text={t(reason(origin, of))}>
      <ListLink origin={origin} className="button primary">
        {t('triage_leave')}
      </ListLink>
    </EmptyState>
  );
}

function reason(origin: Origin, of: number | undefined): string {
  if (of === undefined) return origin.kind === 'tab' ? 'triage_empty_page' : 'triage_empty_digest';
  if (of === 0) return 'triage_empty_list';
  return isShown(origin) ? 'triage_empty_shown' : 'triage_empty_saved';
}
