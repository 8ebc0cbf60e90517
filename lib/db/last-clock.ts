import type { OffprintDb } from './schema';
import { stagedHeads } from './staging';

/** The newest clock of the journal and of imports that can be taken back, to go on from. */
export async function lastClock(db: OffprintDb): Promise<string | undefined> {
  const [row, heads] = await Promise.all([db.journal.orderBy('id').last(), stagedHeads(db)]);
  return [row?.clock, ...heads.map(({ clock }) => clock)].filter(Boolean).sort().at(-1);
}
