import { plural, t } from '../i18n';
import type { PaperState, Payload } from '../messages';
import type { PaperId } from '../paper';
import { newOp, type send } from '../send';
import { tagNameKey } from '../tag-name';
import { PLAIN_COLOR } from './tag-suggestions';
import type { Change, Listing } from './listing';

/** A sentence for the reader. */
export interface Notice {
  text: string;
  /** What the Undo button beside it does. */
  undo?: () => void;
  failed?: boolean;
  /** Only spoken: the page shows the change itself. */
  quiet?: boolean;
}

/** What a reader can do to the papers of a page. Each is shown at once, and taken back if it fails. */
export interface ReaderActs {
  save(papers: readonly PaperState[]): void;
  unsave(paperIds: PaperId[]): void;
  /** Gives the paper a tag, or takes it away. */
  tag(paperId: PaperId, name: string, has: boolean): void;
}

type Edit = 'savePapers' | 'unsavePapers' | 'resavePapers' | 'tagPapers';

export function readerActs(
  tell: typeof send,
  listing: Pick<Listing, 'expect' | 'tags'>,
  say: (notice: Notice) => void,
): ReaderActs {
  const edit = async <N extends Edit>(
    name: N,
    payload: Payload<N>,
    notice: Notice,
    change?: Change,
  ) => {
    const back =
      change && 'paperIds' in payload && listing.expect(payload.op, payload.paperIds, change);
    try {
      await tell(name, payload);
      say(notice);
    } catch (error) {
      if (back) back();
      say({ text: t('listingFailed', (error as Error).message), failed: true });
    }
  };

  const unsave = (paperIds: PaperId[]) => {
    const unsaved = newOp();
    const count = paperIds.length;
    const undo = () => {
      const text = plural('listingSavedCount', count);
      void edit('resavePapers', { op: newOp(), unsaved }, { text, quiet: true });
    };
    const text = plural('listingRemovedCount', count);
    const change = (state: PaperState) => ({ ...state, saved: false, tags: [] });
    void edit('unsavePapers', { op: unsaved, paperIds }, { text, undo }, change);
  };

  return {
    save(papers) {
      const paperIds = papers.filter(({ saved }) => !saved).map(({ id }) => id);
      const count = paperIds.length;
      if (count === 0) return say({ text: t('listingAlreadySaved'), quiet: true });
      const text = plural('listingSavedCount', count);
      const notice = count > 1 ? { text, undo: () => unsave(paperIds) } : { text, quiet: true };
      const change = (state: PaperState) => ({ ...state, saved: true, isNew: false });
      void edit('savePapers', { op: newOp(), paperIds }, notice, change);
    },
    unsave,
    tag(paperId, name, has) {
      const key = tagNameKey(name);
      const change = (state: PaperState) => {
        const tags = state.tags.filter((tag) => tagNameKey(tag.name) !== key);
        const known = listing.tags().find((tag) => tagNameKey(tag.name) === key);
        if (has) tags.push(known ?? { name, color: PLAIN_COLOR });
        return { ...state, tags, saved: state.saved || has, isNew: false };
      };
      const text = t(has ? 'listingTagAdded' : 'listingTagRemoved', name);
      const names = { add: has ? [name] : [], remove: has ? [] : [name] };
      void edit(
        'tagPapers',
        { op: newOp(), paperIds: [paperId], ...names },
        { text, quiet: true },
        change,
      );
    },
  };
}
