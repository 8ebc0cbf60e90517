import type { Stored } from '../e2e/browser/database';
import type { Act } from './stream';

/** What one paper must look like after the acts that were acknowledged. */
interface Wanted {
  saved: boolean;
  status: string;
  tags: Set<string>;
}

/**
 * Finds every way in which the database breaks its word: an acknowledged act that is lost, one
 * that was done twice, a row that was half written. Each is a sentence; none is the only success.
 *
 * Acts that were sent and not acknowledged may or may not have happened: the journal says.
 */
export function brokenPromises(
  stored: Stored,
  acts: readonly Act[],
  acknowledged: ReadonlySet<string>,
): string[] {
  return [
    ...lost(stored, acts, acknowledged),
    ...doubled(stored, acts),
    ...different(stored, acts),
    ...torn(stored),
  ];
}

function lost(stored: Stored, acts: readonly Act[], acknowledged: ReadonlySet<string>): string[] {
  const written = new Set(stored.journal.map(({ groupId }) => groupId));
  return acts
    .filter(({ op }) => acknowledged.has(op) && !written.has(op))
    .map(({ kind, op }) => `acknowledged and lost: ${kind} ${op}`);
}

function doubled(stored: Stored, acts: readonly Act[]): string[] {
  const rows = new Map<string, number>();
  for (const { groupId } of stored.journal) rows.set(groupId, (rows.get(groupId) ?? 0) + 1);
  return acts.filter(({ op }) => (rows.get(op) ?? 0) > 1).map(({ op }) => `done twice: ${op}`);
}

/** Replays what the journal says was done and compares each paper with what it should be. */
function different(stored: Stored, acts: readonly Act[]): string[] {
  const written = new Set(stored.journal.map(({ groupId }) => groupId));
  const wanted = new Map<string, Wanted>();
  for (const act of acts) if (written.has(act.op)) apply(wanted, act);
  const names = new Map(stored.tags.map(({ id, name }) => [id, name]));
  const entries = new Map(stored.library.map((entry) => [entry.paperId, entry]));
  return [...wanted].flatMap(([paperId, want]) => {
    const entry = entries.get(paperId);
    if (want.saved !== (entry !== undefined)) return [`${paperId}: saved should be ${want.saved}`];
    if (!entry) return [];
    const tags = entry.tagIds.map((id) => names.get(id)).sort();
    const same = JSON.stringify(tags) === JSON.stringify([...want.tags].sort());
    return [
      ...(entry.status === want.status ? [] : [`${paperId}: status is ${entry.status}`]),
      ...(same ? [] : [`${paperId}: tags are ${tags.join()}, not ${[...want.tags].join()}`]),
    ];
  });
}

function apply(wanted: Map<string, Wanted>, { kind, paperId, value }: Act): void {
  if (kind === 'unsave') {
    wanted.set(paperId, { saved: false, status: 'unread', tags: new Set() });
    return;
  }
  const before = wanted.get(paperId);
  const now = before?.saved ? before : { saved: true, status: 'unread', tags: new Set<string>() };
  if (kind === 'status') now.status = value;
  if (kind === 'tag') now.tags.add(value);
  wanted.set(paperId, now);
}

/** Rows that speak of what is not there, and library rows that no journal row explains. */
export function torn(stored: Stored): string[] {
  const papers = new Set(stored.papers.map(({ id }) => id));
  const tags = new Set(stored.tags.map(({ id }) => id));
  const journalled = new Set(stored.journal.map(({ entityId }) => entityId));
  const made = new Set(
    stored.journal.flatMap(({ created }) => (created ?? []).map(({ id }) => id)),
  );
  const keys = stored.tags.map(({ nameKey }) => nameKey);
  return [
    ...stored.library
      .filter(({ paperId }) => !papers.has(paperId))
      .map(({ paperId }) => `entry without paper: ${paperId}`),
    ...stored.library
      .filter(({ paperId }) => !journalled.has(paperId))
      .map(({ paperId }) => `entry without history: ${paperId}`),
    ...stored.library
      .flatMap(({ tagIds }) => tagIds)
      .filter((id) => !tags.has(id))
      .map((id) => `unknown tag: ${id}`),
    ...[...tags].filter((id) => !made.has(id)).map((id) => `tag that nobody made: ${id}`),
    ...stored.aliases
      .filter(({ paperId }) => !papers.has(paperId))
      .map(({ key }) => `alias of nothing: ${key}`),
    ...(new Set(keys).size === keys.length ? [] : ['two tags of one name']),
  ];
}
