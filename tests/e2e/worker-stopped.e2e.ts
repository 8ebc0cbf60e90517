import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arxivAtom } from '../fixtures/answers/arxiv-atom';
import { arxivRecent } from '../fixtures/pages/arxiv';
import { inventPapers } from '../fixtures/pages/invented-papers';
import {
  bareExtensionPage,
  contentScriptOf,
  launch,
  readDatabase,
  reset,
  until,
  type Chrome,
  type Session,
} from './browser';

declare const chrome: Chrome;

const LISTING = 'https://arxiv.org/list/cs.LG/recent';
const API = 'export.arxiv.org';
const papers = inventPapers(30);

/** From before the message arrives to after it was answered. */
const DELAYS_MS = [0, 1, 2, 3, 5, 8, 12, 20, 35];

describe('a worker that is stopped on the way', () => {
  let session: Session;
  let ids: string[];
  let serial = 0;
  const newOp = () => `operation-${++serial}`;

  beforeAll(async () => {
    session = await launch();
    session.network.serve(LISTING, arxivRecent(papers));
    session.network.serveHost(API, async ({ path }) => {
      const asked = new URL(path, `https://${API}`).searchParams.get('id_list')!.split(',');
      return {
        body: arxivAtom(papers.filter(({ id }) => asked.includes(id))),
        delayMs: 150,
      };
    });
  });
  afterAll(() => session?.close());

  beforeEach(async () => {
    await reset(session);
    await session.open(LISTING);
    const { papers: rows } = await until('papers', stored, (tables) => tables.papers.length === 30);
    ids = rows.map(({ id }) => id);
  });

  const stored = () => readDatabase(session);

  /** Sends as our pages do: again, with the same `op`, until the worker has answered. */
  async function send(name: string, payload: unknown): Promise<{ op: string; changed: number }> {
    const page = await bareExtensionPage(session);
    return page.evaluate(
      async (message) => {
        for (let attempt = 0; ; attempt++) {
          try {
            const reply = await chrome.runtime.sendMessage(message);
            if (reply?.ok) return reply.value;
            if (reply) throw new TypeError(reply.error);
          } catch (error) {
            if (error instanceof TypeError || attempt > 8) throw error;
          }
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      },
      { name, payload },
    );
  }

  /** Sends a message and stops the worker so many milliseconds later; answers the worker's ack. */
  async function stopDuring(delayMs: number, name: string, payload: unknown) {
    const ack = send(name, payload);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await session.stopWorker();
    return ack;
  }

  it('saves once', async () => {
    for (const [i, delay] of DELAYS_MS.entries())
      await stopDuring(delay, 'savePapers', { op: newOp(), paperIds: [ids[i]] });
    const { library, journal } = await stored();
    const touched = ids.slice(0, DELAYS_MS.length).sort();
    expect(library.map(({ paperId }) => paperId).sort()).toEqual(touched);
    expect(journal.map(({ entityId }) => entityId).sort()).toEqual(touched);
  });

  it('tags once, and makes a new tag once', async () => {
    for (const [i, delay] of DELAYS_MS.entries())
      await stopDuring(delay, 'tagPapers', {
        op: newOp(),
        paperIds: [ids[i]],
        add: [`tag ${i}`],
        remove: [],
      });
    const { library, journal, tags } = await stored();
    expect(tags.map(({ name }) => name).sort()).toEqual(DELAYS_MS.map((_, i) => `tag ${i}`));
    expect(library).toHaveLength(DELAYS_MS.length);
    for (const [i, id] of ids.slice(0, DELAYS_MS.length).entries()) {
      const tag = tags.find(({ name }) => name === `tag ${i}`)!;
      expect(library.find(({ paperId }) => paperId === id)?.tagIds).toEqual([tag.id]);
    }
    expect(journal).toHaveLength(DELAYS_MS.length);
  });

  it('takes back one step, not two', async () => {
    await send('savePapers', { op: newOp(), paperIds: ids });
    for (let i = 0; i < DELAYS_MS.length; i++)
      await send('setStatus', { op: newOp(), paperIds: [ids[i]], status: 'read' });
    for (const delay of DELAYS_MS) await stopDuring(delay, 'undo', { op: newOp() });
    const { library, journal } = await stored();
    expect(library.filter(({ status }) => status === 'unread')).toHaveLength(30);
    // 30 saves, nine changes, nine of them taken back; the saves stay.
    expect(journal).toHaveLength(30 + 2 * DELAYS_MS.length);
  });

  it('takes off the list once, and puts back once', async () => {
    await send('savePapers', { op: newOp(), paperIds: ids });
    for (const [i, delay] of DELAYS_MS.entries()) {
      const unsaved = newOp();
      await stopDuring(delay, 'unsavePapers', { op: unsaved, paperIds: [ids[i]] });
      await stopDuring(delay, 'resavePapers', { op: newOp(), unsaved });
    }
    const { library, journal } = await stored();
    expect(library).toHaveLength(30);
    expect(journal).toHaveLength(30 + 2 * DELAYS_MS.length);
  });

  it('fills every abstract once, wherever it is stopped', async () => {
    for (const delay of [0, 20, 60, 120, 170, 200, 260]) {
      await stopDuring(delay, 'answerFill', { answer: 'once', paperIds: ids });
      await send('saveSettings', {});
    }
    const { papers: rows, fills } = await until(
      'thirty abstracts',
      stored,
      (tables) => tables.papers.every(({ abstract }) => abstract),
      { timeoutMs: 20_000 },
    );
    expect(rows).toHaveLength(30);
    for (const { id, abstract } of papers)
      expect(rows.find(({ ids: keys }) => keys.includes(`arxiv:${id}`))).toMatchObject({
        abstract,
        versions: [{ version: 1 }],
      });
    expect(fills).toEqual([]);
    const times = session.network.requests.filter(({ host }) => host === API).map(({ at }) => at);
    times.slice(1).forEach((at, i) => expect(at - times[i]!).toBeGreaterThanOrEqual(2_900));
  });

  it('keeps what a listing showed once', async () => {
    const [page] = session.context.pages().filter((each) => each.url() === LISTING);
    const script = await contentScriptOf(page!, session.extensionId);
    const rows = inventPapers(60).map(({ id, title, authors }) => ({
      title,
      authors,
      ids: [`arxiv:${id}`],
      links: [],
    }));
    const counts = { rows: 60, abstracts: 0 };
    for (const delay of DELAYS_MS) {
      const reply = script
        .send('reportListing', { url: LISTING, rows, promised: counts, found: counts })
        .catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, delay));
      await session.stopWorker();
      await reply;
    }
    await script.send('reportListing', { url: LISTING, rows, promised: counts, found: counts });
    const { papers: kept, sightings, aliases } = await stored();
    expect([kept.length, sightings.length, aliases.length]).toEqual([60, 60, 60]);
  });
});

