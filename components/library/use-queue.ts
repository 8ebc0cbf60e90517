import { useEffect, useRef } from 'react';
import { plural } from '../../lib/i18n';
import type { PaperId } from '../../lib/paper';
import { useAct } from '../act';
import { number } from '../numbers';
import type { Place } from './place';
import { moveTo, moveTowards, type Direction, type QueueMove } from './queue-move';

/** Moves papers of the list, where it stands in the order of the queue. */
export interface Queue {
  /** Moves the selected papers, or the open one. */
  move(direction: Direction): void;
  /** Moves the papers that are dragged with `id` to right before or behind another one. */
  drop(id: PaperId, target: PaperId, side: 'before' | 'after'): void;
}

/**
 * @param targets the selected papers, or the open one
 * @returns undefined where the list has another order, or shows what was found by relevance
 */
export function useQueue(
  { sort, typed, inOrder }: Place,
  ids: readonly PaperId[] | undefined,
  targets: readonly PaperId[],
): Queue | undefined {
  const act = useAct();
  // The list as it will be: a key that is held down does not wait for the database.
  const ahead = useRef<readonly PaperId[]>([]);
  const underWay = useRef(0);
  useEffect(() => {
    if (underWay.current === 0) ahead.current = ids ?? [];
  }, [ids]);

  if (sort !== 'queue' || !ids || (typed.trim() !== '' && !inOrder)) return undefined;
  const run = async (move: QueueMove | undefined) => {
    if (!move) return;
    const { paperIds, after, place } = move;
    ahead.current = move.ids;
    underWay.current++;
    const said = plural('said_moved', paperIds.length, number(place), number(ids.length));
    const where = after === undefined ? {} : { after };
    const done = await act('orderPapers', { paperIds, ...where }, said);
    underWay.current--;
    if (!done) ahead.current = ids;
  };
  return {
    move: (direction) => void run(moveTowards(ahead.current, new Set(targets), direction)),
    drop(id, target, side) {
      const moved = new Set(targets.includes(id) ? targets : [id]);
      const rest = ahead.current.filter((each) => !moved.has(each));
      const at = rest.indexOf(target);
      if (at >= 0) void run(moveTo(ahead.current, moved, side === 'after' ? at + 1 : at));
    },
  };
}
