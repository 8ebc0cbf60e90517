import { describe, expect, it, vi } from 'vitest';
import { handlers } from '../../../lib/background/handlers';
import { receive, type Handlers, type Sender } from '../../../lib/background/receive';
import { messageSchemas } from '../../../lib/message-schema';
import type { MessageName } from '../../../lib/messages';
import { aWorker } from './a-worker';

const origin = 'chrome-extension://offprint/';
const url = 'https://arxiv.org/list/cs.LG/new';

const senders = {
  'our popup': { url: `${origin}popup.html` },
  'our library in a tab': { url: `${origin}library.html#/`, tab: { id: 1 } },
  'a listing': { url, frameId: 0, tab: { id: 2, url } },
  'a frame inside a listing': { url, frameId: 7, tab: { id: 2, url } },
  'a private window': { url, frameId: 0, tab: { id: 2, url, incognito: true } },
  'another site': { url: 'https://evil.example/', frameId: 0, tab: { id: 3 } },
  'a look-alike': { url: 'https://arxiv.org.evil.example/list/x', frameId: 0, tab: { id: 3 } },
  'a page that names us': { url: `https://evil.example/?${origin}`, frameId: 0, tab: { id: 3 } },
  'a page of arXiv that is no listing': {
    url: 'https://arxiv.org/help',
    frameId: 0,
    tab: { id: 2 },
  },
  nobody: {},
} as unknown as Record<string, Sender>;

const PAGES = ['our popup', 'our library in a tab'];
const op = 'operation-1';
const paperIds = ['P'];

/** Every message in a form that is understood, and who may send it besides our own pages. */
const messages: Record<MessageName, { payload: unknown; listing: boolean }> = {
  reportListing: {
    payload: {
      url,
      rows: [],
      promised: { rows: 0, abstracts: 0 },
      found: { rows: 0, abstracts: 0 },
    },
    listing: true,
  },
  savePapers: { payload: { op, paperIds }, listing: true },
  unsavePapers: { payload: { op, paperIds }, listing: true },
  tagPapers: { payload: { op, paperIds, add: ['a'], remove: [] }, listing: true },
  resavePapers: { payload: { op, unsaved: 'operation-0' }, listing: true },
  answerFill: { payload: { answer: 'once', paperIds }, listing: true },
  setStatus: { payload: { op, paperIds, status: 'read' }, listing: false },
  orderPapers: { payload: { op, paperIds, after: 'Q' }, listing: false },
  setNote: { payload: { op, paperId: 'P', note: 'n' }, listing: false },
  renameTag: { payload: { op, tagId: 'T', name: 'n' }, listing: false },
  recolorTag: { payload: { op, tagId: 'T', color: 1 }, listing: false },
  mergeTags: { payload: { op, tagIds: ['T'], into: 'U' }, listing: false },
  deleteTags: { payload: { op, tagIds: ['T'] }, listing: false },
  mergePapers: { payload: { op, from: 'P', to: 'Q' }, listing: false },
  keepBoth: { payload: { op, paperIds: ['P', 'Q'] }, listing: false },
  undoMerge: { payload: { op, mergeId: 'M' }, listing: false },
  undo: { payload: { op }, listing: false },
  saveSettings: { payload: { paused: true }, listing: false },
  stageImport: { payload: { importId: op, n: 1, lines: ['{}'] }, listing: false },
  commitImport: { payload: { importId: op, mode: 'add' }, listing: false },
  revertImport: { payload: { importId: op }, listing: false },
  keepImport: { payload: { importId: op }, listing: false },
  cancelImport: { payload: { importId: op }, listing: false },
  forget: { payload: { what: 'site', site: 'arxiv' }, listing: false },
  undoForget: { payload: { op }, listing: false },
  deleteEverything: { payload: {}, listing: false },
  keepPdfs: { payload: { paperIds }, listing: false },
  cancelPdfs: { payload: { paperIds }, listing: false },
  removePdfs: { payload: { paperIds }, listing: false },
  putBackPdfs: { payload: { paperIds }, listing: false },
  dropRemovedPdfs: { payload: {}, listing: false },
  giveFeedback: { payload: { paperId: 'a', kind: 'more', isOn: true }, listing: false },
  readDigest: { payload: {}, listing: false },
  saveSnapshot: { payload: {}, listing: false },
  noteSnapshot: { payload: { name: 'a.json', bytes: 1, papers: 1 }, listing: false },
  hideRestored: { payload: {}, listing: false },
  scanTab: { payload: { tabId: 1 }, listing: false },
  readTab: { payload: { tabId: 1 }, listing: false },
  askZotero: { payload: {}, listing: false },
  sendToZotero: { payload: { session: op, items: [] }, listing: false },
  addPapers: { payload: { op, rows: [], from: 'f', save: false }, listing: false },
};

