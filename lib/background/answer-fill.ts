import { countWaiting, queueFills } from '../db/fills';
import type { FillAnswer, FillQueue } from '../messages';
import type { PaperId } from '../paper';
import { changeSettings } from './settings';
import type { Worker } from './worker';

/** Does what the user answered: fetch these abstracts, always fetch them, or never ask again. */
export async function answerFill(
  worker: Worker,
  { answer, paperIds }: { answer: FillAnswer; paperIds: readonly PaperId[] },
): Promise<FillQueue> {
  if (answer !== 'once') await changeSettings(worker, { fill: answer });
  if (answer !== 'never') await queueFills(worker.db, paperIds, worker.now());
  return { waiting: await countWaiting(worker.db), offline: !worker.online() };
}
