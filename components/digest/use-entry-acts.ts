import { useMemo } from 'react';
import type { PaperId } from '../../lib/paper';
import { send } from '../../lib/send';
import { partOfPaper } from '../part-of-paper';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { useToggleSaved } from '../toggle-saved';
import type { EntryActs } from './entry-acts';

/** The acts of a digest's papers, carried out by the worker. */
export function useEntryActs(
  onActive: (id: PaperId) => void,
  onTags: (tagging: { id: PaperId; anchor: HTMLElement }) => void,
): EntryActs {
  const toggleSaved = useToggleSaved();
  const toast = useToast();
  return useMemo<EntryActs>(
    () => ({
      activate: ({ row }) => onActive(row.paper.id),
      toggleSaved: ({ row }) => toggleSaved([row.paper.id], row.entry !== undefined),
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
    [toggleSaved, toast, onActive, onTags],
  );
}
