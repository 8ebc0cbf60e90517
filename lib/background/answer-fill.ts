import { countWaiting, queueFills } from '../db/fills';
import type { FillAnswer, FillQueue } from '../messages';
import type { PaperId } from '../paper';
import { aside } from './aside';
import { fillAbstracts } from './fill-abstracts';
import { changeSettings } from './settings';
import type { Worker } from './worker';

/** Queues these papers and starts to work the queue off. */
export async function fill(worker: Worker, paperIds: readonly PaperId[]): Promise<void> {
  await queueFills(worker.db, paperIds, worker.now());
  aside(fillAbstracts(worker));
}

/** Does the same for papers that came to be shown or saved, where the user said "Always". */
export async function fillAsAgreed(worker: Worker, paperIds: readonly PaperId[]): Promise<void> {
  const { fill: policy } = await worker.settings.read();
  if (policy === 'always') await fill(worker, paperIds);
}

/** Does what the user answered: fetch these abstracts, always fetch them, or never ask again. */
export async function answerFill(
  worker: Worker,
  { answer, paperIds }: { answer: FillAnswer; paperIds: readonly PaperId[] },
): Promise<FillQueue> {
  if (answer !== 'once') await changeSettings(worker, { fill: answer });
  if (answer !== 'never') await fill(worker, paperIds);
  return { waiting: await countWaiting(worker.db), offline: !worker.online() };
}
