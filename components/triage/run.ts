import type { MessageName, Payload } from '../../lib/messages';
import type { PaperId } from '../../lib/paper';
import { writeOf, type Decision, type Standing, type Write } from '../../lib/triage/decision';
import {
  done,
  planned,
  refused,
  sent,
  showing,
  takenBack,
  without,
  type Session,
  type Step,
  type Todo,
} from '../../lib/triage/session';

/** What a sitting needs of the world. */
export interface World {
  send<N extends MessageName>(name: N, payload: Payload<N>): Promise<unknown>;
  newOp(): string;
  /** Milliseconds since whenever. */
  now(): number;
  /** What `decision` is to write about the paper as it stands now. */
  plan(paperId: PaperId, write: (standing: Standing) => Write): Promise<Write>;
  keep(session: Session): void;
  /** An act was refused; its paper is back. */
  failed(error: unknown): void;
}

/**
 * A sitting as it goes on: the next paper comes at once, and the worker is told in the order of the
 * acts. What it was not told when the page went is told when the sitting goes on; every message can
 * come twice.
 */
export class Run {
  private readonly listeners = new Set<() => void>();
  private isSending = false;
  /** Since when the paper in front is there. */
  private since: number;

  constructor(
    private session: Session,
    private readonly world: World,
  ) {
    this.since = world.now();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Session => this.session;

  /** Tells the worker what it was not told yet. */
  resume(): void {
    void this.sendAll();
  }

  /** @param standing how the paper stands now */
  decide(paperId: PaperId, did: Decision, standing: Standing): void {
    const { newOp, now } = this.world;
    const step: Step = { op: newOp(), paperId, did, ms: Math.round(now() - this.since) };
    this.set(done(this.session, did === 'later' ? { ...step, stood: standing } : step));
    void this.sendAll();
  }

  /** Something about the paper in front was changed by the act `op`. */
  edited(paperId: PaperId, op: string): void {
    this.set(done(this.session, { op, paperId, did: 'edit', ms: 0 }));
  }

  undo(): void {
    this.since = this.world.now();
    this.set(takenBack(this.session, this.world.newOp()));
    void this.sendAll();
  }

  show(id: PaperId): void {
    this.since = this.world.now();
    this.set(showing(this.session, id));
  }

  leaveOut(ids: readonly PaperId[]): void {
    this.set(without(this.session, ids));
  }

  /** Comes when the worker was told everything. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.subscribe(() => look());
      const look = () => {
        if (this.session.todo.length > 0) return;
        stop();
        resolve();
      };
      look();
    });
  }

  private set(session: Session): void {
    this.session = session;
    this.world.keep(session);
    for (const listener of this.listeners) listener();
  }

  private async sendAll(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    for (let todo = this.session.todo[0]; todo; todo = this.session.todo[0]) {
      try {
        await (todo.back ? this.takeBack(todo.step, todo.back) : this.carryOut(todo));
        this.set(sent(this.session));
      } catch (error) {
        this.set(refused(this.session));
        this.world.failed(error);
      }
    }
    this.isSending = false;
  }

  private async carryOut({ step }: Todo): Promise<void> {
    const { op, paperId, did } = step;
    if (did === 'edit') return;
    const write =
      step.write ?? (await this.world.plan(paperId, (standing) => writeOf(did, standing)));
    if (!step.write) this.set(planned(this.session, op, write));
    const { send } = this.world;
    if (write.to === 'save') await send('savePapers', { op, paperIds: [paperId] });
    else if (write.to === 'status')
      await send('setStatus', { op, paperIds: [paperId], status: write.status });
    else if (write.to === 'dismiss')
      await send('giveFeedback', { paperId, kind: 'not-interested', isOn: true });
  }

  private async takeBack({ op, paperId, write }: Step, back: string): Promise<void> {
    const { send } = this.world;
    // Wanting more of the kind speaks against a dismissal, and so takes it back.
    if (write?.to === 'dismiss')
      await send(
        'giveFeedback',
        write.wantedMore
          ? { paperId, kind: 'more', isOn: true }
          : { paperId, kind: 'not-interested', isOn: false },
      );
    else if (write?.to !== 'nothing') await send('undo', { op: back, group: op });
  }
}
