import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { notePage } from '../../../lib/background/note-page';
import { readTabPage, type TabPage } from '../../../lib/tab-page';
import { aWorker } from './a-worker';

const url = 'https://huggingface.co/papers';
const TAB = 7;

beforeEach(() => {
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockResolvedValue(undefined as never);
});

const part = (documentId: string, paperIds: string[], more: Partial<TabPage> = {}): TabPage => ({
  url,
  documentId,
  site: 'hugging-face',
  paperIds,
  newIds: paperIds,
  promised: { rows: 60, abstracts: 60 },
  found: { rows: 60, abstracts: 60 },
  readAt: Date.UTC(2026, 10, 23, 12),
  ...more,
});

test('the parts of one page are one, and the same address loaded anew begins anew', async () => {
  const worker = aWorker();
  await notePage(worker, TAB, part('monday', ['a', 'b']), url);
  await notePage(worker, TAB, part('monday', ['b', 'c']), url);
  expect((await readTabPage(TAB))!.paperIds).toEqual(['a', 'b', 'c']);

  await notePage(worker, TAB, part('tuesday', ['c', 'd'], { newIds: ['d'] }), url);
  expect(await readTabPage(TAB)).toMatchObject({ paperIds: ['c', 'd'], newIds: ['d'] });
  expect(fakeBrowser.action.setBadgeText).toHaveBeenLastCalledWith({ tabId: TAB, text: '1' });
});

test('a page that is loaded anew on one day is counted once', async () => {
  const worker = aWorker();
  for (const id of ['morning', 'noon']) await notePage(worker, TAB, part(id, ['a']), url);
  expect(await worker.db.siteHealth.toArray()).toMatchObject([{ pages: 1, rowsFound: 60 }]);
});
