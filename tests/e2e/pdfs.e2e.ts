import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PdfRow } from '../../lib/db/rows';
import { inventPdf } from '../fixtures/answers/pdf';
import { inventPapers } from '../fixtures/pages/invented-papers';
import {
  type Answer,
  axeFindings,
  bareExtensionPage,
  launchGranted,
  reset,
  tell,
  until,
  type Session,
} from './browser';
import { fileServer } from './pdf-server';

const OTHER = 'proceedings.example.org';
const papers = inventPapers(12);

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await launchGranted([`https://${OTHER}/*`]);
});
afterAll(() => session?.close());
beforeEach(() => reset(session));

interface Given {
  n?: number;
  pdf?: (i: number) => string;
}

/** Saves the first `n` invented papers; the first of them stands on top. */
async function keep({ n = 1, pdf }: Given = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let i = n - 1; i >= 0; i--) {
    const { id, title, authors, abstract } = papers[i]!;
    const own = pdf?.(i);
    const rows = [
      {
        title,
        authors,
        abstract,
        ids: own ? [] : [`arxiv:${id}`],
        links: own ? [{ rel: 'pdf', href: own }] : [],
        publishedAt: '2025-11-20',
      },
    ];
    const op = crypto.randomUUID();
    const reply = await tell(session, 'addPapers', { op, rows, from: 'a test', save: true });
    ids.unshift(...(reply as { value: { paperIds: string[] } }).value.paperIds);
  }
  return ids;
}

const addressOf = (i: number) => `https://arxiv.org/pdf/${papers[i]!.id}`;

/** Answers one arXiv address with a file. */
function serve(i: number, file: Buffer, options?: Parameters<typeof fileServer>[1]) {
  const server = fileServer(file, options);
  session.network.serve(addressOf(i), server.handler);
  return server;
}

async function openLibrary(paperId?: string): Promise<void> {
  page = await session.openExtension(`library.html#/${paperId ? `?paper=${paperId}` : ''}`);
  await page.bringToFront();
  await page.locator('.line-text').first().waitFor();
}

const line = () => page.getByRole('group', { name: 'PDF', exact: true });
const click = (name: string) => line().getByRole('button', { name, exact: true }).click();
const says = (text: string | RegExp) => line().getByText(text).waitFor({ timeout: 20_000 });

/** The rows of one table, past all code of the extension. */
async function rows<T>(table: string): Promise<T[]> {
  const bare = await bareExtensionPage(session);
  return bare.evaluate(async (table) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('offprint');
      opening.onsuccess = () => resolve(opening.result);
    });
    const asked = database.transaction(table).objectStore(table).getAll();
    const found = await new Promise<unknown[]>((resolve) => {
      asked.onsuccess = () => resolve(asked.result);
    });
    database.close();
    return found.map((row) =>
      Object.fromEntries(
        Object.entries(row as object).map(([key, value]) =>
          value instanceof Uint8Array ? [key, value.length] : [key, value],
        ),
      ),
    );
  }, table) as Promise<T[]>;
}

const pdfs = () => rows<PdfRow>('pdfs');
const pieces = () => rows<{ at: number; bytes: number }>('pdfPieces');
const state = (wanted: string, count = 1) =>
  until(
    `${count} ${wanted}`,
    pdfs,
    (all) => all.filter(({ state }) => state === wanted).length === count,
    { timeoutMs: 30_000 },
  );
const askedFor = () =>
  session.network.requests
    .filter(({ host }) => session.network.hosts().includes(host))
    .map(({ host, path }) => host + path);

/** The SHA-256 of the file that the viewer's page shows. */
function shown(tab: Page): Promise<string> {
  return tab.evaluate(async () => {
    const { held } = window as unknown as { held: Record<string, Blob> };
    const file = await held[document.querySelector('iframe')!.src]!.arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', file));
    return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  });
}

const hashOf = (file: Buffer) => createHash('sha256').update(file).digest('hex');

// The page's own rules forbid a test, too, to read an address of a blob.
function holdBlobs(): void {
  const held: Record<string, Blob> = {};
  (window as unknown as { held: Record<string, Blob> }).held = held;
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob: Blob) => {
    const address = make(blob);
    held[address] = blob;
    return address;
  };
}

