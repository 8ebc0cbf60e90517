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
  {
    name: 'queue',
    page: 'library.html#/unread?sort=queue',
    width: 1280,
    height: 860,
    async prepare(page) {
      for (const key of ['j', 'Alt+ArrowDown', 'Alt+ArrowDown']) {
        await page.keyboard.press(key);
        await page.waitForTimeout(150);
      }
      const box = await page
        .locator('.paper-line[draggable=true]')
        .nth(4)
        .boundingBox({ timeout: 1_000 })
        .catch(() => null);
      if (!box) return;
      await page.mouse.move(box.x + 200, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + 200, box.y - 140, { steps: 4 });
      await page.mouse.move(box.x + 200, box.y - 145);
    },
  },
  { name: 'library-narrow', page: 'library.html', width: 720, height: 860 },
  {
    name: 'library-duplicates',
    page: 'library.html#/duplicates',
    width: 1280,
    height: 1400,
    prepare: withDuplicates,
  },
  {
    name: 'library-duplicates-narrow',
    page: 'library.html#/duplicates',
    width: 400,
    height: 1100,
    prepare: withDuplicates,
  },
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
  {
    name: 'statistics',
    page: 'library.html#/statistics',
    width: 1280,
    height: 1060,
    prepare: withHistory,
  },
  {
    name: 'statistics-table',
    page: 'library.html#/statistics',
    width: 1280,
    height: 1060,
    async prepare(page) {
      await withHistory(page);
      for (const button of await page.getByRole('button', { name: /^Show as table/ }).all())
        await button.click();
    },
  },
  {
    name: 'statistics-narrow',
    page: 'library.html#/statistics',
    width: 400,
    height: 1500,
    prepare: withHistory,
  },
  { name: 'settings', page: 'options.html', width: 1280, height: 900, whole: true },
  { name: 'settings-narrow', page: 'options.html', width: 400, height: 800, whole: true },
  {
    name: 'backup',
    page: 'options.html#backup',
    width: 1280,
    height: 1100,
    prepare: withBackups,
  },
  {
    name: 'backup-narrow',
    page: 'options.html#backup',
    width: 400,
    height: 1400,
    prepare: withBackups,
  },
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
  {
    name: 'triage',
    page: 'library.html#/triage?of=unread',
    width: 1280,
    height: 860,
    async prepare(page) {
      for (const key of ['s', 'x', 'l', 's']) {
        await page.keyboard.press(key);
        await page.waitForTimeout(150);
      }
    },
  },
  { name: 'triage-narrow', page: 'library.html#/triage?of=unread', width: 400, height: 800 },
  {
    name: 'triage-long-title',
    page: 'library.html#/triage?of=unread',
    width: 1280,
    height: 860,
    prepare: (page) => titled(page, 'Unabridged titles that nobody asked for '.repeat(10).trim()),
  },
  {
    name: 'triage-right-to-left',
    page: 'library.html#/triage?of=unread',
    width: 760,
    height: 860,
    prepare: (page) => titled(page, 'רשתות עצביות לקריאה איטית של מאמרים ארוכים'),
  },
  {
    name: 'triage-tags',
    page: 'library.html#/triage?of=unread',
    width: 1280,
    height: 860,
    prepare: (page) => page.keyboard.press('t'),
  },
  {
    name: 'triage-empty',
    page: 'library.html#/triage?of=archived&q=nothing+like+it',
    width: 1280,
    height: 860,
  },
  // Last: what they say stays.
  {
    name: 'pdf-paper',
    page: 'library.html',
    width: 1280,
    height: 860,
    async prepare(page) {
      await withPdfs(page);
      await page.keyboard.press('j');
      await page
        .locator('.pdf-line p')
        .waitFor({ timeout: 3_000 })
        .catch(() => {});
    },
  },
  {
    name: 'pdf-bulk',
    page: 'library.html',
    width: 1280,
    height: 860,
    async prepare(page) {
      await withPdfs(page);
      await page.keyboard.press('j');
      for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowDown');
      await page.waitForTimeout(500);
      await page
        .locator('.pdf-failures summary')
        .click({ timeout: 1_000 })
        .catch(() => {});
    },
  },
  {
    name: 'pdf-bulk-narrow',
    page: 'library.html',
    width: 720,
    height: 860,
    async prepare(page) {
      await withPdfs(page);
      await page.keyboard.press('Control+a');
    },
  },
  {
    name: 'pdf-settings',
    page: 'options.html#keeping',
    width: 1280,
    height: 900,
    async prepare(page) {
      await withPdfs(page);
      await page
        .getByText('Largest first')
        .click({ timeout: 1_000 })
        .catch(() => {});
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'popup-restored',
    page: 'popup.html',
    width: 380,
    height: 600,
    prepare: openNoteAfterRestore,
  },
  { name: 'library-restored', page: 'library.html', width: 1280, height: 860, prepare: restored },
  { name: 'popup-reminder', page: 'popup.html', width: 380, height: 600, prepare: reminded },
  { name: 'library-reminder', page: 'library.html', width: 1280, height: 860, prepare: reminded },
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

/** Spreads what was saved and read over the last year: more in some months than in others. */
async function withHistory(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('offprint');
      opening.onsuccess = () => resolve(opening.result);
    });
    const store = db.transaction(['library', 'journal'], 'readwrite');
    const day = 86_400_000;
    const now = Date.now();
    const daysAgo = (n: number) => Math.floor(((n * 7919) % 997) ** 2 / 997 / 2.8);
    const change = (table: string, edit: (row: Record<string, unknown>, n: number) => void) =>
      new Promise<void>((resolve) => {
        const rows = store.objectStore(table).openCursor();
        let n = 0;
        rows.onsuccess = () => {
          const cursor = rows.result;
          if (!cursor) return resolve();
          edit(cursor.value, n++);
          cursor.update(cursor.value);
          cursor.continue();
        };
      });
    await change('library', (row, n) => (row.savedAt = now - (daysAgo(n) + 5) * day));
    await change('journal', (row, n) => {
      if (row.field === 'status') row.at = now - daysAgo(n * 3) * day;
    });
    db.close();
  });
  await page.reload();
  await page.waitForTimeout(1_200);
}

