import type { RowMode } from '../settings';
import { NEW_FOR_MS, type Instant, type PaperId } from '../paper';
import type { ListingSummary, ShownRow } from './listing';

type ModeOf = (shown: ShownRow) => RowMode;

/**
 * Which rows are dimmed or hidden. Decided by what a paper was when its page was read: a row never
 * vanishes under the hand that just saved it.
 */
export function rowModes(now: () => Instant): (summary: ListingSummary) => ModeOf {
  const met = new Map<PaperId, 'new' | 'seen' | 'saved'>();
  let settings = '';
  return ({ seenRows, savedRows }) => {
    if (settings !== seenRows + savedRows) met.clear();
    settings = seenRows + savedRows;
    return ({ state, row }) => {
      if (!state || row.anchor.localName === 'h1') return 'show';
      const { id, saved, isNew, firstSeenAt } = state;
      let was = met.get(id);
      if (!was) {
        const isOld = !isNew && now() - firstSeenAt >= NEW_FOR_MS;
        met.set(id, (was = saved ? 'saved' : isOld ? 'seen' : 'new'));
      }
      return was === 'saved' ? savedRows : was === 'seen' ? seenRows : 'show';
    };
  };
}
