import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arxivNew } from '../fixtures/pages/arxiv';
import { huggingFaceDay } from '../fixtures/pages/hugging-face';
import { inventPapers } from '../fixtures/pages/invented-papers';
import {
  accessibleNodes,
  launch,
  readDatabase,
  reset,
  until,
  type Chrome,
  type Session,
  type Stored,
} from './browser';

declare const chrome: Chrome;

const HUGGING_FACE = 'https://huggingface.co/papers/date/2025-11-21';
const ARXIV = 'https://arxiv.org/list/cs.LG/new';
const papers = inventPapers(12);

let session: Session;

beforeAll(async () => {
  session = await launch();
  session.network.serve(HUGGING_FACE, huggingFaceDay(papers.slice(0, 8)));
  session.network.serve(ARXIV, arxivNew(papers.slice(4)));
});
afterAll(() => session?.close());

const has = (count: number) => (stored: Stored) => stored.papers.length === count;

/** Shows a page and waits until this many papers are there in all. */
async function show(url: string, count: number): Promise<Page> {
  const page = await session.open(url);
  await until(`${count} papers`, () => readDatabase(session), has(count));
  return page;
}

async function send(page: Page, name: string, payload: object): Promise<void> {
  const reply = await page.evaluate(
    async ([name, payload]) =>
      chrome.runtime.sendMessage({ name, payload: { op: crypto.randomUUID(), ...payload } }),
    [name, payload] as const,
  );
  expect(reply).toMatchObject({ ok: true });
}

/** 12 papers of two pages, 3 of them saved, with a tag, a note and a status. */
async function readAndSave(settings: Page): Promise<Stored> {
  await show(HUGGING_FACE, 8);
  await show(ARXIV, 12);
  const paperIds = (await readDatabase(session)).papers.slice(0, 3).map(({ id }) => id);
  await send(settings, 'savePapers', { paperIds });
  await send(settings, 'tagPapers', { paperIds: paperIds.slice(1), add: ['kelp'], remove: [] });
  await send(settings, 'setNote', { paperId: paperIds[0], note: 'Read again in spring' });
  await send(settings, 'setStatus', { paperIds: [paperIds[2]], status: 'reading' });
  const stored = await readDatabase(session);
  expect([stored.papers.length, stored.library.length, stored.tags.length]).toEqual([12, 3, 1]);
  return stored;
}

async function choose(page: Page, group: string, option: string): Promise<void> {
  await page
    .getByRole('radiogroup', { name: group })
    .getByRole('radio', { name: option, exact: true })
    .click();
}

async function exportFile(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^offprint-\d{4}-\d\d-\d\d\.json$/);
  return file.path();
}

async function importFile(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await (await chooser).setFiles(path);
}

/** What the user would miss: all but logs, staging and what today's reading adds. */
function kept({ papers, aliases, library, tags, sightings, journal }: Stored) {
  return { papers, aliases, library, tags, sightings, journal };
}

describe('what is set', () => {
  beforeEach(() => reset(session));

  it('is obeyed by a page that is open', async () => {
    const settings = await session.openExtension('options.html');
    const listing = await show(HUGGING_FACE, 8);
    const saveButtons = async () =>
      (await accessibleNodes(listing, 'button')).filter(({ name }) => /^save\b(?! all)/i.test(name))
        .length;
    await until('controls', saveButtons, (n) => n === 8);

    await settings.getByRole('switch', { name: 'Pause on Hugging Face' }).click();
    await until('no controls', saveButtons, (n) => n === 0);
    await settings.getByRole('switch', { name: 'Pause on Hugging Face' }).click();
    await until('controls again', saveButtons, (n) => n === 8);

    const bar = async () =>
      (await accessibleNodes(listing, 'button')).some(({ name }) => /save all new/i.test(name));
    expect(await bar()).toBe(true);
    await choose(settings, 'Bar in the corner', 'Hidden');
    await until('no bar', bar, (there) => !there);
  });

  it('keeps nothing while everything is paused', async () => {
    const settings = await session.openExtension('options.html');
    const pause = settings.getByRole('switch', { name: 'Pause everywhere' });
    await pause.click();
    await until('the pause', () => pause.isChecked(), Boolean);
    const page = await session.open(ARXIV);
    await page.waitForTimeout(1500);
    expect((await readDatabase(session)).papers).toEqual([]);
    await pause.click();
    await until('papers once it goes on', () => readDatabase(session), has(8));
  });

  it('can be set from the keyboard', async () => {
    const settings = await session.openExtension('options.html');
    await settings.getByRole('radio', { name: 'Ask each time' }).focus();
    await settings.keyboard.press('ArrowRight');
    const stored = () =>
      settings.evaluate(async () => (await chrome.storage.local.get('settings')).settings);
    await until('the change', stored, (value) => (value as { fill?: string })?.fill === 'always');
    expect(session.network.hosts()).toEqual([]);
  });
});

