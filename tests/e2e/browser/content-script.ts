import type { CDPSession, Page } from 'playwright-core';

/** The world of our content script in a page, as DevTools sees it. */
export interface ContentScript {
  /** Sends a message just as the content script would; answers what the worker replied. */
  send(name: string, payload: unknown): Promise<unknown>;
  /** Runs code in that world; answers what its promise gives. */
  run(code: string): Promise<unknown>;
  /** How long the worker took to answer, in milliseconds; one figure per payload, in turn. */
  time(name: string, payloads: readonly unknown[]): Promise<number[]>;
}

/** Finds the content script's own world in `page`; it must be running there. */
export async function contentScriptOf(page: Page, extensionId: string): Promise<ContentScript> {
  const devtools = await page.context().newCDPSession(page);
  const contextId = await worldOf(devtools, `chrome-extension://${extensionId}`);
  const run = async (expression: string) => {
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
      contextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'threw');
    return result.value as unknown;
  };
  return {
    run,
    send: (name, payload) =>
      run(`chrome.runtime.sendMessage(${JSON.stringify({ name, payload })})`),
    time: (name, payloads) =>
      run(`(async () => {
        const times = [];
        for (const payload of ${JSON.stringify(payloads)}) {
          const start = performance.now();
          const reply = await chrome.runtime.sendMessage({ name: ${JSON.stringify(name)}, payload });
          if (!reply.ok) throw new Error(reply.error);
          times.push(performance.now() - start);
        }
        return times;
      })()`) as Promise<number[]>,
  };
}

async function worldOf(devtools: CDPSession, origin: string): Promise<number> {
  const found = new Promise<number>((resolve, reject) => {
    devtools.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith(origin)) resolve(context.id);
    });
    setTimeout(() => reject(new Error('No content script of ours runs in this page.')), 5_000);
  });
  await devtools.send('Runtime.enable');
  return found;
}
