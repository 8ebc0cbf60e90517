import type { Session } from '../e2e/browser/index';

interface Profile {
  nodes: { id: number; callFrame: { functionName: string } }[];
  samples?: number[];
  timeDeltas?: number[];
}

/** The part of DevTools that is spoken here: a session for a worker inside that of the browser. */
interface Devtools {
  send(method: string, params?: object): Promise<unknown>;
  on(event: string, listener: (params: { message: string }) => void): void;
  detach(): Promise<void>;
}

/** Milliseconds that the running background worker was busy, by any work, while `run` ran. */
export async function workerTime(session: Session, run: () => Promise<void>): Promise<number> {
  await session.worker();
  const devtools = (await session.context.browser()!.newBrowserCDPSession()) as unknown as Devtools;
  const ask = await talkToWorker(devtools, session.extensionId);
  await ask('Profiler.enable');
  await ask('Profiler.setSamplingInterval', { interval: 500 });
  await ask('Profiler.start');
  await run();
  const { profile } = (await ask('Profiler.stop')) as { profile: Profile };
  await devtools.detach();
  const idle = profile.nodes.find(({ callFrame }) => callFrame.functionName === '(idle)')?.id;
  const microseconds = (profile.samples ?? []).reduce(
    (sum, id, i) => sum + (id === idle ? 0 : (profile.timeDeltas?.[i] ?? 0)),
    0,
  );
  return microseconds / 1000;
}

async function talkToWorker(devtools: Devtools, extensionId: string) {
  const { targetInfos } = (await devtools.send('Target.getTargets')) as {
    targetInfos: { targetId: string; type: string; url: string }[];
  };
  const target = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
  );
  if (!target) throw new Error('The background worker does not run.');
  const { sessionId } = (await devtools.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  })) as { sessionId: string };
  const waiting = new Map<number, (result: unknown) => void>();
  devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  let last = 0;
  return (method: string, params: object = {}) =>
    new Promise<unknown>((resolve) => {
      const id = ++last;
      waiting.set(id, resolve);
      const message = JSON.stringify({ id, method, params });
      void devtools.send('Target.sendMessageToTarget', { sessionId, message });
    });
}
