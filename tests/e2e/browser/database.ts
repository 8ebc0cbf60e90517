import type { Page } from 'playwright-core';
import type { LibraryEntry, Paper, Sighting, Tag } from '../../../lib/paper';
import type { Alias, Fill, JournalRow, Merge, RequestRow, SiteHealth } from '../../../lib/db/rows';
import { DERIVED_TABLES } from '../../../lib/db/schema';
import type { Session } from './launch';

/** The rows of every table, as IndexedDB holds them. */
export interface Stored {
  papers: Paper[];
  aliases: Alias[];
  sightings: Sighting[];
  library: LibraryEntry[];
  tags: Tag[];
  journal: JournalRow[];
  merges: Merge[];
  fills: Fill[];
  requests: RequestRow[];
  siteHealth: SiteHealth[];
  [table: string]: unknown[];
}

/**
 * Reads the extension's database past all of its code; a missing database has no rows. The search
 * index is left out: it follows the rest a moment later.
 */
export async function readDatabase(session: Session): Promise<Stored> {
  const page = await bareExtensionPage(session);
  const rows = await opened(() => page.evaluate(readAllTables, 'offprint'));
  const none = {
    papers: [],
    aliases: [],
    sightings: [],
    library: [],
    tags: [],
    journal: [],
    merges: [],
    fills: [],
    requests: [],
    siteHealth: [],
  };
  for (const table of DERIVED_TABLES) delete rows[table];
  return { ...none, ...rows } as Stored;
}

// Right after kill -9 Chromium may answer this once or twice while LevelDB's lock is let go.
const LOCKED = /Internal error opening backing store/;
const LOCKED_FOR_MS = 10_000;

async function opened<T>(read: () => Promise<T>): Promise<T> {
  const end = Date.now() + LOCKED_FOR_MS;
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof Error) || !LOCKED.test(error.message) || Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** A tab in the extension's origin that runs none of its code; opened once, then kept. */
export async function bareExtensionPage(session: Session): Promise<Page> {
  const url = `chrome-extension://${session.extensionId}/manifest.json`;
  const open = session.context.pages().find((page) => page.url() === url);
  return open ?? (await session.open(url));
}

async function readAllTables(name: string): Promise<Record<string, unknown[]>> {
  // Opening a database that is not there would make it, empty and in the wrong version.
  const exists = (await indexedDB.databases()).some((database) => database.name === name);
  if (!exists) return {};
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('unreadable'));
    });
  const database = await done(indexedDB.open(name));
  try {
    const tables = [...database.objectStoreNames];
    if (tables.length === 0) return {};
    const transaction = database.transaction(tables, 'readonly');
    const rows = await Promise.all(
      tables.map((table) => done(transaction.objectStore(table).getAll())),
    );
    return Object.fromEntries(tables.map((table, i) => [table, rows[i]!]));
  } finally {
    database.close();
  }
}
