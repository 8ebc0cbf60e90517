import type { Page } from 'playwright-core';

/**
 * Milliseconds of the page's main thread that were spent in the extension's content scripts, all
 * that they call included, while `run` ran.
 */
export async function contentScriptTime(page: Page, run: () => Promise<void>): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.setSamplingInterval', { interval: 200 });
  await devtools.send('Profiler.start');
  await run();
  const { profile } = await devtools.send('Profiler.stop');
  await devtools.detach();

  const parents = new Map<number, number>();
  const own = new Set<number>();
  for (const node of profile.nodes) {
    for (const child of node.children ?? []) parents.set(child, node.id);
    if (node.callFrame.url.startsWith('chrome-extension://')) own.add(node.id);
  }
  const isOurs = (id: number | undefined): boolean =>
    id !== undefined && (own.has(id) || isOurs(parents.get(id)));
  const microseconds = (profile.samples ?? []).reduce(
    (sum, id, i) => sum + (isOurs(id) ? (profile.timeDeltas?.[i] ?? 0) : 0),
    0,
  );
  return microseconds / 1000;
}

/** Bytes of script that the extension put into the page while `run` ran. */
export async function contentScriptBytes(page: Page, run: () => Promise<void>): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  const scripts: string[] = [];
  devtools.on('Debugger.scriptParsed', ({ url, scriptId }) => {
    if (url.startsWith('chrome-extension://')) scripts.push(scriptId);
  });
  await devtools.send('Debugger.enable');
  await run();
  let bytes = 0;
  for (const scriptId of scripts) {
    const { scriptSource } = await devtools.send('Debugger.getScriptSource', { scriptId });
    bytes += Buffer.byteLength(scriptSource);
  }
  await devtools.detach();
  return bytes;
}
