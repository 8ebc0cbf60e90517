import { useEffect, useState, useSyncExternalStore } from 'react';
import { db } from '../../lib/db/open';
import { standing, withReplaced } from '../../lib/db/triage';
import { newOp, send } from '../../lib/send';
import type { Session } from '../../lib/triage/session';
import { sentence } from '../sentence';
import { useToast } from '../toast';
import { Run } from './run';
import { keepSession, type StoredSession } from './stored-session';

/** The sitting, beginning or going on, and how it stands. */
export function useRun({ name, session: opening }: StoredSession): [Run, Session] {
  const toast = useToast();
  const [run] = useState(
    () =>
      new Run(opening, {
        send,
        newOp,
        now: () => performance.now(),
        plan: async (id, write) => withReplaced(db, id, write(await standing(db, id))),
        keep: (session) => keepSession(name, session),
        failed: (error) => toast({ text: sentence(error), tone: 'error' }),
      }),
  );
  useEffect(() => run.resume(), [run]);
  return [run, useSyncExternalStore(run.subscribe, run.snapshot)];
}
