import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readBibtex } from '../../lib/citations/read-bibtex';
import { readCsl } from '../../lib/citations/read-csl';
import { readRis } from '../../lib/citations/read-ris';
import type { CitationReading } from '../../lib/citations/record';
import { fillLibrary } from '../../scripts/shots/fill-library';
import { manyPapers } from '../../scripts/shots/many-papers';
import { inventPapers } from '../fixtures/pages/invented-papers';
import {
  axeFindings,
  launchGranted,
  readDatabase,
  reset,
  tell,
  until,
  type Session,
} from './browser';
import { startZotero } from './zotero-stand-in';

const papers = inventPapers(60);

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await launchGranted(['http://127.0.0.1/*']);
}, 120_000);
afterAll(() => session?.close());
beforeEach(() => reset(session));

async function say(name: string, payload: object): Promise<{ paperIds: string[] }> {
  const reply = await tell(session, name, { op: crypto.randomUUID(), ...payload });
  expect(reply).toMatchObject({ ok: true });
  return (reply as { value: { paperIds: string[] } }).value;
}

const row = ({ id, title, authors, abstract }: (typeof papers)[number]) => ({
  title,
  authors,
  abstract,
  ids: [`arxiv:${id}`],
  publishedAt: '2024-05-23',
  links: [{ rel: 'page', href: `https://arxiv.org/abs/${id}` }],
});

/** Saves the first `n` papers; the first has a tag, a note and a status. */
async function keep(n: number): Promise<string[]> {
  const rows = papers.slice(0, n).map(row);
  const { paperIds } = await say('addPapers', { rows, from: 'a test', save: true });
  const [first] = paperIds;
  await say('tagPapers', { paperIds: [first], add: ['night train'], remove: [] });
  await say('setNote', { paperId: first, note: 'Ask Béla.\n\nTwice.' });
  await say('setStatus', { paperIds: [first], status: 'reading' });
  return paperIds;
}

async function openLibrary(fragment = ''): Promise<void> {
  page = await session.openExtension(`library.html${fragment}`);
  await page.bringToFront();
  await page.locator('.line-text, .empty-title').first().waitFor();
}

const stored = () => readDatabase(session);
const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** What an import may change. */
async function kept(): Promise<unknown[]> {
  const { papers, library, tags, aliases, journal } = await stored();
  return [papers, library, tags, aliases, journal];
}

async function download(click: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

async function exportAs(format: string): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Export…' }).click();
  await dialog('Export papers').getByRole('radio', { name: format, exact: true }).check();
  const file = await download(() => button('Download').click());
  await dialog('Export papers').waitFor({ state: 'detached' });
  return file;
}

async function paste(text: string): Promise<void> {
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('textbox', { name: /^Paste references/ }).fill(text);
}

const chip = (name: RegExp) =>
  page.getByRole('group', { name: 'Show' }).getByRole('button', { name });

const READERS: Record<string, (text: string) => CitationReading> = {
  BibTeX: readBibtex,
  BibLaTeX: readBibtex,
  RIS: readRis,
  'CSL-JSON': readCsl,
};

