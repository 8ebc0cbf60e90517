import type { FeedbackKind } from '../../lib/paper';
import type { Entry } from './entries';

/** What a paper of a digest asks the page to do. */
export interface EntryActs {
  activate(entry: Entry): void;
  toggleSaved(entry: Entry): void;
  /** Opens the tag editor beside `anchor`. */
  editTags(entry: Entry, anchor: HTMLElement): void;
  /** Keeps what the reader says of the paper, or takes it back. */
  say(entry: Entry, kind: FeedbackKind, isOn: boolean): void;
}