async function openKept(paperId: string): Promise<string> {
  const tab = await session.context.newPage();
  await tab.addInitScript(holdBlobs);
  await tab.goto(`chrome-extension://${session.extensionId}/pdf.html#${paperId}`);
  await tab.locator('iframe').waitFor();
  const hash = await shown(tab);
  await tab.close();
  return hash;
}

describe('the PDF of one paper', () => {
  it('is asked for by the click and not before, kept, opened offline, saved, removed, put back', async () => {
    const file = inventPdf('Kept for the train', 2_300_000);
    serve(0, file);
    const [id] = await keep();
    await openLibrary(id);
    await line().getByRole('button', { name: 'Keep PDF' }).waitFor();
    await page.waitForTimeout(1_500);
    expect(askedFor()).toEqual([]);

    await line().getByRole('button', { name: 'Keep PDF' }).focus();
    await page.keyboard.press('Enter');
    await says('PDF kept, 2.3 MB');
    expect(askedFor()).toEqual([`arxiv.org/pdf/${papers[0]!.id}`]);
    const [request] = session.network.requests.filter(({ host }) => host === 'arxiv.org');
    expect(request!.headers).not.toHaveProperty('cookie');
    expect(request!.headers).not.toHaveProperty('referer');
    expect(await rows('requests')).toMatchObject([
      { host: 'arxiv.org', why: 'keep-pdf', result: '200', bytes: 2_300_000 },
    ]);
    // Where the focus was, it is.
    expect(await line().locator(':focus').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);

    await session.context.setOffline(true);
    try {
      const [tab] = await Promise.all([
        session.context.waitForEvent('page'),
        line().getByRole('link', { name: 'Open' }).click(),
      ]);
      await tab.locator('iframe[src^="blob:"]').waitFor();
      await until(
        'the viewer',
        async () => tab.frames().map((frame) => frame.url()),
        (urls) =>
          urls.some((url) => url.startsWith('chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai')),
      );
      expect(await tab.title()).toBe(papers[0]!.title);
      await tab.close();
      expect(await openKept(id!)).toBe(hashOf(file));

      const saving = page.waitForEvent('download');
      await click('Save as…');
      const saved = await saving;
      expect(saved.suggestedFilename()).toMatch(/^\S+ 2025 - .+\.pdf$/);
      expect(readFileSync(await saved.path()).equals(file)).toBe(true);
    } finally {
      await session.context.setOffline(false);
    }

    await click('Remove');
    await says('PDF removed');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await says('PDF kept, 2.3 MB');
    expect(await openKept(id!)).toBe(hashOf(file));
    expect(askedFor()).toHaveLength(1);
    expect(session.errors).toEqual([]);
  }, 90_000);

  it('can be cancelled, goes on where it ended, and shows how far it is', async () => {
    const file = inventPdf('Slowly', 1_500_000);
    const server = serve(0, file, { pieceBytes: 50_000, everyMs: 150 });
    const [id] = await keep();
    await openLibrary(id);
    await click('Keep PDF');
    await says(/ kB of 1\.5 MB$/);
    await click('Cancel');
    await says(/^PDF stopped at /);
    const [stopped] = await pdfs();
    expect(stopped).toMatchObject({ state: 'stopped', size: 1_500_000, etag: '"first"' });
    expect((await pieces()).reduce((sum, { bytes }) => sum + bytes, 0)).toBe(stopped!.received);
    expect(await rows('requests')).toMatchObject([{ result: 'cancelled' }]);

    await click('Resume');
    await says('PDF kept, 1.5 MB');
    expect(server.ranges).toEqual(['', `bytes=${stopped!.received}-`]);
    expect(await openKept(id!)).toBe(hashOf(file));
  }, 90_000);

  it('begins anew where the file has become another one', async () => {
    const [id] = await keep();
    serve(0, inventPdf('The first', 1_000_000), { pieceBytes: 50_000, everyMs: 150 });
    await openLibrary(id);
    await click('Keep PDF');
    await says(/ kB of /);
    await click('Cancel');
    await says(/^PDF stopped at /);
    const second = inventPdf('The second', 900_000);
    serve(0, second, { etag: '"second"' });
    await click('Resume');
    await says('PDF kept, 900 kB');
    expect(await openKept(id!)).toBe(hashOf(second));
  }, 60_000);

  it('goes on by itself after the worker was stopped in the middle, with the tab closed', async () => {
    const file = inventPdf('In the end', 1_600_000);
    const server = serve(0, file, { pieceBytes: 60_000, everyMs: 150 });
    const [id] = await keep();
    await openLibrary(id);
    await click('Keep PDF');
    await says(/ kB of 1\.6 MB$/);
    await page.close();
    await session.stopWorker();
    const [half] = await pdfs();
    expect(half).toMatchObject({ state: 'waiting' });
    expect(half!.received).toBeGreaterThan(0);
    expect((await pieces()).reduce((sum, { bytes }) => sum + bytes, 0)).toBe(half!.received);
    // Any message wakes the worker; so does its alarm, a minute later.
    await tell(session, 'hideRestored', {});
    await state('kept');
    expect(server.ranges).toEqual(['', `bytes=${half!.received}-`]);
    expect(await openKept(id!)).toBe(hashOf(file));
  }, 90_000);

  it.each([
    [
      'a page instead',
      { body: '<html>Log in</html>', headers: { 'content-type': 'application/pdf' } },
      'not a pdf',
      /arxiv\.org sent is not a PDF/,
    ],
    ['nothing there', { status: 404 }, '404', /no PDF at this address \(404\)/],
    [
      'another address',
      { status: 302, headers: { location: 'https://cdn.example.org/x.pdf' } },
      'redirect',
      /leads on to another address/,
    ],
    [
      'a giant',
      { headers: { 'content-length': '200000000' }, body: (async function* () {})() },
      'too large',
      /larger than 100 MB/,
    ],
  ])(
    'says why it was not kept: %s',
    async (_, answer, why, sentence) => {
      session.network.serve(addressOf(0), answer);
      const [id] = await keep();
      await openLibrary(id);
      await click('Keep PDF');
      await says(sentence);
      expect(await pdfs()).toMatchObject([{ state: 'failed', why, received: 0 }]);
      expect(await pieces()).toEqual([]);
      expect(session.network.hosts()).toEqual(['arxiv.org']);
      serve(0, inventPdf('There after all'));
      await click('Try again');
      await says(/^PDF kept/);
    },
    60_000,
  );

  it('waits when it is told to, and says until when', async () => {
    let asked = 0;
    const file = inventPdf('Later', 40_000);
    session.network.serve(addressOf(0), (): Answer =>
      ++asked === 1
        ? { status: 429, headers: { 'retry-after': '5' } }
        : { headers: { 'content-type': 'application/pdf' }, body: file },
    );
    const [id] = await keep();
    await openLibrary(id);
    await click('Keep PDF');
    await says(/arxiv\.org is busy and asked to wait; the PDF is asked for again by /);
    const [row] = await pdfs();
    expect(row!.nextAt - Date.now()).toBeGreaterThan(3_000);
    await says(/^PDF kept, 40 kB/);
    expect(asked).toBe(2);
  }, 60_000);

  it('is not kept by half on a full disk, and the rest is as it was', async () => {
    serve(0, inventPdf('Here', 300_000));
    serve(1, inventPdf('Too much', 900_000));
    const [first, second] = await keep({ n: 2 });
    await openLibrary(first);
    await click('Keep PDF');
    await says('PDF kept, 300 kB');
    await (await session.worker()).evaluate(fillDisk);
    await openLibrary(second);
    await click('Keep PDF');
    await says(/The disk is full, so this PDF was not kept; your papers and the PDFs kept before/);
    expect((await pdfs()).map(({ state }) => state).sort()).toEqual(['failed', 'kept']);
    expect((await pieces()).reduce((sum, { bytes }) => sum + bytes, 0)).toBe(300_000);
    expect(await rows('library')).toHaveLength(2);
    await session.stopWorker();
    await click('Try again');
    await says('PDF kept, 900 kB');
  }, 60_000);
});

