import type { Status } from '../paper';

/**
 * What the reader says of the one paper in front of them. The paper then leaves, and the next comes.
 *
 * - `keep`: it is wanted. One that is not saved is saved, as unread; an archived one is unread
 *   again; any other stays on the list as it is.
 * - `skip`: it is not wanted here. One that is not saved is remembered as "not interested", so that
 *   neither triage nor a digest brings it back; a saved one is archived.
 * - `read`: it was read; one that is not saved is saved as read.
 * - `later`: nothing is written. It comes once more at the end; put off there too, it is left as it
 *   is, for another day.
 */
export type Decision = 'keep' | 'skip' | 'read' | 'later';

/** How a paper stands with the reader: not decided on, dismissed, or saved with a status. */
export type Standing = 'new' | 'dismissed' | Status;

/** What a decision writes; `dismiss` says whether the reader had asked for more of the kind. */
export type Write =
  | { to: 'nothing' }
  | { to: 'save' }
  | { to: 'status'; status: Status }
  | { to: 'dismiss'; wantedMore?: boolean };

const NOTHING: Write = { to: 'nothing' };

/** What `decision` writes about a paper that stands so. */
export function writeOf(decision: Decision, standing: Standing): Write {
  const isSaved = standing !== 'new' && standing !== 'dismissed';
  switch (decision) {
    case 'keep':
      if (standing === 'archived') return { to: 'status', status: 'unread' };
      return isSaved ? NOTHING : { to: 'save' };
    case 'skip':
      if (standing === 'archived' || standing === 'dismissed') return NOTHING;
      return isSaved ? { to: 'status', status: 'archived' } : { to: 'dismiss' };
    case 'read':
      return standing === 'read' ? NOTHING : { to: 'status', status: 'read' };
    case 'later':
      return NOTHING;
  }
}
