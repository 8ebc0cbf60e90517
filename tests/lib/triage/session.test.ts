import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../lib/triage/decision';
import {
  ahead,
  begin,
  comesAnyway,
  done,
  planned,
  refused,
  sent,
  showing,
  spent,
  takenBack,
  tally,
  without,
  type Session,
  type Step,
} from '../../../lib/triage/session';

let n = 0;
const step = (paperId: string, did: Step['did'], more: Partial<Step> = {}): Step => ({
  op: `op-${++n}`,
  paperId,
  did,
  ms: 1_000,
  ...more,
});
const after = (session: Session, ...steps: Step[]) => steps.reduce(done, session);
const abc = begin(['a', 'b', 'c']);

describe('the queue', () => {
  it('goes on with each decision, whatever it is', () => {
    expect(ahead(abc)).toEqual(['a', 'b', 'c']);
    expect(ahead(after(abc, step('a', 'keep')))).toEqual(['b', 'c']);
    expect(ahead(after(abc, step('a', 'skip'), step('b', 'read')))).toEqual(['c']);
  });

  it('brings what was put off at the end, in that order, once', () => {
    const putOff = after(abc, step('a', 'later'), step('b', 'later'));
    expect(ahead(putOff)).toEqual(['c', 'a', 'b']);
    const again = after(putOff, step('c', 'keep'), step('a', 'later'));
    expect(ahead(again)).toEqual(['b']);
    expect(ahead(after(again, step('b', 'keep')))).toEqual([]);
  });

  it('stays where it is when tags are edited', () => {
    const edited = after(showing(abc, 'a'), step('a', 'edit'));
    expect(ahead(edited)).toEqual(['a', 'b', 'c']);
    expect(edited.shown).toBe('a');
    expect(edited.todo).toEqual([]);
  });

  it('leaves out what was decided elsewhere', () => {
    const left = without(showing(abc, 'b'), ['b']);
    expect(ahead(left)).toEqual(['a', 'c']);
    expect(left.shown).toBeUndefined();
    expect(tally(left).total).toBe(2);
  });

  it('brings what was decided elsewhere only where the reader asked for it', () => {
    const putOff = after(abc, step('a', 'later', { stood: 'reading' }), step('b', 'edit'));
    expect(comesAnyway(putOff, 'a', 'reading')).toBe(true);
    expect(comesAnyway(putOff, 'a', 'read')).toBe(false);
    expect(comesAnyway(putOff, 'b', 'unread')).toBe(true);
    expect(comesAnyway(putOff, 'c', 'unread')).toBe(false);
    expect(comesAnyway(showing(putOff, 'c'), 'c', 'unread')).toBe(true);
    const undone = takenBack(takenBack(after(abc, step('a', 'keep'), step('b', 'skip')), 'x'), 'y');
    expect(comesAnyway(undone, 'b', 'dismissed')).toBe(true);
  });
});

describe('taking back', () => {
  it('goes back step by step to the beginning, put-off papers included', () => {
    const steps = [
      step('a', 'keep'),
      step('b', 'later'),
      step('c', 'edit'),
      step('c', 'skip'),
      step('b', 'read'),
    ];
    let session = after(abc, ...steps);
    expect(ahead(session)).toEqual([]);
    const shown: unknown[] = [];
    const queues: string[] = [];
    for (let i = 0; i < steps.length; i++) {
      session = takenBack(session, `back-${i}`);
      shown.push(session.shown);
      queues.push(ahead(session).join(''));
    }
    expect(shown).toEqual(['b', 'c', 'c', 'b', 'a']);
    expect(queues).toEqual(['b', 'cb', 'cb', 'bc', 'abc']);
    expect(session.steps).toEqual([]);
    expect(takenBack(session, 'nothing')).toBe(session);
  });

  it('is told to the worker in the order of the acts; putting off is not told', () => {
    const [kept, putOff, edit] = [step('a', 'keep'), step('b', 'later'), step('c', 'edit')];
    let session = after(abc, kept, putOff, edit);
    for (const back of ['x', 'y', 'z']) session = takenBack(session, back);
    expect(session.todo).toEqual([
      { step: kept },
      { step: edit, back: 'x' },
      { step: kept, back: 'z' },
    ]);
  });

  it('brings back a paper that was left out when it came again', () => {
    const putOff = after(abc, step('a', 'later'), step('b', 'keep'), step('c', 'keep'));
    const left = without(putOff, ['a']);
    expect(ahead(left)).toEqual([]);
    const back = ['x', 'y', 'z'].reduce(takenBack, left);
    expect(back.shown).toBe('a');
    expect(ahead(back)).toEqual(['a', 'b', 'c']);
  });

  it('undoes any sitting completely', () => {
    const decisions = fc.constantFrom<Decision>('keep', 'skip', 'read', 'later');
    fc.assert(
      fc.property(fc.nat(12), fc.array(decisions, { maxLength: 40 }), (papers, choices) => {
        const start = begin(Array.from({ length: papers }, (_, i) => `p${i}`));
        let session = start;
        const fronts: string[] = [];
        for (const did of choices) {
          const [front] = ahead(session);
          if (!front) break;
          fronts.push(front);
          session = done(session, step(front, did));
          const { passed, total } = tally(session);
          expect(passed + ahead(session).length).toBe(total);
        }
        while (fronts.length > 0) {
          session = takenBack(session, 'back');
          expect(ahead(session)[0]).toBe(fronts.pop());
        }
        expect(ahead(session)).toEqual([...start.ids]);
      }),
    );
  });
});

describe('what is to be sent', () => {
  it('keeps what a step writes, so that it writes the same when it is sent again', () => {
    const kept = step('a', 'keep');
    const session = planned(takenBack(after(abc, kept), 'back'), kept.op, { to: 'save' });
    expect(session.todo.map((todo) => todo.step.write)).toEqual([{ to: 'save' }, { to: 'save' }]);
    expect(sent(session).todo).toHaveLength(1);
  });

  it('brings the paper back where the worker refused', () => {
    const [first, second] = [step('a', 'keep'), step('b', 'keep')];
    const session = refused(after(abc, first, second));
    expect(session.shown).toBe('a');
    expect(ahead(session)).toEqual(['a', 'c']);
    expect(session.todo).toEqual([{ step: second }]);
  });

  it('forgets the taking back of what was refused, and keeps a step that could not be undone', () => {
    const kept = step('a', 'keep');
    const undone = takenBack(after(abc, kept), 'back');
    expect(refused(undone).todo).toEqual([]);
    const still = refused(sent(undone));
    expect(still.steps).toEqual([kept]);
    expect(still.todo).toEqual([]);
    expect(refused(abc)).toBe(abc);
  });
});

describe('the tally', () => {
  it('counts what was done, what waits and what was left', () => {
    const session = after(
      begin(['a', 'b', 'c', 'd', 'e', 'f']),
      step('a', 'keep', { ms: 5 }),
      step('b', 'later', { ms: 6 }),
      step('c', 'later', { ms: 7 }),
      step('d', 'edit', { ms: 8 }),
      step('d', 'read', { ms: 9 }),
      step('e', 'skip', { ms: 10 }),
    );
    expect(tally(session)).toEqual({
      keep: 1,
      skip: 1,
      read: 1,
      waiting: 2,
      left: 0,
      passed: 3,
      total: 6,
    });
    const end = after(session, step('f', 'keep'), step('b', 'later'), step('c', 'skip'));
    expect(tally(end)).toMatchObject({ keep: 2, skip: 2, waiting: 0, left: 1, passed: 6 });
    expect(spent(session)).toEqual([5, 6, 7, 9, 10]);
  });
});