describe('a backup', () => {
  beforeEach(() => reset(session));

  it('brings everything back after all of it was deleted', { timeout: 60_000 }, async () => {
    const page = await session.openExtension('options.html');
    const before = await readAndSave(page);
    await choose(page, 'Papers you have saved', 'Dim');
    const file = await exportFile(page);
    await page.getByText(/^Exported 12 papers to offprint-/).waitFor();

    await page.getByRole('button', { name: 'Delete everything…' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Delete everything?' });
    await dialog.getByText('12 papers, 3 of them saved').waitFor();
    const confirm = dialog.getByRole('button', { name: 'Delete everything', exact: true });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('delete');
    await confirm.click();
    await page.getByRole('alertdialog', { name: /will be deleted in \d+ s/ }).waitFor();
    await page.waitForTimeout(5_000);
    expect(kept(await readDatabase(session))).toEqual(kept(before));
    await page.getByText('Deleted: 12 papers, 3 of them saved, 1 tag, and all settings.').waitFor({
      timeout: 10_000,
    });
    const gone = await readDatabase(session);
    expect(Object.values(gone).flat()).toEqual([]);

    await importFile(page, file);
    await page.getByText(/12 papers, 3 of them saved; made on/).waitFor();
    expect((await readDatabase(session)).papers).toEqual([]);
    await choose(page, 'How to take it', 'Replace what is here');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const bar = page.getByRole('region', { name: 'The last import' });
    await bar.getByText('Imported 12 papers.').waitFor();
    expect(kept(await readDatabase(session))).toEqual(kept(before));
    await until(
      'the settings of the backup',
      () =>
        page
          .getByRole('radiogroup', { name: 'Papers you have saved' })
          .getByRole('radio', { name: 'Dim' })
          .isChecked(),
      Boolean,
    );

    await page.reload();
    await bar.getByRole('button', { name: 'Keep' }).click();
    await bar.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { name: 'Data' }).waitFor();
    expect(await bar.count()).toBe(0);
    expect(kept(await readDatabase(session))).toEqual(kept(before));
  });

  it('goes back to the library as it was', async () => {
    const page = await session.openExtension('options.html');
    const whole = await readAndSave(page);
    const file = await exportFile(page);
    await send(page, 'unsavePapers', { paperIds: whole.library.map(({ paperId }) => paperId) });
    const before = await readDatabase(session);
    expect(before.library).toEqual([]);

    await importFile(page, file);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const bar = page.getByRole('region', { name: 'The last import' });
    await bar.getByRole('button', { name: 'Go back' }).click();
    await bar.waitFor({ state: 'detached' });
    expect(kept(await readDatabase(session))).toEqual(kept(before));
  });

  it('is not deleted where the countdown is undone', async () => {
    const page = await session.openExtension('options.html');
    const before = await readAndSave(page);
    await page.getByRole('button', { name: 'Delete everything…' }).click();
    await page.getByRole('alertdialog').getByRole('textbox').fill('delete');
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog', { name: /will be deleted in \d+ s/ }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Nothing was deleted.', { exact: true }).waitFor();
    await page.waitForTimeout(10_500);
    expect(kept(await readDatabase(session))).toEqual(kept(before));
  });
});

