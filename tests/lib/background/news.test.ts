import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handlers } from '../../../lib/background/handlers';
import { receive, type Sender } from '../../../lib/background/receive';
import { recordSightings } from '../../../lib/db/sightings';
import { aWorker, type TestWorker } from './a-worker';

const origin = 'chrome-extension://offprint/';
const popup = { url: `${origin}popup.html` } as Sender;
const TAB = 7;

function save(worker: TestWorker, paperId: string) {
  const payload = { op: 'operation-1', paperIds: [paperId] };
  return receive(worker, handlers, { name: 'savePapers', payload }, popup, origin);
}

test('a listing hears of a change whose worker was stopped before it could tell', async () => {
  const stopped = aWorker();
  const [recorded] = await recordSightings(
    stopped.db,
    [{ title: 'Lamps That Remember Who Lit Them', authors: [], ids: ['arxiv:2608.1'], links: [] }],
    { site: 'arxiv', listing: 'https://arxiv.org/list/cs.LG/new', day: '2026-11-23', now: 1 },
  );
  const { id } = recorded!.paper;
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([] as never);
  await save(stopped, id);
  await new Promise((resolve) => setTimeout(resolve, 60));

  // The sender had no answer and asks the next worker, which finds the change done already.
  vi.mocked(fakeBrowser.tabs.query).mockResolvedValue([{ id: TAB }] as never);
  const told = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined as never);
  const reply = await save(aWorker({ db: stopped.db }), id);
  expect(reply).toEqual({ ok: true, value: { op: 'operation-1', changed: 0 } });
  await vi.waitFor(() => expect(told).toHaveBeenCalled());
  expect(told.mock.calls[0]).toMatchObject([TAB, { papers: [{ id, saved: true }] }]);
});
