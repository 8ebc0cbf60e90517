import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { MatchPattern } from 'wxt/utils/match-patterns';

/** The files of the content scripts that belong into a page at `url`, by the manifest. */
export function contentScriptsFor(url: string): ScriptPublicPath[] {
  return declared().flatMap(({ matches, js }) =>
    matches.some((pattern) => new MatchPattern(pattern).includes(url)) ? js : [],
  );
}

/** Reads listing pages that were open already when Offprint was installed or updated. */
export async function readOpenTabs(): Promise<void> {
  for (const { matches, js } of declared()) {
    const tabs = await browser.tabs.query({ url: matches, discarded: false });
    await Promise.allSettled(
      tabs.flatMap(({ id }) =>
        id === undefined
          ? []
          : [browser.scripting.executeScript({ target: { tabId: id }, files: js })],
      ),
    );
  }
}

function declared(): { matches: string[]; js: ScriptPublicPath[] }[] {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  return scripts.map(({ matches = [], js = [] }) => ({
    matches,
    js: js.map((file) => `/${file.replace(/^\//, '')}` as ScriptPublicPath),
  }));
}
