import type { Ack } from '../db/journal';
import { savePapers } from '../db/library';
import { recordSightings } from '../db/sightings';
import { localDay, type PaperId, type SeenPaper } from '../paper';
import { fillAsAgreed } from './answer-fill';
import { aside } from './aside';
import { decide } from './decide';
import type { Worker } from './worker';

/** What papers that came as text are filed under. */
export const TEXT_SITE = 'text';

export interface Addition {
  op: string;
  rows: readonly SeenPaper[];
  /** The name of the file, or of what was pasted. */
  from: string;
  save: boolean;
}

/** Takes in papers the user brought, and saves them if asked to. Answers in the order of the rows. */
export async function addPapers(
  worker: Worker,
  { op, rows, from, save }: Addition,
): Promise<Ack & { paperIds: PaperId[] }> {
  const now = worker.now();
  const shown = { site: TEXT_SITE, listing: `import:${from}`, day: localDay(now), now };
  const recorded = await recordSightings(worker.db, rows, shown);
  const paperIds = recorded.map(({ paper }) => paper.id);
  aside(fillAsAgreed(worker, paperIds));
  if (!save) return { op, changed: 0, paperIds };
  const ack = await decide(worker, op, (act) => savePapers(worker.db, act, paperIds));
  return { ...ack, paperIds };
}
