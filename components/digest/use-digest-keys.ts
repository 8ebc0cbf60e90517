import type { PaperId } from '../../lib/paper';
import type { Settings } from '../../lib/settings';
import { useUndo } from '../act';
import { useKeys } from '../keys';
import { openPaper } from '../links';
import { partOfPaper } from '../part-of-paper';
import type { Entry } from './entries';
import type { EntryActs } from './entry-acts';

/** The keys of a digest's papers. */
export function useDigestKeys(digest: {
  entries: readonly Entry[];
  active: PaperId | undefined;
  /** Something lies over the page, or is about to. */
  covered: boolean;
  acts: EntryActs;
  titleOpens: Settings['titleOpens'] | undefined;
}): void {
  const { entries, active, covered, acts, titleOpens } = digest;
  const undo = useUndo();
  const at = entries.findIndex(({ row }) => row.paper.id === active);
  const entry = entries[at];
  const move = (step: number) => {
    const next = entries[Math.min(entries.length - 1, Math.max(0, at + step))];
    if (next) partOfPaper(next.row.paper.id)?.focus();
  };
  const onEntry = (
    does: (entry: Entry, part: (selector: string) => HTMLElement | null) => void,
  ) => {
    if (entry) does(entry, (selector) => partOfPaper(entry.row.paper.id, selector));
  };
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    Enter: () =>
      onEntry((_, part) => (part('details') as HTMLDetailsElement | null)?.toggleAttribute('open')),
    s: () => onEntry(acts.toggleSaved),
    t: () =>
      onEntry((entry, part) => {
        const anchor = part('.entry-tag');
        if (anchor) acts.editTags(entry, anchor);
      }),
    o: () => onEntry(({ row }) => openPaper(row.paper, titleOpens)),
    x: () =>
      onEntry((entry) => acts.say(entry, 'not-interested', !entry.said.has('not-interested'))),
    u: undo,
  };
  useKeys(covered ? {} : keys);
}
