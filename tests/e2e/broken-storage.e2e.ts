import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { huggingFaceDay } from '../fixtures/pages/hugging-face';
import { inventPapers } from '../fixtures/pages/invented-papers';
import { launch, press, readDatabase, until, type Session } from './browser';

const LISTING = 'https://huggingface.co/papers';
const papers = inventPapers(3);

describe('storage that fails', () => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
    session.network.serve(LISTING, huggingFaceDay(papers));
    await session.open(LISTING);
    await until(
      'three papers',
      () => readDatabase(session),
      (tables) => tables.papers.length === 3,
    );
  });
  afterAll(() => session?.close());

  it.each(['popup.html', 'library.html'])(
    '%s says so when the list cannot be read, and gives out what can be',
    async (path) => {
      const page = await session.context.newPage();
      await page.addInitScript(breakLibrary);
      await page.goto(`chrome-extension://${session.extensionId}/${path}`);
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.textContent()).toMatch(/cannot read its library.*Nothing was deleted/);

      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: /export/i }).click();
      const file = await (await download).path();
      const saved = JSON.parse(readFileSync(file, 'utf8')) as { tables: { papers: object[] } };
      expect(saved.tables.papers).toHaveLength(3);
      await page.close();
    },
  );

  it('says in the page that the disk is full, and stores nothing by half', async () => {
    const worker = await session.worker();
    await worker.evaluate(fillDisk);
    const page = session.context.pages().find((tab) => tab.url() === LISTING) as Page;
    await page.bringToFront();
    await press(page, 'button', /^Save(?! all)/);
    await until(
      'a sentence in the page',
      () => spoken(page),
      (text) => /disk is full/i.test(text),
    );
    const { library, journal } = await readDatabase(session);
    expect([library, journal]).toEqual([[], []]);
  });
});

/** Makes one table unreadable by its indexes, as a damaged file does. */
function breakLibrary(): void {
  const names = ['count', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor'] as const;
  for (const name of names) {
    const { value } = Object.getOwnPropertyDescriptor(IDBIndex.prototype, name)!;
    const read = value as (this: IDBIndex, ...query: unknown[]) => IDBRequest;
    const broken = function (this: IDBIndex, ...query: unknown[]) {
      if (this.objectStore.name === 'library')
        throw new DOMException('Internal error opening backing store.', 'UnknownError');
      return read.apply(this, query);
    };
    Object.defineProperty(IDBIndex.prototype, name, { value: broken });
  }
}

function fillDisk(): void {
  const full = () => {
    throw new DOMException('Encountered full disk.', 'QuotaExceededError');
  };
  IDBObjectStore.prototype.put = full;
  IDBObjectStore.prototype.add = full;
}

async function spoken(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  await devtools.detach();
  return nodes.map((node) => String(node.name?.value ?? '')).join(' ');
}
