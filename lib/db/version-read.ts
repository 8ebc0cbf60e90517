import type { LibraryEntry, Paper, PaperVersion } from '../paper';
import { wallOf } from './clock';

/** A version whose abstract is known and is not that of the version before it. */
export type ToldVersion = PaperVersion & { abstract: string };

/** The versions that brought an abstract of their own, oldest first. */
export function toldVersions(paper: Paper): ToldVersion[] {
  return paper.versions.filter((version): version is ToldVersion => Boolean(version.abstract));
}

/** A newer abstract than the one that was read. */
export interface AbstractChange {
  /** The version that was read. */
  read: number;
  /** The version whose abstract it had: that one, or one before it. */
  from: number;
  /** The newest version that brought another. */
  to: number;
}

/**
 * Whether a newer version's abstract differs from the one the user read; undefined where it does
 * not, or where that is not known. *The one you read* is the version that was the newest known when
 * the paper was saved or, later than that, marked as read; where none was known then, or the paper
 * is not saved, it is the one that was seen first.
 */
export function abstractChange(
  paper: Paper,
  entry: LibraryEntry | undefined,
): AbstractChange | undefined {
  const [first, ...rest] = paper.versions;
  if (!first || rest.length === 0) return undefined;
  const read = versionRead([first, ...rest], entry);
  const told = toldVersions(paper);
  const from = told.findLast(({ version }) => version <= read);
  const to = told.at(-1);
  if (!from || !to || to.version <= read || to.abstract === from.abstract) return undefined;
  return { read, from: from.version, to: to.version };
}

function versionRead(
  versions: readonly [PaperVersion, ...PaperVersion[]],
  entry: LibraryEntry | undefined,
): number {
  const known = entry ? versions.filter(({ seenAt }) => seenAt <= readAt(entry)) : [];
  if (known.length > 0) return Math.max(...known.map(({ version }) => version));
  return versions.reduce((a, b) => (b.seenAt < a.seenAt ? b : a)).version;
}

function readAt({ savedAt, status, clocks }: LibraryEntry): number {
  return status === 'read' && clocks.status ? Math.max(savedAt, wallOf(clocks.status)) : savedAt;
}