describe('a bad backup gets a sentence, and the library stays as it is', () => {
  let page: Page;
  let before: Stored;
  let good: string;

  // Once for all: each of them leaves it as it is.
  beforeAll(async () => {
    await reset(session);
    page = await session.openExtension('options.html');
    before = await readAndSave(page);
    good = readFileSync(await exportFile(page), 'utf8');
  });

  const file = (text: string): string => {
    const path = join(tmpdir(), 'offprint-bad-backup.json');
    writeFileSync(path, text);
    return path;
  };
  const refusals: [string, () => string, string][] = [
    ['not JSON', () => 'Dear diary', 'it is not JSON'],
    ['of something else', () => '{"bookmarks":[]}', 'not a backup made by Offprint'],
    [
      'of a newer version',
      () => good.replace('"version":1,', '"version":99,'),
      'made by a newer version of Offprint: its format is 99',
    ],
  ];
  it.each(refusals)('%s', async (_, text, sentence) => {
    await importFile(page, file(text()));
    const alert = page.getByRole('alert').filter({ hasText: 'What is wrong with' });
    await alert.waitFor();
    expect(await alert.textContent()).toContain(sentence);
    expect(await alert.textContent()).toContain('Your library is as it was.');
    expect(await page.getByRole('button', { name: 'Take the good records' }).count()).toBe(0);
    expect(kept(await readDatabase(session))).toEqual(kept(before));
  });

  const damaged: [string, () => string, RegExp][] = [
    ['cut in half', () => good.slice(0, good.length / 2), /ends in the middle, after record \d+/],
    [
      'with a wrong checksum',
      () => good.replace(papers[0]!.title, 'Another Title'),
      /its checksum does not match/,
    ],
    [
      'with one bad record',
      () => good.replace(`"title":"${papers[0]!.title}"`, '"title":42'),
      /Record \d+: “title” is missing, or not what it should be/,
    ],
  ];
  it.each(damaged)('%s, whose good records can be taken', async (_, text, sentence) => {
    expect(text()).not.toBe(good);
    await importFile(page, file(text()));
    const take = page.getByRole('button', { name: 'Take the good records' });
    await take.waitFor();
    const said = await page.locator('#data').textContent();
    expect(said).toMatch(sentence);
    expect(said).toContain('Your library is as it was.');
    expect(kept(await readDatabase(session))).toEqual(kept(before));

    await take.click();
    const bar = page.getByRole('region', { name: 'The last import' });
    await bar.getByRole('button', { name: 'Go back' }).click();
    await bar.waitFor({ state: 'detached' });
    expect(kept(await readDatabase(session))).toEqual(kept(before));
  });
});

describe('forgetting', () => {
  beforeEach(() => reset(session));

  it('says how many, leaves saved papers, and can be taken back after a reload', async () => {
    const page = await session.openExtension('options.html');
    const before = await readAndSave(page);
    await page.getByRole('button', { name: 'Forget 9 papers' }).click();
    await page.getByText('9 papers were forgotten.').waitFor();
    const after = await readDatabase(session);
    expect(after.papers.map(({ id }) => id).sort()).toEqual(
      before.library.map(({ paperId }) => paperId).sort(),
    );
    expect(after.library).toEqual(before.library);

    await page.reload();
    await page.locator('#keeping').getByRole('button', { name: 'Undo' }).click();
    await until('the papers', () => readDatabase(session), has(12));
    expect(kept(await readDatabase(session))).toEqual(kept(before));
  });

  it('of one site leaves what another showed', async () => {
    const page = await session.openExtension('options.html');
    await readAndSave(page);
    await choose(page, 'What to forget', 'From a site');
    await page.getByRole('combobox', { name: 'Site' }).selectOption('arXiv');
    // 12 papers: 8 on Hugging Face, 8 on arXiv, 4 of them on both; the saved are of the first 8.
    await page.getByRole('button', { name: 'Forget 4 papers' }).click();
    await until('the others', () => readDatabase(session), has(8));
  });
});

describe('about', () => {
  it('leads to the read-me, the licence and the first steps, which are there', async () => {
    const page = await session.openExtension('options.html');
    await page.locator('#about a').nth(2).waitFor();
    const links = await page
      .locator('#about a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toEqual(['/README.txt', '/LICENSE.txt', '/welcome.html']);
    const starts = await page.evaluate(async ([readme, licence]) => {
      const text = async (path: string) => (await (await fetch(path)).text()).slice(0, 40);
      return [await text(readme!), await text(licence!)];
    }, links);
    expect(starts[0]).toMatch(/^# Offprint/);
    expect(starts[1]).toMatch(/^MIT License/);
  });
});
