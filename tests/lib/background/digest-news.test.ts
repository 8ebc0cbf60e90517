import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../../entrypoints/background';
import { readDigest, tellDigest } from '../../../lib/background/digest-news';
import { OffprintDb } from '../../../lib/db/schema';
import type { Digest } from '../../../lib/digest/digest';

const digest: Digest = {
  date: '2026-11-23',
  madeAt: Date.UTC(2026, 10, 23, 8),
  settled: '2026-11-23',
  items: ['P0', 'P1', 'P2'].map((paperId) => ({
    paperId,
    reason: { kind: 'watch', watch: 'kelp' },
    points: [],
  })),
  missing: [],
};

const badge = () => fakeBrowser.action.getBadgeText({});

/** The worker is woken, as the browser does it: all of its script runs. */
function wake(): void {
  fakeBrowser.runtime.onStartup.removeAllListeners();
  fakeBrowser.runtime.onInstalled.removeAllListeners();
  background.main();
}

beforeEach(() => {
  // Neither the database nor what is done a second after each start matters here.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.spyOn(OffprintDb.prototype, 'open').mockResolvedValue(undefined as never);
  vi.stubGlobal('addEventListener', () => {});
  const on = { addListener: () => {} };
  Object.assign(fakeBrowser.contextMenus, {
    onClicked: on,
    removeAll: async () => {},
    create: () => {},
  });
  Object.assign(fakeBrowser.commands, { onCommand: on });
  Object.assign(fakeBrowser.omnibox, { onInputChanged: on, onInputEntered: on });
  vi.spyOn(fakeBrowser.storage.local, 'setAccessLevel').mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({} as never);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a digest that was not looked at', () => {
  test('shows how many papers it has, until it is looked at', async () => {
    await tellDigest(digest, ['One', 'Two', 'Three']);
    expect(await badge()).toBe('3');
    await readDigest();
    expect(await badge()).toBe('');
  });

  test('shows it after the browser was started again', async () => {
    await tellDigest(digest, ['One', 'Two', 'Three']);
    fakeBrowser.action.resetState();
    wake();
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(async () => expect(await badge()).toBe('3'));
  });

  test.each(['install', 'update', 'browser_update'])('shows it after: %s', async (reason) => {
    await fakeBrowser.storage.local.set({ welcomed: true });
    await tellDigest(digest, ['One', 'Two', 'Three']);
    fakeBrowser.action.resetState();
    wake();
    await fakeBrowser.runtime.onInstalled.trigger({ reason } as never);
    await vi.waitFor(async () => expect(await badge()).toBe('3'));
  });

  test('costs a worker that is merely woken nothing', async () => {
    await tellDigest(digest, ['One', 'Two', 'Three']);
    const set = vi.spyOn(fakeBrowser.action, 'setBadgeText');
    const get = vi.spyOn(fakeBrowser.storage.local, 'get');
    wake();
    await new Promise((resolve) => setImmediate(resolve));
    expect(set).not.toHaveBeenCalled();
    expect(get).not.toHaveBeenCalledWith('digestUnread');
  });
});