describe('an export of the reading list', () => {
  it.each(Object.keys(READERS))(
    'as %s is read back whole, and is nothing new here',
    async (format) => {
      await keep(12);
      await openLibrary();
      const { name, text } = await exportAs(format);
      expect(name).toMatch(/^offprint-\d{4}-\d\d-\d\d\.(?:bib|ris|json)$/);
      const { records, problems } = READERS[format]!(text);
      expect(problems).toEqual([]);
      expect(records.map(({ paper }) => paper.title).sort()).toEqual(
        papers
          .slice(0, 12)
          .map(({ title }) => title)
          .sort(),
      );
      const first = records.find(({ paper }) => paper.title === papers[0]!.title);
      expect(first).toMatchObject({ tags: ['night train'], note: 'Ask Béla.\n\nTwice.' });
      expect(first!.paper).toMatchObject({
        abstract: papers[0]!.abstract,
        authors: papers[0]!.authors,
      });

      const before = await kept();
      await paste(text);
      await page.getByText('All of it is known; there is nothing to add.').waitFor();
      await chip(/^Known 12$/).waitFor();
      expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(
        true,
      );
      expect(await kept()).toEqual(before);
      expect(session.errors).toEqual([]);
    },
  );

  it('as Markdown, CSV and one page holds every title; the page searches by itself', async () => {
    await keep(12);
    await openLibrary();
    const titles = papers.slice(0, 12).map(({ title }) => title);
    const markdown = await exportAs('Markdown');
    expect(markdown.name).toMatch(/\.md$/);
    expect(titles.filter((title) => !markdown.text.includes(title))).toEqual([]);
    const csv = await exportAs('CSV');
    expect(csv.text.split('\r\n')).toHaveLength(14);
    expect(titles.filter((title) => !csv.text.includes(title))).toEqual([]);

    const html = await exportAs('HTML');
    expect(html.name).toMatch(/\.html$/);
    session.network.serve('https://export.example/', {
      headers: { 'content-type': 'text/html' },
      body: html.text,
    });
    const shown = await session.open('https://export.example/');
    await shown.getByRole('searchbox').fill(titles[3]!);
    await shown.getByRole('heading', { level: 2 }).filter({ visible: true }).first().waitFor();
    const visible = await shown.getByRole('article').filter({ visible: true }).allTextContents();
    expect(visible.map((text) => text.includes(titles[3]!))).toEqual([true]);
    expect(session.errors).toEqual([]);
  });

  it('is of a selection, of what is found, of a tag or of all, with keys by one’s own pattern', async () => {
    const [first] = await keep(12);
    await openLibrary();
    await page.getByRole('link', { name: /^night train/ }).click();
    await page.getByRole('button', { name: 'Export…' }).click();
    await dialog('Export papers')
      .getByRole('radio', { name: /night train/ })
      .waitFor();
    await page.getByRole('textbox', { name: 'Citation keys' }).fill('[Auth]_[yy]');
    const family = papers[0]!.authors[0]!.split(' ')
      .at(-1)!
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '');
    await page.getByText(`For example: ${family}_24`).waitFor();
    const one = await download(() => button('Download').click());
    expect(readBibtex(one.text).records).toHaveLength(1);
    expect(one.text).toContain(`{${family}_24`);

    // The same paper has the same key in the whole.
    const key = readBibtex(one.text).records[0]!.citationKey;
    await openLibrary();
    const all = readBibtex((await exportAs('BibTeX')).text).records;
    const again = all.find(({ paper }) => paper.title === papers[0]!.title);
    expect(again!.citationKey).toBe(key);
    expect(new Set(all.map(({ citationKey }) => citationKey?.toLowerCase())).size).toBe(12);
    expect(first).toBeTruthy();

    await page.keyboard.press('/');
    await page.keyboard.type(papers[4]!.title);
    await page.getByText('1 of 12 papers').waitFor();
    await page.getByRole('button', { name: 'Export…' }).click();
    await dialog('Export papers')
      .getByRole('radio', { name: /^What is found/ })
      .waitFor();
    const found = await download(() => button('Download').click());
    expect(readBibtex(found.text).records.map(({ paper }) => paper.title)).toEqual([
      papers[4]!.title,
    ]);
  });
});

