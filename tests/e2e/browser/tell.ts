import type { Chrome } from './chrome';
import { bareExtensionPage } from './database';
import type { Session } from './launch';

declare const chrome: Chrome;

/** Sends a message to the worker as a page of the extension does; answers its reply. */
export async function tell(session: Session, name: string, payload: unknown): Promise<unknown> {
  const page = await bareExtensionPage(session);
  return page.evaluate((message) => chrome.runtime.sendMessage(message), { name, payload });
}