describe('the PDFs of a selection', () => {
  it('are kept with one progress, from hosts that may be read, each failure with its reason', async () => {
    session.network.serveHost(OTHER, ({ path }) =>
      path.includes('/2.pdf') ? { status: 404 } : inventPdf(path, 500_000),
    );
    const pdf = (i: number) => `https://${OTHER}/${i}.pdf`;
    await keep({ n: 3, pdf });
    await openLibrary();
    await page.keyboard.press('Control+a');
    await page.getByText('3 selected').waitFor();
    const group = page.getByRole('group', { name: 'PDFs' });
    await group.getByRole('button', { name: 'Keep PDFs' }).click();
    await group.getByText('2 of 3 PDFs kept, 1 MB').waitFor({ timeout: 20_000 });
    await group.getByText('1 was not kept').click();
    await group.getByText(`${OTHER} has no PDF at this address (404).`).waitFor();
    expect(askedFor().sort()).toEqual([0, 1, 2].map((i) => `${OTHER}/${i}.pdf`));
    const times = session.network.requests.filter(({ host }) => host === OTHER).map(({ at }) => at);
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(2_900);
    expect(await axeFindings(page)).toEqual([]);
  }, 60_000);

  it('can be cancelled as a whole', async () => {
    for (let i = 0; i < 4; i++)
      serve(i, inventPdf(String(i), 900_000), { pieceBytes: 40_000, everyMs: 200 });
    await keep({ n: 4 });
    await openLibrary();
    await page.keyboard.press('Control+a');
    const group = page.getByRole('group', { name: 'PDFs' });
    await group.getByRole('button', { name: 'Keep PDFs' }).click();
    await group.getByText(/^0 of 4 PDFs kept, \d+ kB/).waitFor();
    await group.getByRole('button', { name: 'Cancel' }).click();
    await until('none waits', pdfs, (all) => all.every(({ state }) => state !== 'waiting'));
    const before = askedFor();
    await page.waitForTimeout(4_000);
    expect(askedFor()).toEqual(before);
  }, 60_000);
});

