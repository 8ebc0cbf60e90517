import { browser, type Browser } from 'wxt/browser';
import { findSaved } from '../db/find-saved';
import { t } from '../i18n';
import { shortByline, type Paper } from '../paper';
import { plainText } from '../paper-schema';
import { ownPage } from './own-page';
import type { Worker } from './worker';

const SUGGESTIONS = 6;
const MAX_TYPED = 200;

let latest = 0;

/** Offers saved papers for what is typed after `op`; words that were typed on are given up. */
export async function onOmniboxTyped(
  worker: Worker,
  typed: string,
  suggest: (suggestions: Browser.omnibox.SuggestResult[]) => void,
): Promise<void> {
  const mine = ++latest;
  const isLatest = () => mine === latest;
  const text = typed.trim().slice(0, MAX_TYPED);
  const papers = text ? await findSaved(worker.db, text, SUGGESTIONS, isLatest) : [];
  if (!isLatest()) return;
  suggest(
    papers.map((paper) => ({ content: contentOf(paper), description: descriptionOf(paper) })),
  );
}

/** Enter opens the paper that was picked, or the library with what was typed. */
export async function onOmniboxEntered(
  text: string,
  disposition: `${Browser.omnibox.OnInputEnteredDisposition}`,
): Promise<void> {
  const url = isAddress(text)
    ? text
    : ownPage(`library.html#/?${new URLSearchParams({ q: text.trim().slice(0, MAX_TYPED) })}`);
  if (disposition === 'newForegroundTab') await browser.tabs.create({ url });
  else if (disposition === 'newBackgroundTab') await browser.tabs.create({ url, active: false });
  else await browser.tabs.update({ url });
}

/** What stands above the suggestions. */
export async function describeOmnibox(): Promise<void> {
  await browser.omnibox.setDefaultSuggestion({ description: markup(t('omniboxSearch')) });
}

function contentOf(paper: Paper): string {
  return (
    paper.links.find((link) => link.rel === 'page')?.href ?? paper.links[0]?.href ?? paper.title
  );
}

function descriptionOf({ title, authors, authorsCut }: Paper): string {
  const by = shortByline(authors, 2, authorsCut);
  return markup(by ? `${title.slice(0, 200)} · ${by}` : title.slice(0, 200));
}

/** Chromium takes descriptions for XML, Firefox for plain text. */
export function markup(text: string, isXml = !import.meta.env.FIREFOX): string {
  const plain = plainText(text).replace(/[\ufffe\uffff]/g, '');
  if (!isXml) return plain;
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  return plain.replace(/[&<>"']/g, (mark) => entities[mark]!);
}

function isAddress(text: string): boolean {
  return /^https:\/\/\S+$/.test(text) && URL.canParse(text);
}
