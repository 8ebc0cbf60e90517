/**
 * The folder that the user picked. A handle cannot travel in a message or lie in `storage.local`, so
 * it has a small database of its own, which the page that picked it writes.
 */
const DATABASE = 'offprint-folder';
const STORE = 'folders';
const KEY = 'snapshots';

/** A folder, with what TypeScript's types of it do not know yet. */
export type Folder = FileSystemDirectoryHandle & {
  values(): AsyncIterable<FileSystemFileHandle | FileSystemDirectoryHandle>;
  queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
};

export function pickedFolder(idb: IDBFactory = indexedDB): Promise<Folder | undefined> {
  return inStore<Folder | undefined>(idb, 'readonly', (store) => store.get(KEY));
}

export async function keepFolder(folder: Folder, idb: IDBFactory = indexedDB): Promise<void> {
  await inStore(idb, 'readwrite', (store) => store.put(folder, KEY));
}

export async function forgetFolder(idb: IDBFactory = indexedDB): Promise<void> {
  await inStore(idb, 'readwrite', (store) => store.clear());
}

async function inStore<T>(
  idb: IDBFactory,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const opening = idb.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await done<IDBDatabase>(opening);
  try {
    return await done<T>(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function done<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('unreadable'));
  });
}