/** Saves copies into a folder of the origin's own file system, and checks the newest. */
async function withBackups(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const picked = await root.getDirectoryHandle('Paper backups', { create: true });
    Object.assign(window, { showDirectoryPicker: async () => picked });
    await chrome.runtime.sendMessage({
      name: 'saveSettings',
      payload: { backupEvery: 'week', backupTo: 'downloads' },
    });
  });
  await page.getByRole('radio', { name: 'A folder you pick' }).click();
  await page.getByText('The folder is Paper backups').waitFor();
  await page.getByRole('button', { name: 'Save one now' }).click();
  await page
    .getByRole('button', { name: /^Check offprint/ })
    .first()
    .click();
  await page.getByText(/papers readable/).waitFor();
  await page.locator('#backup').scrollIntoViewIfNeeded();
}

function reminded(page: Page): Promise<void> {
  return page.evaluate(() => {
    const at = Date.now() - 34 * 86_400_000;
    const last = { at, name: 'offprint.json', bytes: 9_000_000, papers: 2_314 };
    const failure = { kind: 'downloads', at: Date.now() };
    return chrome.storage.local.set({ snapshots: { last, failure } });
  });
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

const DOUBLES: [title: string, other: string, note: string][] = [
  [
    'Nested Rulers for Measuring Paper Kites at Night',
    'Nested Rulers for the Measuring of Paper Kites at Night',
    'Compare table 2 with what Béla measured in May.',
  ],
  [
    `${'On the slow drawing of tidal maps with ink that knows no hurry, '.repeat(6)}first seen by lamplight`,
    `${'On the slow drawing of tidal maps with ink that knows no hurry, '.repeat(6)}first seen by moonlight`,
    '',
  ],
  [
    'دراسة في أثر المسافة على الرسائل الورقية بين مدينتين',
    'دراسة في أثر المسافة على الرسائل الورقية بين مدينتين قديمتين',
    '',
  ],
];

/** Where there are papers: pairs that are nearly one, and one of them merged by hand. */
async function withDuplicates(page: Page): Promise<void> {
  await page.evaluate(async (doubles) => {
    const send = async (name: string, payload: object) => {
      const op = crypto.randomUUID();
      const reply = await chrome.runtime.sendMessage({ name, payload: { op, ...payload } });
      if (!reply.ok) throw new Error(reply.error);
      return reply.value;
    };
    const isEmpty = document.querySelector('.sidebar-count')?.textContent === '0';
    const isDone = document.querySelector('.merge-line') !== null;
    if (isEmpty || isDone) return;
    const add = async (title: string, id: string, publishedAt: string) => {
      const authors = ['Ada Ahlgren', 'Béla Brandão', 'Chioma Castellano', 'Dao Drăgan'];
      const rows = [{ title, authors, ids: [id], publishedAt, links: [] }];
      const { paperIds } = await send('addPapers', { rows, from: 'kites.txt', save: true });
      return paperIds[0] as string;
    };
    for (const [i, [title, other, note]] of doubles.entries()) {
      const a = await add(title, `arxiv:2405.0000${i + 1}`, '2023-11-02');
      const b = await add(other, `doi:10.1000/kites.${i}`, i === 1 ? '2023-12-02' : '2024-02-11');
      if (!note) continue;
      await send('tagPapers', { paperIds: [a, b], add: ['kites'], remove: [] });
      await send('setNote', { paperId: a, note });
      await send('setStatus', { paperIds: [b], status: 'read' });
    }
    const from = await add('A lantern for two rivers and a boat', 'acl:x.1', '2024-01-01');
    const to = await add('A Lantern for Two Rivers', 'pmid:77', '2024-01-01');
    await send('mergePapers', { from, to });
  }, DOUBLES);
  await page.reload();
  await page.getByRole('button', { name: 'Compare again' }).waitFor();
  await page.waitForTimeout(600);
}

/** Gives every unread paper a title of its own kind, then begins again. */
async function titled(page: Page, title: string): Promise<void> {
  await page.evaluate(async (title) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('offprint');
      opening.onsuccess = () => resolve(opening.result);
    });
    const store = db.transaction(['papers', 'library'], 'readwrite');
    const papers = store.objectStore('papers');
    const unread = store.objectStore('library').index('[status+savedAt]');
    unread.openKeyCursor(null, 'prev').onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursor | null>).result;
      if (!cursor) return;
      const [status] = cursor.key as [string];
      if (status !== 'unread') return cursor.continue();
      papers.get(cursor.primaryKey).onsuccess = (got) => {
        const paper = (got.target as IDBRequest<{ title: string; abstract?: string }>).result;
        if (/^[א-ת]/.test(title)) delete paper.abstract;
        papers.put({ ...paper, title });
      };
    };
    await new Promise((resolve) => (store.oncomplete = resolve));
    db.close();
  }, title);
  await page.goto('about:blank');
  await page.goBack();
  await page.waitForTimeout(900);
}

