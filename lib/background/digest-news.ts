import { browser } from 'wxt/browser';
import type { Digest } from '../digest/digest';
import { plural, t } from '../i18n';

/** Where `storage.local` keeps that the newest digest was not looked at yet: how many papers. */
const UNREAD_KEY = 'digestUnread';
const LISTED = 4;

/** One notification a digest: the same name, so that a second one replaces the first. */
export const NEWS_PREFIX = 'digest:';

/** Says once that there is a digest: a notification with its titles, and a number on the button. */
export async function tellDigest(digest: Digest, titles: readonly string[]): Promise<void> {
  await browser.storage.local.set({ [UNREAD_KEY]: digest.items.length });
  await showUnread();
  const common = {
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: plural('digest_news', digest.items.length),
    message: titles.join('\n'),
  };
  await browser.notifications.create(
    NEWS_PREFIX + digest.date,
    hasButtons()
      ? {
          ...common,
          type: 'list',
          items: titles.slice(0, LISTED).map((title) => ({ title, message: '' })),
          buttons: [{ title: t('digest_save_all') }, { title: t('digest_not_today') }],
        }
      : { ...common, type: 'basic' },
  );
}

/** Firefox shows notifications without buttons or lists, and refuses those that ask for them. */
function hasButtons(): boolean {
  return browser.notifications.onButtonClicked !== undefined;
}

/**
 * The number on the toolbar button where a tab has none of its own. The browser forgets it when it
 * is closed, or Offprint updated.
 */
export async function showUnread(): Promise<void> {
  const unread = (await browser.storage.local.get(UNREAD_KEY))[UNREAD_KEY];
  await browser.action.setBadgeText({ text: unread ? String(unread) : '' });
}

/** The reader has looked at the newest digest, or does not want to today. */
export async function readDigest(): Promise<null> {
  await browser.storage.local.remove(UNREAD_KEY);
  await showUnread();
  const open = await browser.notifications.getAll();
  const ours = Object.keys(open).filter((id) => id.startsWith(NEWS_PREFIX));
  await Promise.all(ours.map((id) => browser.notifications.clear(id)));
  return null;
}