/** The real table of who may send what, with handlers that only note that they were reached. */
function noting(reached: string[]): Handlers {
  const entries = Object.entries(handlers).map(([name, { from }]) => [
    name,
    { from, run: () => (reached.push(name), Promise.resolve(null)) },
  ]);
  return Object.fromEntries(entries) as unknown as Handlers;
}

describe('who may say what', () => {
  it('is decided for every message there is', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(messageSchemas).sort());
  });

  const names = Object.keys(messages) as MessageName[];
  const cases = names.flatMap((name) => Object.keys(senders).map((who) => [name, who] as const));

  it.each(cases)('%s from %s', async (name, who) => {
    const { payload, listing } = messages[name];
    const isAllowed = PAGES.includes(who) || (listing && who === 'a listing');
    const reached: string[] = [];
    const reply = await receive(
      aWorker(),
      noting(reached),
      { name, payload },
      senders[who]!,
      origin,
    );
    expect(reply.ok).toBe(isAllowed);
    expect(reached).toEqual(isAllowed ? [name] : []);
  });
});

describe('what is not understood', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'savePapers'],
    ['an unknown message', { name: 'dropTables', payload: {} }],
    ['an inherited name', { name: 'constructor', payload: {} }],
    ['__proto__', { name: '__proto__', payload: {} }],
    ['a missing field', { name: 'savePapers', payload: { op } }],
    ['a field too many', { name: 'savePapers', payload: { op, paperIds, tabId: 1 } }],
    [
      'a site of its own choosing',
      { name: 'addPapers', payload: { op, rows: [], from: 'f', save: false, site: 'arxiv' } },
    ],
    ['a million papers', { name: 'savePapers', payload: { op, paperIds: Array(1e6).fill('P') } }],
    ['an unknown setting', { name: 'saveSettings', payload: { admin: true } }],
    [
      'a note of two million letters',
      { name: 'setNote', payload: { op, paperId: 'P', note: 'x'.repeat(2e6) } },
    ],
  ])('is refused with a sentence: %s', async (_, message) => {
    const reached: string[] = [];
    const reply = await receive(aWorker(), noting(reached), message, senders['our popup']!, origin);
    expect(reply).toEqual({ ok: false, error: expect.stringMatching(/nothing was changed\.$/) });
    expect(reached).toEqual([]);
  });

  it('gives what a handler throws as a sentence', async () => {
    const worker = aWorker();
    vi.spyOn(worker.db.library, 'bulkGet').mockRejectedValue(new Error('The disk is full.'));
    const message = { name: 'savePapers', payload: { op, paperIds } };
    const reply = await receive(worker, handlers, message, senders['our popup']!, origin);
    expect(reply).toMatchObject({ ok: false, error: expect.stringContaining('The disk is full') });
  });
});

describe('where a sighting comes from', () => {
  const row = { title: 'Nested Rulers for Paper Kites at Night', authors: [], ids: [], links: [] };
  const counts = { rows: 1, abstracts: 0 };
  const report = (address: string) => ({
    name: 'reportListing',
    payload: { url: address, rows: [row], promised: counts, found: counts },
  });

  it('is the tab, whatever the message says', async () => {
    const worker = aWorker();
    const lie = report('https://huggingface.co/papers/date/2026-08-21');
    const reply = await receive(worker, handlers, lie, senders['a listing']!, origin);
    expect(reply).toMatchObject({ ok: false, error: expect.stringContaining('moved on') });
    expect(await worker.db.papers.count()).toBe(0);
    expect(await worker.db.sightings.count()).toBe(0);
  });

  it('is filed under the canonical address of the list', async () => {
    const worker = aWorker();
    await receive(worker, handlers, report(`${url}?skip=0&show=50`), senders['a listing']!, origin);
    expect(await worker.db.sightings.toArray()).toMatchObject([
      { site: 'arxiv', listing: 'https://arxiv.org/list/cs.LG/new', day: '2026-11-23' },
    ]);
  });
});
