import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import { db } from '../../lib/db/open';
import { standing } from '../../lib/db/triage';
import { paperInFull, type PaperInFull } from '../../lib/db/views';
import type { PaperId } from '../../lib/paper';
import type { Standing } from '../../lib/triage/decision';
import { ahead, comesAnyway, type Session } from '../../lib/triage/session';
import type { Run } from './run';

/** How many papers are read before their turn, so that the next one is there at once. */
const READ_AHEAD = 3;

interface Looked {
  id: PaperId;
  /** Undefined: it was forgotten. */
  full: PaperInFull | undefined;
  standing: Standing;
}

export interface Front {
  /** The paper in front; undefined while it is read, and at the end. */
  full: PaperInFull | undefined;
  standing: Standing;
  /** How many papers are left, this one included. */
  left: number;
}

/**
 * The paper in front, live. Those behind it that were decided on elsewhere, or forgotten, are left
 * out before their turn comes; the one in front stays, whatever is done about it.
 * @param waits whether a paper that stands so waits for a decision
 */
export function useFront(
  run: Run,
  session: Session,
  waits: (standing: Standing) => boolean,
): Front {
  const queue = useMemo(() => ahead(session), [session]);
  const near = queue.slice(0, READ_AHEAD).join();
  const looks = useLiveQuery(
    async () => ({ near, at: await lookAt(near ? near.split(',') : []) }),
    [near],
  );
  const looked = looks?.at;

  const isOver = ({ id, full, standing }: Looked) => {
    if (!full || full.paper.stub) return true;
    return !waits(standing) && !comesAnyway(session, id, standing);
  };
  const over = looked?.filter((each) => queue.includes(each.id) && isOver(each)) ?? [];
  const overIds = over.map(({ id }) => id).join();
  const first = looked?.find(({ id }) => id === queue[0]);
  const front = first && !over.includes(first) ? first : undefined;

  useEffect(() => {
    if (overIds) run.leaveOut(overIds.split(','));
  }, [run, overIds]);
  // It stays in front once it was looked at since its turn came; what was read ahead may be old.
  const id = looks?.near === near ? front?.id : undefined;
  useEffect(() => {
    if (id && run.snapshot().shown !== id) run.show(id);
  }, [run, id]);

  return { full: front?.full, standing: front?.standing ?? 'new', left: queue.length };
}

function lookAt(ids: readonly PaperId[]): Promise<Looked[]> {
  return Promise.all(
    ids.map(async (id) => {
      const [full, stands] = await Promise.all([paperInFull(db, id), standing(db, id)]);
      return { id, full, standing: stands };
    }),
  );
}
