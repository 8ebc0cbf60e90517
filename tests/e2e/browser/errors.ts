import type { BrowserContext } from 'playwright-core';

/** Something a page or the extension complained of. */
export interface SeenError {
  /** Whose code it came from; a saved page may have troubles of its own. */
  from: 'extension' | 'page';
  text: string;
  /** The address it came from. */
  where: string;
}

/** Writes down every console error and uncaught exception of all pages and workers. */
export function collectErrors(context: BrowserContext, into: SeenError[]): void {
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    // Refused by the fixture server on purpose; the server's own log tells who asked for what.
    if (message.text().startsWith('Failed to load resource')) return;
    into.push({ from: originOf(url), text: message.text(), where: url });
  });
  context.on('weberror', (webError) => {
    const error = webError.error();
    const where = webError.page()?.url() ?? '';
    into.push({ from: originOf(`${error.stack} ${where}`), text: error.message, where });
  });
}

function originOf(trace: string): SeenError['from'] {
  return trace.includes('chrome-extension://') ? 'extension' : 'page';
}
