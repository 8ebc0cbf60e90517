import { expect, it, vi } from 'vitest';
import { askZotero, sendToZotero } from '../../../lib/background/zotero';
import type { ZoteroItem } from '../../../lib/citations/write-zotero';
import { aWorker } from './a-worker';

const item: ZoteroItem = {
  id: 'k',
  itemType: 'preprint',
  title: 'Kites on One Line',
  creators: [],
  url: 'https://arxiv.org/abs/2401.01234',
  extra: '',
  tags: [],
  notes: [],
  attachments: [],
};
const question = { session: 'session-1', items: [item] };

it('asks the connector on this machine, with the version it wants', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(null, { status: 201 }));
  const worker = aWorker({ fetch });
  expect(await sendToZotero(worker, question)).toBe('done');
  const [url, init] = fetch.mock.calls[0]!;
  expect(url).toBe('http://127.0.0.1:23119/connector/saveItems');
  expect(init).toMatchObject({
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', 'x-zotero-connector-api-version': '3' },
  });
  expect(JSON.parse(String(init!.body))).toEqual({
    sessionID: 'session-1',
    uri: 'https://arxiv.org/abs/2401.01234',
    items: [item],
  });
  expect(await worker.db.requests.toArray()).toMatchObject([{ why: 'zotero', result: '201' }]);
});

it.each([
  [409, 'done'],
  [400, 'outdated'],
  [500, 'refused'],
  [404, 'failed'],
])('takes a %i for "%s"', async (status, answer) => {
  const fetch = async () => new Response('{}', { status });
  expect(await sendToZotero(aWorker({ fetch }), question)).toBe(answer);
});

it('tells a Zotero from nothing, and from another server', async () => {
  const says = (text: string) =>
    aWorker({ fetch: async () => new Response(text, { status: 200 }) });
  expect(await askZotero(says('<body>Zotero is running</body>'))).toBe('done');
  expect(await askZotero(says('hello'))).toBe('absent');
  expect(await askZotero(aWorker())).toBe('absent');
  expect(await sendToZotero(aWorker(), question)).toBe('absent');
});