describe('Cite, by keyboard alone', () => {
  it('copies in a chosen format, remembers it, and copies again', async () => {
    await keep(3);
    await openLibrary();
    await page.keyboard.press('j');
    await page.getByRole('button', { name: 'Cite: copy as BibTeX' }).waitFor();
    await page.keyboard.press('c');
    await page.getByRole('menuitem', { name: 'BibTeX', exact: true }).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await page.getByText('Copied as RIS.').first().waitFor();
    await page.getByRole('button', { name: 'Cite: copy as RIS' }).waitFor();
    expect(readRis(await pasted()).records).toHaveLength(1);

    await page.keyboard.press('x');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('2 selected').waitFor();
    await page.keyboard.press('Shift+C');
    await page.getByText('2 papers copied as RIS.').first().waitFor();
    expect(readRis(await pasted()).records).toHaveLength(2);
    await page.keyboard.press('c');
    await page.getByRole('menuitem', { name: 'Export…' }).waitFor();
    await page.keyboard.press('e');
    await page.keyboard.press('Enter');
    await dialog('Export papers')
      .getByRole('radio', { name: /^The selection 2 papers/ })
      .waitFor();
    const isInside = () =>
      page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null);
    await until('the dialog has the focus', isInside, (inside) => inside);
    await page.keyboard.press('Tab');
    expect(await isInside()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog('Export papers').waitFor({ state: 'detached' });
    expect(session.errors).toEqual([]);
  });

  async function pasted(): Promise<string> {
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      field.id = 'pasted';
      document.body.append(field);
      field.focus();
    });
    await page.keyboard.press('ControlOrMeta+v');
    return page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>('#pasted')!;
      const { value } = field;
      field.remove();
      document.getElementById('papers')?.focus();
      return value;
    });
  }
});

const FILE = (id: string, title: string) => `
@article{known, title={${title}}, author={Ada Example}, year={2023}, eprint={${id}}, archivePrefix={arXiv}, journal={Field Notes}, keywords={sea}}
@article{kelp, title={Kelp Forests Seen From a Very Small Boat}, author={Cy Sample}, year={2024}, keywords={sea}, annote={Read this.}}
@article{kelp2, title={Kelp Forests Seen From a Very Small Boat}, author={Cy Sample}, year={2024}}
@article{empty, author={No Title}}
`;

