import type { PaperRow } from '../../../lib/db/list';
import { keptOf } from '../../../lib/duplicates/kept-of';
import type { PaperId } from '../../../lib/paper';

/** The record of a pair that is kept, or the other one where the reader swapped them. */
export function keptId([one, other]: readonly [PaperRow, PaperRow], isSwapped: boolean): PaperId {
  const usual = keptOf(one, other).id;
  if (!isSwapped) return usual;
  return usual === one.paper.id ? other.paper.id : one.paper.id;
}
