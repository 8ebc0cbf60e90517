import type { PaperId } from '../paper';
import type { Decision, Standing, Write } from './decision';

/** One act of a session, to be taken back in its turn. */
export interface Step {
  /** Names the act in the journal too. */
  op: string;
  paperId: PaperId;
  /** `edit`: its tags were changed; it stays in front. */
  did: Decision | 'edit';
  /** How long the paper was in front, in milliseconds. */
  ms: number;
  /** How a paper stood when it was put off. */
  stood?: Standing;
  /** What it wrote; absent until it is its turn to be sent, and for an edit. */
  write?: Write;
}

/** What the worker is still to be told, in this order: a step, or that it is taken back. */
export interface Todo {
  step: Step;
  /** The name of the taking back. */
  back?: string;
}

/** One sitting: a list as it stood when it began, and what was done since. Pure; all of it JSON. */
export interface Session {
  ids: readonly PaperId[];
  /** Papers that were decided on elsewhere, or forgotten, before their turn came. */
  gone: readonly PaperId[];
  /** Papers that an undo brought back. */
  returned: readonly PaperId[];
  /** Oldest first. */
  steps: readonly Step[];
  todo: readonly Todo[];
  /** The paper in front. It stays there whatever is done about it elsewhere. */
  shown?: PaperId | undefined;
}

export function begin(ids: readonly PaperId[]): Session {
  return { ids, gone: [], returned: [], steps: [], todo: [] };
}

/** The papers that are left, the one in front first; those that were put off come at the end. */
export function ahead({ ids, gone, steps }: Session): PaperId[] {
  const passes = new Map<PaperId, number>(gone.map((id) => [id, Infinity]));
  for (const { did, paperId } of steps)
    if (did !== 'edit')
      passes.set(paperId, did === 'later' ? (passes.get(paperId) ?? 0) + 1 : Infinity);
  const putOff = steps.filter(({ did, paperId }) => did === 'later' && passes.get(paperId) === 1);
  return [...ids.filter((id) => !passes.has(id)), ...putOff.map(({ paperId }) => paperId)];
}

/** Adds a step. Putting off and edits need not be sent; an edit leaves its paper in front. */
export function done(session: Session, step: Step): Session {
  const steps = [...session.steps, step];
  if (step.did === 'edit') return { ...session, steps };
  const todo = step.did === 'later' ? session.todo : [...session.todo, { step }];
  return { ...session, steps, todo, shown: undefined };
}

/** Takes the last step back, under the name `back`, and puts its paper in front. */
export function takenBack(session: Session, back: string): Session {
  const step = session.steps.at(-1);
  if (!step) return session;
  const steps = session.steps.slice(0, -1);
  const gone = session.gone.filter((id) => id !== step.paperId);
  const todo = step.did === 'later' ? session.todo : [...session.todo, { step, back }];
  return inFront({ ...session, gone, steps, todo }, step.paperId);
}

/** Notes what a step writes, before it is sent: sent again, it must write the same. */
export function planned(session: Session, op: string, write: Write): Session {
  const plan = (step: Step): Step => (step.op === op ? { ...step, write } : step);
  return {
    ...session,
    steps: session.steps.map(plan),
    todo: session.todo.map((todo) => ({ ...todo, step: plan(todo.step) })),
  };
}

/** The first of what is to be sent was taken by the worker. */
export function sent(session: Session): Session {
  return { ...session, todo: session.todo.slice(1) };
}

/**
 * The worker refused the first of what was to be sent: a step is as if it had not been, and its
 * paper is in front again; a taking back leaves the step where it was.
 */
export function refused(session: Session): Session {
  const [first, ...rest] = session.todo;
  if (!first) return session;
  const { step, back } = first;
  if (back) return { ...session, todo: rest, steps: [...session.steps, step] };
  const todo = rest.filter((other) => other.step.op !== step.op);
  const steps = session.steps.filter(({ op }) => op !== step.op);
  return inFront({ ...session, todo, steps }, step.paperId);
}

function inFront(session: Session, id: PaperId): Session {
  return { ...session, returned: [...new Set([...session.returned, id])], shown: id };
}

/** The paper `id` is in front. */
export function showing(session: Session, id: PaperId): Session {
  return { ...session, shown: id };
}

/** Leaves papers out that need no decision any more. */
export function without(session: Session, ids: readonly PaperId[]): Session {
  const shown = session.shown && ids.includes(session.shown) ? undefined : session.shown;
  return { ...session, gone: [...session.gone, ...ids], shown };
}

/**
 * Whether a paper comes whatever was decided about it: it is in front already, this sitting brought
 * it back or changed its tags, or it stands as it did when it was put off.
 */
export function comesAnyway(session: Session, id: PaperId, standing: Standing): boolean {
  const { shown, returned, steps } = session;
  const isOurs = ({ paperId, did, stood }: Step) =>
    paperId === id && (did === 'edit' || (did === 'later' && stood === standing));
  return shown === id || returned.includes(id) || steps.some(isOurs);
}

/** What was done so far, counted. */
export interface Tally {
  keep: number;
  skip: number;
  read: number;
  /** Put off, and still to come again. */
  waiting: number;
  /** Put off twice: left as they are. */
  left: number;
  /** Papers that had their turn, and all there are. */
  passed: number;
  total: number;
}

export function tally(session: Session): Tally {
  const { ids, gone, steps } = session;
  const count = (did: Decision) => steps.filter((step) => step.did === did).length;
  const [keep, skip, read] = [count('keep'), count('skip'), count('read')];
  const decided = new Set(
    steps.flatMap(({ did, paperId }) => (did === 'later' || did === 'edit' ? [] : [paperId])),
  );
  const putOff = new Map<PaperId, number>();
  for (const { did, paperId } of steps)
    if (did === 'later' && !decided.has(paperId) && !gone.includes(paperId))
      putOff.set(paperId, (putOff.get(paperId) ?? 0) + 1);
  const times = [...putOff.values()];
  const waiting = times.filter((n) => n === 1).length;
  const left = times.length - waiting;
  const passed = keep + skip + read + left;
  return { keep, skip, read, waiting, left, passed, total: ids.length - gone.length };
}

/** Milliseconds spent on each paper that had a turn. */
export function spent({ steps }: Session): number[] {
  return steps.filter(({ did }) => did !== 'edit').map(({ ms }) => ms);
}
