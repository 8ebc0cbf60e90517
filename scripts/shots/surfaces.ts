import type { Page } from 'playwright-core';
import { arxivNew } from '../../tests/fixtures/pages/arxiv';
import { huggingFaceDay } from '../../tests/fixtures/pages/hugging-face';
import { inventPapers } from '../../tests/fixtures/pages/invented-papers';
import type { Chrome } from '../../tests/e2e/browser';

declare const chrome: Chrome;

/** Something to take a picture of. */
export interface Surface {
  name: string;
  /** A page of the extension, or an address of the web. */
  page: string;
  width: number;
  height: number;
  /** The whole page, however long. */
  whole?: boolean;
  /** Brings it into the state that is worth a picture. */
  prepare?(page: Page): Promise<void>;
}

const rows = inventPapers(20);

/** Listing pages the pictures need, by address. */
export const LISTINGS: Record<string, string> = {
  'https://huggingface.co/papers/date/2025-11-21': huggingFaceDay(rows),
  'https://arxiv.org/list/cs.LG/new': arxivNew(rows),
};

export const SURFACES: readonly Surface[] = [
  {
    name: 'popup-list',
    page: 'popup.html',
    width: 380,
    height: 600,
    async prepare(page) {
      await page.getByRole('tab').last().click();
    },
  },
  { name: 'side-panel', page: 'sidepanel.html', width: 420, height: 900 },
  {
    name: 'library',
    page: 'library.html',
    width: 1280,
    height: 860,
    async prepare(page) {
      await page.keyboard.press('j');
    },
  },
  { name: 'library-narrow', page: 'library.html', width: 720, height: 860 },
  { name: 'citations-menu', page: 'library.html', width: 1280, height: 860, prepare: openCiteMenu },
  {
    name: 'citations-bulk',
    page: 'library.html',
    width: 1000,
    height: 700,
    async prepare(page) {
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      await page.keyboard.press('Shift+ArrowDown');
    },
  },
  { name: 'citations-export', page: 'library.html', width: 1280, height: 860, prepare: openExport },
  {
    name: 'citations-export-narrow',
    page: 'library.html',
    width: 400,
    height: 860,
    prepare: openExport,
  },
  { name: 'citations-import', page: 'library.html', width: 1280, height: 860, prepare: openImport },
  {
    name: 'citations-import-narrow',
    page: 'library.html',
    width: 400,
    height: 860,
    prepare: openImport,
  },
  { name: 'settings', page: 'options.html', width: 1280, height: 900, whole: true },
  { name: 'settings-narrow', page: 'options.html', width: 400, height: 800, whole: true },
  { name: 'welcome', page: 'welcome.html', width: 1280, height: 900, whole: true },
  { name: 'welcome-narrow', page: 'welcome.html', width: 400, height: 800, whole: true },
  {
    name: 'in-page-hugging-face',
    page: 'https://huggingface.co/papers/date/2025-11-21',
    width: 1280,
    height: 860,
  },
  { name: 'in-page-arxiv', page: 'https://arxiv.org/list/cs.LG/new', width: 1280, height: 860 },
  { name: 'digest', page: 'digest.html', width: 1100, height: 900, prepare: withDigest },
  { name: 'digest-narrow', page: 'digest.html', width: 400, height: 900, prepare: withDigest },
  {
    name: 'popup-trending',
    page: 'popup.html',
    width: 380,
    height: 600,
    async prepare(page) {
      await withDigest(page);
      await page.getByRole('tab').nth(1).click();
    },
  },
  // Last: what they say stays.
  {
    name: 'popup-restored',
    page: 'popup.html',
    width: 380,
    height: 600,
    prepare: openNoteAfterRestore,
  },
  { name: 'library-restored', page: 'library.html', width: 1280, height: 860, prepare: restored },
];

async function openCiteMenu(page: Page): Promise<void> {
  await page.keyboard.press('j');
  await page.waitForTimeout(500);
  await page.keyboard.press('c');
}

async function openExport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export…' }).click();
}

/** Shows what an import of references would do: with papers in the library, some in conflict. */
async function openImport(page: Page): Promise<void> {
  const known = await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('offprint');
      opening.onsuccess = () => resolve(opening.result);
    });
    const store = db.transaction('papers').objectStore('papers');
    const rows = await new Promise<{ title: string; ids: string[] }[]>((resolve) => {
      const asked = store.getAll(undefined, 2);
      asked.onsuccess = () => resolve(asked.result);
    });
    db.close();
    return rows.map(({ title, ids }) => ({ title, id: ids[0]!.replace(/^arxiv:/, '') }));
  });
  const entries = known.map(({ title, id }, n) =>
    n === 0
      ? `@article{a, title={${title}, Revisited}, author={Ada Example}, year=2023, eprint={${id}}, archivePrefix={arXiv}, journal={Field Notes}}`
      : `@misc{b, title={${title}}, eprint={${id}}, archivePrefix={arXiv}, keywords={group meeting}}`,
  );
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('textbox', { name: /^Paste/ }).fill(`${entries.join('\n')}
@article{kelp, title={Kelp Forests Seen From a Very Small Boat}, author={Cy Sample and Di Other}, year=2024, journal={Journal of Tides}, keywords={sea}}
@article{kelp2, title={Kelp Forests Seen From a Very Small Boat}, author={Cy Sample and Di Other}, year=2024}
@article{empty, author={No Title}}
@article{open, title={What never ends`);
  await page.getByRole('region', { name: 'What the import would do' }).waitFor();
}

function restored(page: Page): Promise<void> {
  return page.evaluate(() =>
    chrome.storage.local.set({ restored: { at: Date.now(), papers: 1_234 } }),
  );
}

async function openNoteAfterRestore(page: Page): Promise<void> {
  await restored(page);
  await page.getByRole('tab').last().click();
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await page.keyboard.type('Ask Béla whether the second table holds.');
  await page.waitForTimeout(1_500);
}

/** Tells the first papers of the library, where there are any, as a digest of today. */
async function withDigest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('offprint');
      opening.onsuccess = () => resolve(opening.result);
    });
    const store = db.transaction(['papers', 'digests'], 'readwrite');
    const ids = await new Promise<IDBValidKey[]>((resolve) => {
      const asked = store.objectStore('papers').getAllKeys(undefined, 5);
      asked.onsuccess = () => resolve(asked.result);
    });
    const now = Date.now();
    const hour = 3_600_000;
    const day = new Date(now - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    const items = ids.map((paperId, n) => ({
      paperId,
      reason:
        n === 2
          ? { kind: 'watch', watch: 'kelp forests' }
          : {
              kind: 'rising',
              source: 'hugging-face',
              signal: 'votes',
              gained: 38 - n,
              hours: 9,
              top: n + 1,
            },
      points: [0, 3, 9, 22, 31, 38 - n].map((value, i) => [now - (9 - i) * hour, value]),
    }));
    if (items.length > 0)
      store
        .objectStore('digests')
        .put({ date: day, madeAt: now, settled: day, items, missing: ['arxiv-rss'] });
    await new Promise((resolve) => (store.oncomplete = resolve));
    db.close();
  });
  await page.reload();
  await page.waitForTimeout(800);
}
