import Dexie from 'dexie';
import { OffprintDb } from './schema';

const BEGINNING = 'offprint-check-';

/**
 * Lends a database of the same form, empty and under a name of its own, and deletes it afterwards.
 * Its name is locked for as long as it is used, so that the sweep tells it from one left behind.
 */
export function withScratch<T>(task: (scratch: OffprintDb) => Promise<T>): Promise<T> {
  const name = BEGINNING + crypto.randomUUID();
  return navigator.locks.request(name, async () => {
    // It need not outlast a power cut.
    const scratch = new OffprintDb({ chromeTransactionDurability: 'relaxed' }, name);
    try {
      return await task(scratch);
    } finally {
      await scratch.delete();
    }
  });
}

/** Deletes what a crash, or a tab that was closed, has left of such databases. */
export async function sweepScratch(): Promise<void> {
  for (const name of await Dexie.getDatabaseNames())
    if (name.startsWith(BEGINNING))
      await navigator.locks.request(name, { ifAvailable: true }, (lock) =>
        lock ? Dexie.delete(name) : undefined,
      );
}
