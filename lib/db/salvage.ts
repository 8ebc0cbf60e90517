import { DATABASE_NAME, DERIVED_TABLES } from './schema';

const DERIVED: readonly string[] = DERIVED_TABLES;

/** Bytes of PDFs are not for a text file, and can be had again. */
const BYTES = 'pdfPieces';

export interface Salvaged {
  file: Blob;
  rows: number;
  /** Tables that could not be read to their end. */
  unreadable: string[];
}

/**
 * Reads whatever can still be read, past Dexie and its versions, row by row: for a database that
 * does not open as it should. Never throws, never changes anything.
 */
export async function salvage(idb: IDBFactory = indexedDB): Promise<Salvaged> {
  const tables: Record<string, unknown[]> = {};
  const unreadable: string[] = [];
  let rows = 0;
  const database = await open(idb).catch(() => undefined);
  for (const name of database?.objectStoreNames ?? []) {
    if (DERIVED.includes(name) || name === BYTES) continue;
    const read: unknown[] = [];
    tables[name] = read;
    await readInto(read, database!, name).catch(() => unreadable.push(name));
    rows += read.length;
  }
  database?.close();
  const file = new Blob([JSON.stringify({ salvagedFrom: DATABASE_NAME, tables })], {
    type: 'application/json',
  });
  return { file, rows, unreadable };
}

function open(idb: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = idb.open(DATABASE_NAME);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('unreadable'));
    // A database that is not there is not to be made.
    request.onupgradeneeded = () => request.transaction?.abort();
  });
}

function readInto(rows: unknown[], database: IDBDatabase, table: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = database.transaction(table).objectStore(table).openCursor();
    request.onerror = () => reject(request.error ?? new Error('unreadable'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve();
      rows.push(cursor.value);
      cursor.continue();
    };
  });
}
