import type { Digest } from '../digest/digest';
import type { Paper, PaperId } from '../paper';
import type { Alias, Merge } from './rows';
import type { Written } from './watch-writes';

/** The papers that rows are about which the copy holds for themselves. */
export function papersOf(written: Written): PaperId[] {
  if (!('put' in written)) return [];
  switch (written.table) {
    case 'library':
    case 'notified':
    case 'feedback':
      return (written.put as { paperId: PaperId }[]).map(({ paperId }) => paperId);
    case 'digests':
      return (written.put as Digest[]).flatMap(({ items }) => items.map(({ paperId }) => paperId));
    default:
      return [];
  }
}

/**
 * What of it belongs into the copy: of papers, identifiers and merges, only those of papers in
 * `held`; the names that merges lead on from are added there.
 */
export function ofTheHeld(written: Written, held: Set<PaperId>): Written[] {
  const { table } = written;
  if (!('put' in written)) return [written];
  const put = written.put.filter((row) => isOfTheHeld(table, row, held));
  return put.length > 0 ? [{ table, put }] : [];
}

function isOfTheHeld(table: string, row: object, held: Set<PaperId>): boolean {
  if (table === 'papers') return held.has((row as Paper).id);
  if (table === 'aliases') return held.has((row as Alias).paperId);
  if (table !== 'merges') return true;
  const { from, to } = row as Merge;
  const isHeld = held.has(from) || held.has(to);
  // What became `from` before leads on through it.
  if (isHeld) held.add(from);
  return isHeld;
}
