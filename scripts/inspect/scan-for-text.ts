import type { Page } from 'playwright-core';
import type { Reply } from '../../lib/messages';
import { bareExtensionPage, type Chrome, type Session } from '../../tests/e2e/browser/index';

declare const chrome: Chrome;

/**
 * Asks the extension to scan a page that no site adapter knows, as its user does with *Scan this
 * page*. Answers who read it; what went wrong is noted among the session's errors.
 */
export async function scanForText(session: Session, tab: Page): Promise<string> {
  const page = await bareExtensionPage(session);
  await tab.bringToFront();
  const reply = (await page.evaluate(async () => {
    const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.runtime.sendMessage({ name: 'scanTab', payload: { tabId: active?.id } });
  })) as Reply<'scanTab'>;
  if (reply.ok) return reply.value.reader;
  session.errors.push({ from: 'extension', text: reply.error, where: tab.url() });
  return 'text';
}
