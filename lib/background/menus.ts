import { browser, type Browser } from 'wxt/browser';
import { t } from '../i18n';
import { savePaperAt } from './save-paper-at';
import { savePaperOfTab } from './save-paper-of-tab';
import type { Worker } from './worker';

const SAVE_LINK = 'save-link';
const SAVE_PAGE = 'save-page';

/** Addresses that name one paper. */
export const PAPER_PATTERNS = [
  ...['abs', 'pdf', 'html', 'format'].map((path) => `https://*.arxiv.org/${path}/*`),
  'https://huggingface.co/papers/*',
  'https://hf.co/papers/*',
  'https://doi.org/10.*',
  'https://dx.doi.org/10.*',
];

/** The context menu, made anew; the browser keeps it until the next update. */
export async function makeMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: SAVE_LINK,
    title: t('menuSaveLink'),
    contexts: ['link'],
    targetUrlPatterns: PAPER_PATTERNS,
  });
  browser.contextMenus.create({
    id: SAVE_PAGE,
    title: t('menuSavePage'),
    contexts: ['page'],
    documentUrlPatterns: PAPER_PATTERNS,
  });
}

export async function onMenu(
  worker: Worker,
  { menuItemId, linkUrl, pageUrl }: Browser.contextMenus.OnClickData,
  tab?: Browser.tabs.Tab,
): Promise<void> {
  if (menuItemId === SAVE_LINK && linkUrl)
    await savePaperAt(worker, linkUrl, pageUrl ?? linkUrl, tab?.id);
  else if (menuItemId === SAVE_PAGE && tab) await savePaperOfTab(worker, tab);
}