describe('an import', () => {
  it('shows what is new, in conflict, repeated and unreadable, writes once told to, and goes back', async () => {
    await keep(3);
    await openLibrary();
    const before = await kept();
    await paste(FILE(papers[1]!.id, 'Another Title for the Same Paper'));
    await chip(/^New 1$/).waitFor();
    await chip(/^In conflict 1$/).waitFor();
    await chip(/^Repeated 1$/).waitFor();
    await chip(/^Not read 1$/).click();
    await page.getByText('It has no title.').waitFor();
    await chip(/^In conflict 1$/).click();
    expect(await page.getByText(papers[1]!.title).count()).toBeGreaterThan(0);
    await page
      .getByRole('group', { name: /^Whose word/ })
      .getByRole('radio', { name: 'Take the file’s' })
      .check();
    expect(await kept()).toEqual(before);
    await button('Import 2 papers').click();
    await dialog('Import papers').waitFor({ state: 'detached' });
    const { papers: rows, library, tags } = await stored();
    expect(rows).toHaveLength(4);
    expect(rows.find(({ ids }) => ids.includes(`arxiv:${papers[1]!.id}`))).toMatchObject({
      title: 'Another Title for the Same Paper',
      authors: ['Ada Example'],
      venue: 'Field Notes',
    });
    expect(library).toHaveLength(4);
    expect(library.map(({ note }) => note)).toContain('Read this.');
    expect(tags.map(({ name }) => name).sort()).toEqual(['night train', 'sea']);

    await page.getByRole('status').getByText('Imported 2 papers.').waitFor();
    await page.keyboard.press('u');
    await until(
      'all is as before',
      async () => JSON.stringify(await kept()),
      (now) => now === JSON.stringify(before),
    );
    expect(session.errors).toEqual([]);
  });

  it.each([
    [
      'RIS',
      'TY  - JOUR\r\nTI  - Kites on One Line\r\nAU  - Example, Ada\r\nDO  - 10.1234/kite\r\nER  - \r\n',
    ],
    ['CSL-JSON', '[{"id":"a","type":"article","title":"Kites on One Line","DOI":"10.1234/kite"}]'],
    [
      'PaperMemory',
      '{"__dataVersion":1010,"Kite-2024":{"id":"Kite-2024","title":"Kites on One Line","author":"Ada Example","year":"2024","pdfLink":"https://example.org/kite.pdf","tags":["wind"],"note":""}}',
    ],
    ['a list of addresses', 'https://arxiv.org/abs/2401.01234\n# later\nand nothing here'],
  ])('takes %s', async (_, text) => {
    await openLibrary();
    await paste(text);
    await chip(/^New 1$/).waitFor();
    await button('Import 1 paper').click();
    await until(
      'it is saved',
      async () => (await stored()).library.length,
      (n) => n === 1,
    );
    expect(session.errors).toEqual([]);
  });

  it('hands a backup over to the import of backups', async () => {
    await keep(3);
    await openLibrary();
    const backup = await session.openExtension('options.html#data');
    const [file] = await Promise.all([
      backup.waitForEvent('download'),
      backup.getByRole('button', { name: 'Export', exact: true }).click(),
    ]);
    const path = await file.path();
    await backup.close();
    await say('unsavePapers', { paperIds: (await stored()).papers.map(({ id }) => id) });
    await page.getByRole('button', { name: 'Import…' }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'backup.json',
      mimeType: 'application/json',
      buffer: readFileSync(path),
    });
    await page.getByText(/backup\.json: 3 papers, 3 of them saved/).waitFor();
    await button('Add to what is here').click();
    await until(
      'all are saved',
      async () => (await stored()).library.length,
      (n) => n === 3,
    );
  });

  it('whose tab is closed in the middle leaves the library as before or as after', async () => {
    await keep(2);
    const many = Array.from(
      { length: 3_000 },
      (_, i) =>
        `@misc{k${i}, title={Paper Number ${i} of a Very Long List}, author={Ada Example}, eprint={2401.${String(i + 10_000)}}, abstract={${'What is said of it. '.repeat(40)}}}`,
    ).join('\n');
    const seen: number[] = [];
    for (const wait of [0, 120, 400, 1_500]) {
      await reset(session);
      await keep(2);
      await openLibrary();
      await page.getByRole('button', { name: 'Import…' }).click();
      await page.locator('input[type=file]').setInputFiles({
        name: 'many.bib',
        mimeType: 'text/plain',
        buffer: Buffer.from(many),
      });
      await button('Import 3,000 papers').click({ timeout: 30_000 });
      await page.waitForTimeout(wait);
      await page.close();
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      const { papers: rows, library } = await stored();
      expect([2, 3_002]).toContain(rows.length);
      expect(library).toHaveLength(rows.length);
      seen.push(rows.length);
    }
    console.log(
      'papers after a tab was closed in the middle of an import of 3,000:',
      seen.join(', '),
    );
  }, 180_000);
});

describe('Zotero', () => {
  async function send(): Promise<void> {
    await page.keyboard.press('j');
    await page.getByRole('button', { name: 'Cite: copy as BibTeX' }).waitFor();
    await page.keyboard.press('c');
    await page.getByRole('menuitem', { name: 'Send to Zotero…' }).click();
    await button('Send to Zotero').click();
  }

  it('takes the papers when it runs, asked only then', async () => {
    const zotero = await startZotero();
    try {
      await keep(3);
      await openLibrary();
      expect(zotero.requests).toEqual([]);
      await send();
      await page.getByText('1 paper is in Zotero.').first().waitFor();
      expect(zotero.requests.map(({ path }) => path)).toEqual([
        '/connector/ping',
        '/connector/saveItems',
      ]);
      const [item] = zotero.requests[1]!.body!.items;
      const chosen = papers.find(({ title }) => title === item!.title)!;
      expect(item).toMatchObject({
        itemType: 'preprint',
        abstractNote: chosen.abstract,
        date: '2024-05-23',
        repository: 'arXiv',
        archiveID: `arXiv:${chosen.id}`,
        url: `https://arxiv.org/abs/${chosen.id}`,
      });
      expect(item!.creators).toHaveLength(chosen.authors.length);
      expect((await stored()).requests.map(({ host, why, result }) => [host, why, result])).toEqual(
        [
          ['127.0.0.1:23119', 'zotero', '200'],
          ['127.0.0.1:23119', 'zotero', '201'],
        ],
      );
    } finally {
      await zotero.close();
    }
    expect(session.errors).toEqual([]);
  });

  it('that refuses, or does not run, is told of, and RIS is offered', async () => {
    await keep(3);
    const zotero = await startZotero(false);
    await openLibrary();
    await send();
    await page.getByText(/^Zotero did not save the papers/).waitFor();
    await zotero.close();
    await button('Send to Zotero').click();
    await page.getByText(/^Zotero does not answer/).waitFor();
    const { name, text } = await download(() => button('Download RIS instead').click());
    expect(name).toMatch(/\.ris$/);
    expect(readRis(text).records).toHaveLength(1);
  });
});

