import { browser } from 'wxt/browser';

/** The address of one of our pages, such as `library.html#/?q=words`. */
export function ownPage(path: string): string {
  return new URL(path, browser.runtime.getURL('/')).href;
}

/** Shows a page of ours: the tab that has it already, otherwise a new one. */
export async function openPage(path: string): Promise<void> {
  const url = ownPage(path);
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  await browser.windows.update(open.windowId, { focused: true });
}
