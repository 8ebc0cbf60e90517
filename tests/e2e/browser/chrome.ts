import type { browser } from 'wxt/browser';

/**
 * The extension API as code sent into an extension page sees it. Such a file declares
 * `declare const chrome: Chrome`, since nothing it imports goes along into the page.
 */
export type Chrome = typeof browser;
