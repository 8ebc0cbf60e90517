import { plural, t } from '../i18n';
import type { PaperState } from '../messages';
import type { PaperId } from '../paper';
import { newOp, type send } from '../send';
import { tagKey } from './tag-key';
import { PLAIN_COLOR } from './tag-suggestions';
import type { Listing } from './listing';

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
  tag(paperId: PaperId, edit: { add?: string; remove?: string }): void;
}

export function readerActs(
  tell: typeof send,
  listing: Pick<Listing, 'expect' | 'tags'>,
  say: (notice: Notice) => void,
): ReaderActs {
  const attempt = async (back: () => void, act: Promise<unknown>, notice: Notice) => {
    try {
      await act;
      say(notice);
    } catch (error) {
      back();
      say({ text: t('listingFailed', (error as Error).message), failed: true });
    }
  };

  const unsave = (paperIds: PaperId[]) => {
    const op = newOp();
    const count = paperIds.length;
    const back = listing.expect(paperIds, (state) => ({ ...state, saved: false, tags: [] }));
    const undo = () => {
      const text = plural('listingSavedCount', count);
      void attempt(() => {}, tell('resavePapers', { op: newOp(), unsaved: op }), {
        text,
        quiet: true,
      });
    };
    const text = plural('listingRemovedCount', count);
    void attempt(back, tell('unsavePapers', { op, paperIds }), { text, undo });
  };

  return {
    save(papers) {
      const paperIds = papers.filter(({ saved }) => !saved).map(({ id }) => id);
      const count = paperIds.length;
      if (count === 0) return say({ text: t('listingAlreadySaved'), quiet: true });
      const back = listing.expect(paperIds, (state) => ({ ...state, saved: true, isNew: false }));
      const text = plural('listingSavedCount', count);
      const notice = count > 1 ? { text, undo: () => unsave(paperIds) } : { text, quiet: true };
      void attempt(back, tell('savePapers', { op: newOp(), paperIds }), notice);
    },
    unsave,
    tag(paperId, { add = '', remove = '' }) {
      const paperIds = [paperId];
      const back = listing.expect(paperIds, (state) => {
        const key = tagKey(add || remove);
        const tags = state.tags.filter(({ name }) => tagKey(name) !== key);
        const known = listing.tags().find(({ name }) => tagKey(name) === key);
        if (add) tags.push(known ?? { name: add, color: PLAIN_COLOR });
        return { ...state, tags, saved: state.saved || add !== '', isNew: false };
      });
      const edit = { add: add ? [add] : [], remove: remove ? [remove] : [] };
      const text = add ? t('listingTagAdded', add) : t('listingTagRemoved', remove);
      void attempt(back, tell('tagPapers', { op: newOp(), paperIds, ...edit }), {
        text,
        quiet: true,
      });
    },
  };
}
