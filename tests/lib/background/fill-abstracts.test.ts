import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerFill } from '../../../lib/background/answer-fill';
import { FILL_ALARM, fillAbstracts } from '../../../lib/background/fill-abstracts';
import { TIMEOUT_MS } from '../../../lib/background/request';
import { countWaiting } from '../../../lib/db/fills';
import { recordSightings } from '../../../lib/db/sightings';
import { arxivAtom } from '../../fixtures/answers/arxiv-atom';
import { inventPapers } from '../../fixtures/pages/invented-papers';
import { aWorker } from './a-worker';

const papers = inventPapers(250);
const shown = {
  site: 'arxiv',
  listing: 'https://arxiv.org/list/cs.LG/recent',
  day: '2026-11-23',
  now: 1,
};

interface Sent {
  at: number;
  ids: string[];
}

/** A worker on a clock of its own whose network is `reply`, and what it sent. */
async function world(count: number, reply: (sent: Sent, n: number) => Response | Error) {
  const sent: Sent[] = [];
  const online = { now: true };
  const worker = aWorker({
    now: () => clock.now,
    online: () => online.now,
    fetch: (url) => {
      const ids = new URL(String(url)).searchParams.get('id_list')!.split(',');
      const request = { at: clock.now, ids };
      sent.push(request);
      const answer = reply(request, sent.length);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  const rows = papers.slice(0, count).map(({ id, title, authors }) => ({
    title,
    authors,
    ids: [`arxiv:${id}`],
    links: [],
  }));
  const recorded = await recordSightings(worker.db, rows, shown);
  return { worker, sent, online, ids: recorded.map(({ paper }) => paper.id) };
}

const known = ({ ids }: Sent) =>
  new Response(arxivAtom(papers.filter(({ id }) => ids.includes(id))));
const refused = (status: number) => new Response('', { status });

/** A clock on which waiting takes no time: whoever sleeps wakes at once, that much later. */
const clock = { now: 0 };

function sleepAtOnce(): void {
  const sleep = (run: () => void, ms = 0) => {
    // The time limit of a request is not slept through.
    if (ms !== TIMEOUT_MS) {
      clock.now += ms;
      setImmediate(run);
    }
    return 0;
  };
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(sleep as never);
}

describe('fetching abstracts', () => {
  beforeEach(() => {
    clock.now = 1_000_000_000;
    sleepAtOnce();
    vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(() => Promise.resolve([]) as never);
  });

  const alarm = () => fakeBrowser.alarms.get(FILL_ALARM);

  it('asks for at most a hundred at a time, three seconds apart', async () => {
    const { worker, sent, ids } = await world(250, known);
    await answerFill(worker, { answer: 'once', paperIds: ids });
    await fillAbstracts(worker);
    expect(sent.map((request) => request.ids.length)).toEqual([100, 100, 50]);
    sent.slice(1).forEach(({ at }, i) => expect(at - sent[i]!.at).toBeGreaterThanOrEqual(3_000));
    expect(await countWaiting(worker.db)).toBe(0);
    expect((await worker.db.papers.toArray()).every(({ abstract }) => abstract)).toBe(true);
    expect(await alarm()).toBeFalsy();
  });

  it('makes one request at a time, however often it is called', async () => {
    const { worker, sent, ids } = await world(120, known);
    await answerFill(worker, { answer: 'once', paperIds: ids });
    await Promise.all([fillAbstracts(worker), fillAbstracts(worker), fillAbstracts(worker)]);
    expect(sent).toHaveLength(2);
    expect(sent.flatMap((request) => request.ids)).toHaveLength(120);
  });

  it.each([
    ['429', refused(429)],
    ['503', refused(503)],
    ['an empty body', new Response('')],
    ['an empty feed', new Response(arxivAtom([]))],
    ['no connection', new TypeError('Failed to fetch')],
  ])('waits longer and longer after %s, then goes on', async (_, answer) => {
    const { worker, sent, ids } = await world(5, (request, n) =>
      n <= 2 ? (answer instanceof Error ? answer : answer.clone()) : known(request),
    );
    await answerFill(worker, { answer: 'once', paperIds: ids });
    await fillAbstracts(worker);
    // 15 s, half of it by chance (0.5): 11.25 s.
    expect(sent.map(({ at }) => at - sent[0]!.at)).toEqual([0, 11_250]);
    // The next wait is longer than a worker lives: the alarm takes over.
    const { scheduledTime } = (await alarm())!;
    expect(scheduledTime - sent[1]!.at).toBeGreaterThanOrEqual(22_500);
    await fillAbstracts(worker);
    expect(sent).toHaveLength(2);
    clock.now = scheduledTime;
    await fillAbstracts(worker);
    expect(sent).toHaveLength(3);
    expect(await countWaiting(worker.db)).toBe(0);
  });

  it('believes an empty feed the third time', async () => {
    const { worker, sent, ids } = await world(2, () => new Response(arxivAtom([])));
    await answerFill(worker, { answer: 'once', paperIds: ids });
    for (let i = 0; i < 3; i++) {
      await fillAbstracts(worker);
      clock.now += 60_000;
    }
    expect(sent).toHaveLength(3);
    expect((await worker.db.fills.toArray()).map(({ state }) => state)).toEqual([
      'missing',
      'missing',
    ]);
    expect(await alarm()).toBeFalsy();
  });

  it('finds the one number arXiv chokes on, and gives up that one alone', async () => {
    const bad = papers[13]!.id;
    const { worker, sent, ids } = await world(20, (request) =>
      request.ids.includes(bad) ? refused(400) : known(request),
    );
    await answerFill(worker, { answer: 'once', paperIds: ids });
    await fillAbstracts(worker);
    expect(await worker.db.fills.toArray()).toMatchObject([
      { key: `arxiv:${bad}`, state: 'missing' },
    ]);
    expect(sent.length).toBeLessThan(16);
  });

  it('waits while there is no connection and asks nothing', async () => {
    const { worker, sent, online, ids } = await world(3, known);
    online.now = false;
    expect(await answerFill(worker, { answer: 'once', paperIds: ids })).toEqual({
      waiting: 3,
      offline: true,
    });
    await fillAbstracts(worker);
    expect(sent).toEqual([]);
    expect(await alarm()).toBeTruthy();
    online.now = true;
    await fillAbstracts(worker);
    expect(sent).toHaveLength(1);
  });

  it('keeps three seconds apart when the worker was stopped in between', async () => {
    const { worker, sent, ids } = await world(3, known);
    await answerFill(worker, { answer: 'once', paperIds: [ids[0]!] });
    await fillAbstracts(worker);
    const again = { ...worker };
    await answerFill(again, { answer: 'once', paperIds: ids });
    await fillAbstracts(again);
    expect(sent).toHaveLength(2);
    expect(sent[1]!.at - sent[0]!.at).toBeGreaterThanOrEqual(3_000);
  });

  it('stops at "Never"', async () => {
    const { worker, sent, ids } = await world(250, known);
    await answerFill(worker, { answer: 'always', paperIds: ids });
    await answerFill(worker, { answer: 'never', paperIds: [] });
    await fillAbstracts(worker);
    expect(sent.length).toBeLessThan(3);
    expect(await countWaiting(worker.db)).toBe(0);
  });
});