describe('axe finds nothing', () => {
  it.each(['light', 'dark'] as const)('%s: menu, export, preview, settings', async (scheme) => {
    await keep(3);
    await openLibrary();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.keyboard.press('j');
    await page.getByRole('button', { name: 'Cite: copy as BibTeX' }).waitFor();
    await page.keyboard.press('c');
    await page.getByRole('menuitem', { name: 'Export…' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'Export…' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Export…' }).click();
    await dialog('Export papers')
      .getByRole('radio', { name: /^Reading list/ })
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog('Export papers').waitFor({ state: 'detached' });
    await paste(FILE(papers[1]!.id, 'Another Title for the Same Paper'));
    await chip(/^In conflict 1$/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 400, height: 800 });
    expect(await axeFindings(page)).toEqual([]);
    page = await session.openExtension('options.html#citations');
    await page.emulateMedia({ colorScheme: scheme });
    await page.getByRole('textbox', { name: 'Citation keys' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('10,000 papers', () => {
  it('go out as BibTeX while the page stays alive, and can be stopped', async () => {
    const filling = await session.openExtension('manifest.json');
    await fillLibrary(filling, manyPapers(10_000).papers);
    await openLibrary();
    await page.getByRole('button', { name: 'Export…' }).click();
    await dialog('Export papers')
      .getByRole('radio', { name: /^Reading list [\d,]{5,6} papers/ })
      .waitFor();
    await button('Download').click();
    await page.getByRole('progressbar', { name: 'Papers exported' }).waitFor();
    await button('Cancel').click();
    await page.getByText('Cancelled; no file was made.').waitFor();

    await page.evaluate(() => {
      let last = performance.now();
      const gaps: number[] = [];
      Object.assign(globalThis, { gaps });
      setInterval(() => {
        gaps.push(performance.now() - last);
        last = performance.now();
      }, 5);
    });
    const start = Date.now();
    const { text } = await download(() => button('Download').click());
    const ms = Date.now() - start;
    const longest = await page.evaluate(() =>
      Math.max(...(Reflect.get(globalThis, 'gaps') as number[])),
    );
    console.log(
      `10,000 papers as BibTeX: ${ms} ms, ${text.length} letters; longest pause ${Math.round(longest)} ms`,
    );
    const { length } = (await stored()).library;
    expect(text.match(/^@/gm)).toHaveLength(length);
    expect(session.errors).toEqual([]);

    await page.getByRole('button', { name: 'Import…' }).click();
    const looking = Date.now();
    await page.locator('input[type=file]').setInputFiles({
      name: 'own.bib',
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    });
    await chip(/^Known [\d,]{5,6}$/).waitFor({ timeout: 60_000 });
    console.log(`and their preview: ${Date.now() - looking} ms`);
    await page.getByText('All of it is known; there is nothing to add.').waitFor();
  }, 300_000);
});
