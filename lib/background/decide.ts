import type { Ack, Act } from '../db/journal';
import type { Worker } from './worker';

/** Carries out what the user decided; answers once it is in the database and in the second copy. */
export async function decide<A extends Ack>(
  worker: Worker,
  op: string,
  change: (act: Act) => Promise<A>,
): Promise<A> {
  const ack = await change({ op, now: worker.now(), clock: await worker.clock() });
  await worker.copy.settled();
  return ack;
}