describe('a content script that was taken over', () => {
  it('can save, tag and un-save, and nothing else', async () => {
    const session = await launch();
    session.network.serve(LISTING, arxivRecent(papers.slice(0, 2)));
    const page = await session.open(LISTING);
    const read = () => readDatabase(session);
    const { papers: rows } = await until('papers', read, (tables) => tables.papers.length === 2);
    const script = await contentScriptOf(page, session.extensionId);
    const paperIds = rows.map(({ id }) => id);
    const op = 'operation-x';
    const refused = {
      setStatus: { op, paperIds, status: 'read' },
      setNote: { op, paperId: paperIds[0], note: 'hello' },
      renameTag: { op, tagId: 'T', name: 'n' },
      mergeTags: { op, tagIds: ['T'], into: 'T' },
      deleteTags: { op, tagIds: ['T'] },
      undo: { op },
      saveSettings: { fill: 'always' },
      addPapers: { op, rows: [], from: 'x', save: true },
      scanTab: { tabId: 1 },
      forget: { what: 'site', site: 'arxiv' },
      deleteEverything: {},
    };
    const before = await read();
    for (const [name, payload] of Object.entries(refused))
      expect(await script.send(name, payload), name).toMatchObject({
        ok: false,
        error: `"${name}" may not be sent from there; nothing was changed.`,
      });
    expect(await read()).toEqual(before);
    expect(await script.send('savePapers', { op: 'operation-y', paperIds })).toMatchObject({
      ok: true,
      value: { changed: 2 },
    });
    // Neither can it read or write what the extension stores by itself, nor can the page speak to us.
    await expect(script.run(`chrome.storage.local.get(null)`)).rejects.toThrow(/not allowed/);
    expect(
      await page.evaluate(
        () => typeof (globalThis as { chrome?: Partial<Chrome> }).chrome?.runtime?.sendMessage,
      ),
    ).toBe('undefined');
    await session.close();
  });
});
