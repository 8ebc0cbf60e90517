import { plural, t } from '../../lib/i18n';
import type { Tally } from '../../lib/triage/session';
import { EmptyState } from '../empty-state';
import { ListLink } from './list-link';
import type { Origin } from './origin';

const SAID = ['keep', 'skip', 'read', 'left'] as const;

/** The end of a sitting: what was done, and the way back into it. */
export function TriageEnd({
  origin,
  tally,
  canUndo,
  onUndo,
  onLeave,
}: {
  origin: Origin;
  tally: Tally;
  canUndo: boolean;
  onUndo: () => void;
  onLeave: () => void;
}) {
  const done = SAID.flatMap((what) =>
    tally[what] > 0 ? [plural(`triage_done_${what}`, tally[what])] : [],
  );
  return (
    <EmptyState
      title={t('triage_end')}
      text={done.length > 0 ? done.join(' · ') : t('triage_end_none')}
    >
      {canUndo && (
        <button type="button" className="button" aria-keyshortcuts="U" onClick={onUndo}>
          {t('undo')}
          <kbd aria-hidden="true">U</kbd>
        </button>
      )}
      <ListLink origin={origin} className="button primary" id="triage-leave" onLeave={onLeave}>
        {t('triage_leave')}
      </ListLink>
    </EmptyState>
  );
}
