import { MAX_NOTE } from '../lib/paper';

/** A note as it is written: what was typed beside what is stored. Pure. */
export interface NoteDraft {
  text: string;
  /** What was stored when `text` last agreed with it. */
  base: string;
  /** What someone else stored meanwhile. */
  theirs?: string | undefined;
}

export function draftOf(stored: string): NoteDraft {
  return { text: stored, base: stored };
}

export function isDirty(draft: NoteDraft): boolean {
  return draft.text !== draft.base;
}

/** The row now says `stored`: taken over where nothing was typed, otherwise kept beside it. */
export function arrived(draft: NoteDraft, stored: string): NoteDraft {
  if (stored === draft.text) return draftOf(stored);
  if (!isDirty(draft)) return draftOf(stored);
  if (stored === draft.base)
    return draft.theirs === undefined ? draft : { ...draft, theirs: undefined };
  return { ...draft, theirs: stored };
}

/** Keeps what was typed, over what is stored now. */
export function mine(draft: NoteDraft): NoteDraft {
  return { text: draft.text, base: draft.theirs ?? draft.base };
}

/** Keeps both texts, the stored one first. */
export function both(draft: NoteDraft): NoteDraft {
  const { theirs = draft.base } = draft;
  return {
    text: [theirs, draft.text].filter(Boolean).join('\n\n').slice(0, MAX_NOTE),
    base: theirs,
  };
}