/** Gives the newest saved papers PDFs in every state. */
async function withPdfs(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('offprint');
      opening.onsuccess = () => resolve(opening.result);
    });
    const store = db.transaction(['library', 'pdfs'], 'readwrite');
    const ids = await new Promise<IDBValidKey[]>((resolve) => {
      const asked = store.objectStore('library').index('savedAt').openKeyCursor(null, 'prev');
      const found: IDBValidKey[] = [];
      asked.onsuccess = () => {
        if (!asked.result || found.length === 6) return resolve(found);
        found.push(asked.result.primaryKey);
        asked.result.continue();
      };
    });
    const now = Date.now();
    const states = [
      { state: 'waiting', received: 1_200_000, size: 2_345_678, etag: '"a"' },
      { state: 'kept', received: 2_345_678, size: 2_345_678 },
      { state: 'kept', received: 18_345_678, size: 18_345_678 },
      { state: 'failed', received: 0, why: 'not a pdf' },
      { state: 'waiting', received: 0 },
      { state: 'removed', received: 734_000, removedAt: now },
    ];
    ids.forEach((paperId, i) =>
      store.objectStore('pdfs').put({
        id: `pdf-${i}`,
        paperId,
        keptFor: paperId,
        url: 'https://arxiv.org/pdf/2401.01234',
        host: 'arxiv.org',
        askedAt: now,
        nextAt: now,
        tries: 0,
        ...states[i],
      }),
    );
    await new Promise((resolve) => (store.oncomplete = resolve));
    db.close();
  });
  await page.reload();
  await page.waitForTimeout(800);
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
