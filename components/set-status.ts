import { useCallback } from 'react';
import { plural, t } from '../lib/i18n';
import type { PaperId, Status } from '../lib/paper';
import { useAct } from './act';

/** Sets the reading status of papers and says so; papers that are not saved are saved by it. */
export function useSetStatus(): (paperIds: readonly PaperId[], status: Status) => void {
  const act = useAct();
  return useCallback(
    (paperIds, status) =>
      void act(
        'setStatus',
        { paperIds: [...paperIds], status },
        plural('said_status', paperIds.length, t(`status_${status}`)),
      ),
    [act],
  );
}
