import type { RequestRow } from './rows';
import type { OffprintDb } from './schema';

/** The newest requests of the log, newest first, and how many the log holds. */
export async function latestRequests(
  db: OffprintDb,
  limit: number,
): Promise<{ rows: RequestRow[]; count: number }> {
  const [rows, count] = await Promise.all([
    db.requests.orderBy('id').reverse().limit(limit).toArray(),
    db.requests.count(),
  ]);
  return { rows, count };
}