describe('settings', () => {
  it('count what is kept, remove it, and put it back; everything goes when all is deleted', async () => {
    for (let i = 0; i < 3; i++) serve(i, inventPdf(String(i), 100_000 * (i + 1)));
    const ids = await keep({ n: 3 });
    await tell(session, 'keepPdfs', { paperIds: ids });
    await state('kept', 3);
    await tell(session, 'unsavePapers', { op: crypto.randomUUID(), paperIds: ids });
    expect(await pdfs()).toHaveLength(3);

    page = await session.openExtension('options.html#keeping');
    await page.getByText('3 PDFs are kept, 600 kB').waitFor();
    await page.getByText('Largest first').click();
    const sizes = page.locator('.pdf-sizes span');
    expect(await sizes.allTextContents()).toEqual(['300 kB', '200 kB', '100 kB']);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: `Remove the PDF of ${papers[2]!.title}` }).click();
    await page.getByText('2 PDFs are kept, 300 kB').waitFor();
    await page.getByRole('button', { name: 'Remove all', exact: true }).click();
    await page.getByText('No PDFs are kept').waitFor();
    await page.getByText('3 PDFs were removed, 600 kB').waitFor();
    await page.getByRole('button', { name: 'Put back', exact: true }).click();
    await page.getByText('3 PDFs are kept, 600 kB').waitFor();
    await page.getByRole('button', { name: 'Remove all', exact: true }).click();
    await page.getByRole('button', { name: 'Free the space now' }).click();
    await until('no bytes', pieces, (all) => all.length === 0);
    expect(await pdfs()).toEqual([]);

    await tell(session, 'keepPdfs', { paperIds: ids });
    await state('kept', 3);
    await tell(session, 'deleteEverything', {});
    expect([await pdfs(), await pieces()]).toEqual([[], []]);
  }, 90_000);
});

/** Lets the worker write no more pieces, as a full disk does. */
function fillDisk(): void {
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, value, key) {
    if (this.name === 'pdfPieces')
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    return add.call(this, value, key);
  };
}
