import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runDigest } from '../../../lib/background/digest';
import { changeSettings } from '../../../lib/background/settings';
import { startWorker } from '../../../lib/background/start';
import { DEFAULT_SETTINGS } from '../../../lib/settings';
import { aWorker } from './a-worker';

test('two settings that change at once are both kept', async () => {
  const { settings } = startWorker();
  await Promise.all([
    settings.change({ paused: true }),
    settings.change({ keepDays: 30 }),
    settings.change({ bar: 'hidden' }),
  ]);
  expect(await settings.read()).toMatchObject({ paused: true, keepDays: 30, bar: 'hidden' });
});

test('what lies before a subscription or a new schedule was not missed', async () => {
  fakeBrowser.reset();
  const worker = aWorker({ online: () => false });
  const { digest } = DEFAULT_SETTINGS;
  const on = await changeSettings(worker, { digest: { ...digest, on: true, time: 1439 } });
  // The worker's clock stands at 2026-11-23, noon.
  expect(on.digest.since).toBe('2026-11-22');
  worker.time += 3 * 24 * 60 * 60 * 1000;
  const sized = await changeSettings(worker, { digest: { ...on.digest, size: 9 } });
  expect(sized.digest).toMatchObject({ size: 9, since: '2026-11-22' });
  const moved = await changeSettings(worker, { digest: { ...sized.digest, days: [1, 2] } });
  expect(moved.digest.since).toBe('2026-11-25');
});

test('a digest that a clock that ran ahead has dated holds back none', async () => {
  fakeBrowser.reset();
  const created = vi.spyOn(fakeBrowser.notifications, 'create');
  const worker = aWorker({
    fetch: () => Promise.resolve(new Response('[]')),
  });
  const future = { date: '2031-01-01', settled: '2031-01-01', madeAt: 1, items: [], missing: [] };
  await worker.db.digests.put(future);
  const { digest } = DEFAULT_SETTINGS;
  await worker.settings.change({
    digest: { ...digest, on: true, since: '2031-01-01', time: 0, sources: ['hugging-face'] },
  });
  await runDigest(worker);
  expect(await worker.db.digests.toCollection().primaryKeys()).toEqual([
    '2026-11-23',
    '2031-01-01',
  ]);
  expect(created).not.toHaveBeenCalled();
});
