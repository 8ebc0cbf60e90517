import { useRef, useState } from 'react';
import { plural, t } from '../../lib/i18n';
import type { PaperId, SeenPaper } from '../../lib/paper';
import { newOp, send } from '../../lib/send';
import { sentence } from '../sentence';
import { useToast } from '../toast';

const AT_ONCE = 200;

/**
 * Imports papers in parts. They are saved at the very end and all at once, so that one undo takes
 * the whole import off the list; what a cancelled import brought stays among everything seen.
 */
export function useListingImport(onDone: () => void) {
  const toast = useToast();
  const [done, setDone] = useState<number>();
  const cancelled = useRef(false);

  const run = async (papers: readonly SeenPaper[], from: string, save: boolean) => {
    cancelled.current = false;
    setDone(0);
    const ids = new Set<PaperId>();
    let at = 0;
    try {
      for (; at < papers.length && !cancelled.current; at += AT_ONCE) {
        const rows = papers.slice(at, at + AT_ONCE);
        const { paperIds } = await send('addPapers', { op: newOp(), rows, from, save: false });
        for (const id of paperIds) ids.add(id);
        setDone(at + rows.length);
      }
      if (cancelled.current) toast({ text: plural('import_cancelled', ids.size) });
      else if (!save) toast({ text: plural('import_kept', ids.size) });
      else {
        const { op, changed } = await send('savePapers', { op: newOp(), paperIds: [...ids] });
        toast(
          changed > 0
            ? { text: plural('import_saved', changed), undo: op }
            : { text: t('import_nothing_new') },
        );
      }
      onDone();
    } catch (error) {
      toast({ text: `${sentence(error)} ${plural('import_broken', ids.size)}`, tone: 'error' });
      setDone(undefined);
    }
  };

  return {
    run,
    /** Ends after the part that is on its way. */
    cancel: () => {
      cancelled.current = true;
    },
    /** How many were taken in. */
    done: done ?? 0,
    running: done !== undefined,
  };
}
