import { describe, expect, it } from 'vitest';
import { Run, type World } from '../../../components/triage/run';
import type { Standing } from '../../../lib/triage/decision';
import { ahead, begin, type Session } from '../../../lib/triage/session';

/** A world that notes what is sent; `refuses` names messages that fail. */
function aWorld(standing: Standing = 'new', refuses: readonly string[] = []) {
  const sent: unknown[][] = [];
  const kept: Session[] = [];
  const failures: unknown[] = [];
  let ops = 0;
  const clock = { now: 0 };
  const world: World = {
    send: async (name, payload) => {
      sent.push([name, payload]);
      if (refuses.includes(name)) throw new Error(`no ${name}`);
    },
    newOp: () => `op-${++ops}`,
    now: () => clock.now,
    plan: async (_, write) => write(standing),
    keep: (session) => kept.push(session),
    failed: (error) => failures.push(error),
  };
  return { world, sent, kept, failures, clock };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a sitting', () => {
  it('goes on at once and tells the worker in the order of the acts', async () => {
    const { world, sent } = aWorld();
    const run = new Run(begin(['a', 'b', 'c']), world);
    run.decide('a', 'keep', 'new');
    run.decide('b', 'skip', 'new');
    run.undo();
    run.undo();
    expect(ahead(run.snapshot())).toEqual(['a', 'b', 'c']);
    await settled();
    expect(sent).toEqual([
      ['savePapers', { op: 'op-1', paperIds: ['a'] }],
      ['giveFeedback', { paperId: 'b', kind: 'not-interested', isOn: true }],
      ['giveFeedback', { paperId: 'b', kind: 'not-interested', isOn: false }],
      ['undo', { op: 'op-4', group: 'op-1' }],
    ]);
    expect(run.snapshot().todo).toEqual([]);
  });

  it('tells nothing of what writes nothing', async () => {
    const { world, sent } = aWorld('unread');
    const run = new Run(begin(['a', 'b']), world);
    run.decide('a', 'keep', 'unread');
    run.decide('b', 'later', 'unread');
    run.undo();
    run.undo();
    await settled();
    expect(sent).toEqual([]);
  });

  it('undoes an edit by the name of its act, in its turn', async () => {
    const { world, sent } = aWorld();
    const run = new Run(begin(['a']), world);
    run.show('a');
    run.edited('a', 'tagging');
    expect(run.snapshot().shown).toBe('a');
    run.undo();
    await settled();
    expect(sent).toEqual([['undo', { op: 'op-1', group: 'tagging' }]]);
  });

  it('has noted what it writes before it sends it, and sends the same again after a reload', async () => {
    const first = aWorld();
    first.world.send = () => new Promise(() => {});
    new Run(begin(['a']), first.world).decide('a', 'read', 'new');
    await settled();
    const left = JSON.parse(JSON.stringify(first.kept.at(-1))) as Session;
    expect(left.todo).toHaveLength(1);

    // It was written though its answer never came: the paper is read by now.
    const second = aWorld('read');
    const run = new Run(left, second.world);
    run.resume();
    await settled();
    run.undo();
    await settled();
    expect(second.sent).toEqual([
      ['setStatus', { op: 'op-1', paperIds: ['a'], status: 'read' }],
      ['undo', { op: 'op-1', group: 'op-1' }],
    ]);
  });

  it('brings a paper back that the worker refused, and says why', async () => {
    const { world, failures } = aWorld('new', ['savePapers']);
    const run = new Run(begin(['a', 'b']), world);
    run.decide('a', 'keep', 'new');
    await settled();
    expect(run.snapshot().shown).toBe('a');
    expect(ahead(run.snapshot())).toEqual(['a', 'b']);
    expect(failures).toEqual([new Error('no savePapers')]);
  });

  it('brings back, with the paper, that more of its kind was wanted', async () => {
    const { world, sent } = aWorld();
    world.plan = async () => ({ to: 'dismiss', wantedMore: true });
    const run = new Run(begin(['a']), world);
    run.decide('a', 'skip', 'new');
    run.undo();
    await settled();
    expect(sent.at(-1)).toEqual(['giveFeedback', { paperId: 'a', kind: 'more', isOn: true }]);
  });

  it('measures how long each paper was in front', () => {
    const { world, clock } = aWorld();
    const run = new Run(begin(['a', 'b']), world);
    clock.now = 100;
    run.show('a');
    clock.now = 8_100;
    run.decide('a', 'later', 'new');
    run.show('b');
    clock.now = 9_100;
    run.undo();
    clock.now = 9_600;
    run.decide('a', 'skip', 'new');
    expect(run.snapshot().steps.map(({ ms, stood }) => [ms, stood])).toEqual([[500, undefined]]);
  });
});
