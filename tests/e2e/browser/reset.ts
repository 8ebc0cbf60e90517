import type { Chrome } from './chrome';
import { bareExtensionPage } from './database';
import type { Session } from './launch';

declare const chrome: Chrome;

/** Makes the extension as new: empty tables, no settings, a fresh worker, an empty log. */
export async function reset(session: Session): Promise<void> {
  const page = await bareExtensionPage(session);
  for (const other of session.context.pages()) if (other !== page) await other.close();
  await session.stopWorker();
  await page.evaluate(async () => {
    const exists = (await indexedDB.databases()).some(({ name }) => name === 'offprint');
    if (exists) {
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('offprint');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error ?? new Error('the database stayed'));
      });
    }
    // Left behind, the second copy would bring everything back.
    const { storageBuckets } = navigator as unknown as {
      storageBuckets: { delete(name: string): Promise<void> };
    };
    await storageBuckets.delete('second-copy');
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
    const told = Object.keys(await chrome.notifications.getAll());
    await Promise.all(told.map((id) => chrome.notifications.clear(id)));
  });
  session.errors.length = 0;
  session.network.requests.length = 0;
}
