import { OffprintDb } from '../../../lib/db/schema';
import { SearchSegments } from '../../../lib/db/search-segments';
import { SecondCopy } from '../../../lib/db/second-copy';
import { hybridClock } from '../../../lib/db/clock';
import type { Worker } from '../../../lib/background/worker';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings';
import { sites } from '../../../lib/sites/registry';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';

export interface TestWorker extends Worker {
  /** What `now()` says; tests move it. */
  time: number;
}

/** A worker in a world of its own: empty tables, no network unless one is given. */
export function aWorker(given: Partial<Worker> & { settings?: never } = {}): TestWorker {
  let settings: Settings = DEFAULT_SETTINGS;
  const clock = hybridClock('test');
  const db = given.db ?? new OffprintDb({ indexedDB: new IDBFactory(), IDBKeyRange });
  const worker: TestWorker = {
    time: Date.UTC(2026, 10, 23, 12),
    db,
    copy: new SecondCopy(db, () => Promise.resolve(undefined)),
    index: new SearchSegments(db),
    sites,
    now: () => worker.time,
    clock: () => Promise.resolve(clock),
    settings: {
      read: () => Promise.resolve(settings),
      change: (patch) => Promise.resolve((settings = { ...settings, ...patch })),
    },
    fetch: () => Promise.reject(new Error('no network in this test')),
    mayRead: () => Promise.resolve(true),
    online: () => true,
    zone: () => 'UTC',
    random: () => 0.5,
    ...given,
  };
  return worker;
}
