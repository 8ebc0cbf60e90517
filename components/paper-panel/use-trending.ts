import { useLiveQuery } from 'dexie-react-hooks';
import { pastDigests } from '../../lib/db/digests';
import { db } from '../../lib/db/open';
import type { Day, PaperId } from '../../lib/paper';
import { readEntries } from '../digest/entries';
import { shortTrend } from '../digest/short-trend';

/** The newest digest as a list of the panel. */
export interface Trending {
  /** Absent: there is no digest yet. */
  date: Day | undefined;
  ids: PaperId[];
  /** Why each paper is told, in few words. */
  trends: ReadonlyMap<PaperId, string>;
}

/** What the newest digest tells but for what was dismissed, live; undefined until it is read. */
export function useTrending(wanted: boolean): Trending | undefined {
  return useLiveQuery(async () => (wanted ? readTrending() : undefined), [wanted]);
}

async function readTrending(): Promise<Trending> {
  const [digest] = await pastDigests(db, 1);
  const entries = digest ? await readEntries(digest) : [];
  const told = entries.filter(({ said }) => !said.has('not-interested'));
  return {
    date: digest?.date,
    ids: told.map(({ row }) => row.paper.id),
    trends: new Map(told.map(({ row, item }) => [row.paper.id, shortTrend(item.reason)])),
  };
}
