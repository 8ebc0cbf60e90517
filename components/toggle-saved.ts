import { useCallback } from 'react';
import { plural } from '../lib/i18n';
import type { PaperId } from '../lib/paper';
import { useAct } from './act';

/** Saves papers, or takes them off the reading list where they are `saved`; says so. */
export function useToggleSaved(): (paperIds: readonly PaperId[], saved: boolean) => void {
  const act = useAct();
  return useCallback(
    (paperIds, saved) =>
      void act(
        saved ? 'unsavePapers' : 'savePapers',
        { paperIds: [...paperIds] },
        plural(saved ? 'said_unsaved' : 'said_saved', paperIds.length),
      ),
    [act],
  );
}
