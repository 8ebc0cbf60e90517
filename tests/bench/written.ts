import { bareExtensionPage, type Session } from '../e2e/browser/index';

/** How many rows of all tables differ after `change`, and the bytes of their JSON. */
export async function writtenBy(
  session: Session,
  change: () => Promise<unknown>,
): Promise<{ rows: number; bytes: number }> {
  const page = await bareExtensionPage(session);
  const before = await page.evaluateHandle(allRows, 'offprint');
  await change();
  const after = await page.evaluateHandle(allRows, 'offprint');
  const written = await page.evaluate(
    ({ old, now }) => {
      const changed = [...now].filter(([key, json]) => old.get(key) !== json);
      const gone = [...old.keys()].filter((key) => !now.has(key));
      const bytes = changed.reduce((sum, [, json]) => sum + new Blob([json]).size, 0);
      return { rows: changed.length + gone.length, bytes };
    },
    { old: before, now: after },
  );
  await before.dispose();
  await after.dispose();
  return written;
}

function allRows(name: string): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error ?? new Error('unreadable'));
    opening.onsuccess = () => {
      const database = opening.result;
      const tables = [...database.objectStoreNames];
      const rows = new Map<string, string>();
      const transaction = database.transaction(tables, 'readonly');
      for (const table of tables) {
        const store = transaction.objectStore(table);
        const values = store.getAll();
        const keys = store.getAllKeys();
        keys.onsuccess = () =>
          keys.result.forEach((key, i) =>
            rows.set(`${table} ${JSON.stringify(key)}`, JSON.stringify(values.result[i])),
          );
      }
      transaction.oncomplete = () => {
        database.close();
        resolve(rows);
      };
    };
  });
}
