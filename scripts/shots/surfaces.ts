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
  {
    name: 'library-changed',
    page: 'library.html',
    width: 1280,
    height: 1180,
    prepare: withNoteAndVersions,
  },
  { name: 'library-narrow', page: 'library.html', width: 720, height: 860 },
  {
    name: 'tags',
    page: 'library.html#/tags',
    width: 1280,
    height: 860,
    async prepare(page) {
      for (const key of ['x', 'ArrowDown', 'ArrowDown', 'x']) await page.keyboard.press(key);
    },
  },
  { name: 'tags-narrow', page: 'library.html#/tags', width: 560, height: 860 },
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

/** Opens the first paper, with a note in Markdown and a third version that changed its abstract. */
async function withNoteAndVersions(page: Page): Promise<void> {
  await page.keyboard.press('j');
  await page.waitForTimeout(600);
  const isOpen = await page.evaluate(async () => {
    const paperId = new URLSearchParams(location.hash.split('?')[1]).get('paper');
    if (!paperId) return false;
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('offprint');
      opening.onsuccess = () => resolve(opening.result);
    });
    const { title, authors, abstract, ids } = await new Promise<Record<string, string>>(
      (resolve) => {
        const asked = db.transaction('papers').objectStore('papers').get(paperId);
        asked.onsuccess = () => resolve(asked.result);
      },
    );
    db.close();
    const say = (name: string, payload: object) =>
      chrome.runtime.sendMessage({ name, payload: { op: crypto.randomUUID(), ...payload } });
    const show = (version: number, text: string) => {
      const row = { title, authors, abstract: text, ids, links: [], version };
      return say('addPapers', { rows: [row], from: 'papers.txt', save: false });
    };
    await show(1, abstract!);
    await show(
      3,
      `${abstract!.replace(/ the /g, ' our ').replace(/\.[^.]*\.$/, '.')} Code is out.`,
    );
    const note =
      '## For Thursday\n\n- [x] read the *method*\n- [ ] ask [Béla](https://bela.example) about table 2\n\n> “a step of $x*y$ at most”\n\nSee `train.py`, and #seminar.';
    await say('setNote', { paperId, note });
    return true;
  });
  if (isOpen) await page.getByRole('button', { name: 'Show what changed' }).click();
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
