import type { RequestRow } from './rows';
import type { OffprintDb } from './schema';

/** How many requests the log keeps. */
export const KEPT_REQUESTS = 2_000;

/** Enters a request into the log before it is made, and drops the oldest; answers its number. */
export function logRequest(db: OffprintDb, request: Omit<RequestRow, 'id'>): Promise<number> {
  return db.transaction('rw', db.requests, async () => {
    const id = await db.requests.add(request);
    await db.requests
      .where('id')
      .belowOrEqual(id - KEPT_REQUESTS)
      .delete();
    return id;
  });
}

/** Completes a request of the log with what came of it. */
export async function logResult(
  db: OffprintDb,
  id: number,
  outcome: Pick<RequestRow, 'result' | 'bytes' | 'ms'>,
): Promise<void> {
  await db.requests.update(id, outcome);
}
