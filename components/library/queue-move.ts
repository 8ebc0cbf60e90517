import type { PaperId } from '../../lib/paper';

/** Where papers of a list go: a step, or to one of its ends. */
export type Direction = 'up' | 'down' | 'first' | 'last';

/** A move of papers that stand together once it is done. */
export interface QueueMove {
  paperIds: PaperId[];
  /** The one they stand behind; undefined: none. */
  after: PaperId | undefined;
  /** The list as it is then. */
  ids: PaperId[];
  /** Where the first of them stands then, from 1. */
  place: number;
}

/** The move of some papers of a list in a direction; undefined where it changes nothing. */
export function moveTowards(
  ids: readonly PaperId[],
  moved: ReadonlySet<PaperId>,
  direction: Direction,
): QueueMove | undefined {
  const first = ids.findIndex((id) => moved.has(id));
  const restBeforeLast = ids.findLastIndex((id) => moved.has(id)) + 1 - countOf(ids, moved);
  const at = {
    up: first - 1,
    down: restBeforeLast + 1,
    first: 0,
    last: ids.length,
  }[direction];
  return moveTo(ids, moved, at);
}

/** The move of some papers to before the place `at` of those of the list that stay. */
export function moveTo(
  ids: readonly PaperId[],
  moved: ReadonlySet<PaperId>,
  at: number,
): QueueMove | undefined {
  const paperIds = ids.filter((id) => moved.has(id));
  const rest = ids.filter((id) => !moved.has(id));
  const place = Math.max(0, Math.min(at, rest.length));
  const next = [...rest.slice(0, place), ...paperIds, ...rest.slice(place)];
  if (paperIds.length === 0 || next.every((id, i) => id === ids[i])) return undefined;
  return { paperIds, after: rest[place - 1], ids: next, place: place + 1 };
}

function countOf(ids: readonly PaperId[], moved: ReadonlySet<PaperId>): number {
  return ids.filter((id) => moved.has(id)).length;
}
