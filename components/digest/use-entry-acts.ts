import { useMemo } from 'react';
import { plural } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import { send } from '../../lib/send';
import { useAct } from '../act';
import { partOfPaper } from '../part-of-paper';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import type { EntryActs } from './entry-acts';

/** The acts of a digest's papers, carried out by the worker. */
export function useEntryActs(
  onActive: (id: PaperId) => void,
  onTags: (tagging: { id: PaperId; anchor: HTMLElement }) => void,
): EntryActs {
  const act = useAct();
  const toast = useToast();
  return useMemo<EntryActs>(
    () => ({
      activate: ({ row }) => onActive(row.paper.id),
      toggleSaved({ row }) {
        const paperIds = [row.paper.id];
        void (row.entry
          ? act('unsavePapers', { paperIds }, plural('said_unsaved', 1))
          : act('savePapers', { paperIds }, plural('said_saved', 1)));
      },
      editTags: ({ row }, anchor) => onTags({ id: row.paper.id, anchor }),
      say({ row }, kind, isOn) {
        const paperId = row.paper.id;
        // The button that was pressed goes when the entry folds; the entry stays.
        if (kind === 'not-interested') partOfPaper(paperId)?.focus();
        send('giveFeedback', { paperId, kind, isOn }).catch((error: unknown) =>
          toast({ text: sentence(error), tone: 'error' }),
        );
      },
    }),
    [act, toast, onActive, onTags],
  );
}
