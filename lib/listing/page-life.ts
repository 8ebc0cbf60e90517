import { browser } from 'wxt/browser';

const LOOK_EVERY_MS = 1_000;

/**
 * How long a content script lives: until a newer one starts in its page, or the extension is
 * disabled or updated. Takes the place of WXT's context (see wxt.config.ts), which posts messages
 * to the page and is a tenth of all the bytes we may put there.
 */
export class ContentScriptContext {
  readonly signal: AbortSignal;

  constructor(name: string) {
    const life = new AbortController();
    const { signal } = life;
    const started = `offprint-started-${name}`;
    document.dispatchEvent(new Event(started));
    document.addEventListener(started, () => life.abort(), { signal });
    // No event tells that the extension has gone.
    const timer = setInterval(() => browser.runtime?.id || life.abort(), LOOK_EVERY_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
    this.signal = signal;
  }
}
