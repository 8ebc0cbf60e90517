import { currentItems } from '../../lib/db/digests';
import { db } from '../../lib/db/open';
import { undecided, withStatus } from '../../lib/db/triage';
import { viewIds, type View } from '../../lib/db/views';
import { STATUSES, type PaperId, type Status } from '../../lib/paper';
import { parseQuery } from '../../lib/search/query';
import { readTabPage } from '../../lib/tab-page';
import type { Standing } from '../../lib/triage/decision';
import type { Place } from '../library/place';
import { find } from '../search-engine';
import type { Origin } from './origin';

/** The papers of a list that wait for a decision, in its order. */
export interface Queue {
  ids: PaperId[];
  /** How many papers the list holds in all; undefined where there is no such list any more. */
  of: number | undefined;
}

/**
 * Reads a list as it stands. Of papers that were shown (everything seen, a site, a page, a digest)
 * those wait that are neither saved nor dismissed; of saved ones the unread; of a status, and of a
 * search that names one, all.
 */
export async function readQueue(origin: Origin): Promise<Queue> {
  if (origin.kind === 'view') return readView(origin.place);
  const ids = origin.kind === 'tab' ? await ofTab(origin.tabId) : await ofDigest(origin.date);
  return { ids: await undecided(db, ids ?? []), of: ids?.length };
}

async function ofTab(tabId: number): Promise<PaperId[] | undefined> {
  return (await readTabPage(tabId))?.paperIds;
}

async function ofDigest(date: string): Promise<PaperId[] | undefined> {
  const digest = await db.digests.get(date);
  return digest && [...new Set((await currentItems(db, digest)).map(({ paperId }) => paperId))];
}

async function readView(place: Place): Promise<Queue> {
  const { view, sort, typed } = place;
  const ids = await search(place, [...new Set(await viewIds(db, view, sort, Date.now()))]);
  const statuses = statusesOf(view, typed);
  const waiting = statuses ? await withStatus(db, ids, statuses) : await undecided(db, ids);
  return { ids: waiting, of: ids.length };
}

/** Whether a paper that stands so waits for a decision in this list. */
export function waitsIn(origin: Origin, standing: Standing): boolean {
  const statuses = origin.kind === 'view' && statusesOf(origin.place.view, origin.place.typed);
  return statuses ? statuses.some((status) => status === standing) : standing === 'new';
}

/** Whether a list is of what pages showed, not of what the reader saved. */
export function isShown(origin: Origin): boolean {
  return origin.kind !== 'view' || !statusesOf(origin.place.view, origin.place.typed);
}

/** The statuses of which papers wait; undefined where those wait that are not decided on. */
function statusesOf(view: View, typed: string): readonly Status[] | undefined {
  if (view.kind === 'seen' || view.kind === 'site') return undefined;
  if (view.kind === 'status') return [view.status];
  const names = parseQuery(typed).clauses.some(({ kind }) => kind === 'is');
  return names ? STATUSES : ['unread'];
}

async function search({ typed, inOrder }: Place, ids: PaperId[]): Promise<readonly PaperId[]> {
  if (!typed.trim()) return ids;
  return (await find({ typed, among: ids, order: inOrder ? 'list' : 'best' })).ids;
}
