import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  axeFindings,
  launch,
  launchGranted,
  readDatabase,
  reset,
  tell,
  until,
  type Chrome,
  type Session,
  type Stored,
} from './browser';
import { profileWithDownloads, saveDownloadsAsUsual } from './browser/downloads-on-disk';
import { evaluateModule } from './browser/evaluate-module';
import { backupOf, manyPapers } from './data/many-papers';
import type { PageData } from './data/page-side';

declare const chrome: Chrome;
declare const data: PageData;

const COUNT = 60;
const DELAYS_MS = [0, 20, 60, 120, 250, 500];

const { profile, downloads } = profileWithDownloads();
const folder = join(downloads, 'Offprint');
const rows = manyPapers(COUNT);
let session: Session;

beforeAll(async () => {
  session = await launchGranted([], { profile, permissions: ['downloads'] });
  await saveDownloadsAsUsual(session);
}, 120_000);
afterAll(async () => {
  await session?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Names of the copies on the disk, oldest first; what is half written among them. */
const files = () => (existsSync(folder) ? readdirSync(folder).sort() : []);
const copies = () => files().filter((name) => /^offprint-[\d-]+\.json$/.test(name));

/** Whether a file says of itself that it is whole, reckoned past all of our code. */
function isWhole(path: string): boolean {
  const text = readFileSync(path, 'utf8');
  const end = text.lastIndexOf('"checksum":');
  const sum = createHash('sha256').update(text.slice(0, end)).digest('hex');
  return end > 0 && text.slice(end).includes(`"sha256:${sum}"`);
}

async function page(path = 'options.html'): Promise<Page> {
  const opened = await session.openExtension(path);
  await evaluateModule(opened, join(import.meta.dirname, 'data/page-side.ts'));
  return opened;
}

/** Puts a backup's papers into the library, as a user who imports and keeps them does. */
async function fill(many = rows): Promise<void> {
  const opened = await page();
  await opened.evaluate(
    async (text) => {
      const reading = await data.readBackup(new TextEncoder().encode(text));
      const { importId } = await data.stageImport(reading, data.send);
      await data.commitStaged(reading.head!, importId, 'add', data.send);
      await data.send('keepImport', { importId });
    },
    await backupOf(many),
  );
  await opened.close();
}

interface State {
  done?: string;
  last?: { name: string; papers: number; bytes: number };
  failure?: { kind: string };
  pending?: object;
}

async function state(): Promise<State> {
  const bare = await page('manifest.json');
  const { snapshots = {} } = await bare.evaluate(() => chrome.storage.local.get('snapshots'));
  await bare.close();
  return snapshots as State;
}

/** As if the last copy had been due some days ago. */
async function setBack(days: number): Promise<void> {
  const bare = await page('manifest.json');
  await bare.evaluate(async (days) => {
    const { snapshots } = await chrome.storage.local.get('snapshots');
    const at = new Date(Date.now() - days * 86_400_000);
    const done = at.toLocaleDateString('sv');
    await chrome.storage.local.set({ snapshots: { ...(snapshots as object), done } });
  }, days);
  await bare.close();
}

/** Rings the alarm; answers when the worker was told, not when it is done. */
async function ring(): Promise<void> {
  const bare = await page('manifest.json');
  await bare.evaluate(() => chrome.alarms.create('snapshot', { when: Date.now() }));
  await bare.close();
}

const today = () => new Date().toLocaleDateString('sv');
const isDone = ({ done, pending }: State) => done === today() && !pending;
const untilDone = () => until('the copy to be saved', state, isDone, { timeoutMs: 30_000 });

async function note(text: string): Promise<void> {
  const { library } = await readDatabase(session);
  const paperId = library[0]!.paperId;
  expect(
    await tell(session, 'setNote', { op: `operation-${text}`, paperId, note: text }),
  ).toMatchObject({ ok: true });
}

const turnOn = () => tell(session, 'saveSettings', { backupEvery: 'day', backupKeep: 3 });

function kept({ papers, aliases, library, tags, sightings, journal }: Stored) {
  return { papers, aliases, library, tags, sightings, journal };
}

const scratch = (opened: Page) =>
  opened.evaluate(async () =>
    (await indexedDB.databases()).filter(({ name }) => name!.startsWith('offprint-check')),
  );

async function check(opened: Page, path: string | { name: string; text: string }): Promise<void> {
  const chooser = opened.waitForEvent('filechooser');
  await opened.getByRole('button', { name: 'Choose a file to check…' }).click();
  const file =
    typeof path === 'string'
      ? path
      : { name: path.name, mimeType: 'application/json', buffer: Buffer.from(path.text) };
  await (await chooser).setFiles(file);
}

beforeEach(async () => {
  await reset(session);
  rmSync(folder, { recursive: true, force: true });
  const bare = await page('manifest.json');
  await bare.evaluate(async () => {
    await chrome.alarms.clearAll();
    await chrome.downloads.erase({});
  });
  await bare.close();
});

describe('in the downloads folder', () => {
  test('a copy is saved when it is switched on, and a check reads all of it', async () => {
    await fill();
    const opened = await page();
    const every = opened.getByRole('radiogroup', { name: 'Save a copy by itself' });
    await every.getByRole('radio', { name: 'Off' }).focus();
    await opened.keyboard.press('ArrowRight');
    const { last } = await untilDone();
    expect(last).toMatchObject({ papers: COUNT });
    expect(copies()).toEqual([last!.name]);
    expect(isWhole(join(folder, last!.name))).toBe(true);
    await opened.getByText(`${COUNT} papers`).first().waitFor();
    await opened.getByText('1 copy is kept').waitFor();

    const before = kept(await readDatabase(session));
    await check(opened, join(folder, last!.name));
    await opened.getByText(`${COUNT} of ${COUNT} papers readable`).waitFor();
    await opened.getByText('is whole: all of it was restored and read back').waitFor();
    await opened.locator('.settings-figures div', { hasText: /^Tags40$/ }).waitFor();
    expect(kept(await readDatabase(session))).toEqual(before);
    expect(await scratch(opened)).toEqual([]);
    expect(await axeFindings(opened)).toEqual([]);

    await opened.getByRole('button', { name: 'Restore from this file…' }).click();
    await opened.getByRole('radio', { name: 'Replace what is here' }).waitFor();
    expect(session.errors).toEqual([]);
  });

  test('one is saved each due day where something has changed, and the oldest go', async () => {
    await fill();
    await turnOn();
    await untilDone();
    writeFileSync(join(folder, 'offprint-mine.json'), 'a file of the user');
    await setBack(1);
    await ring();
    await untilDone();
    expect(copies()).toHaveLength(1);
    const made = new Set(copies());
    for (const text of ['one', 'two', 'three', 'four']) {
      await note(text);
      await setBack(1);
      await ring();
      const { last } = await untilDone();
      made.add(last!.name);
      expect(isWhole(join(folder, last!.name)), text).toBe(true);
    }
    expect(made.size).toBe(5);
    await until(
      'the oldest to go',
      async () => copies(),
      (names) => names.length === 3,
    );
    expect(copies()).toEqual([...made].sort().slice(-3));
    expect(files()).toContain('offprint-mine.json');
  });

  test('a worker that is stopped meanwhile saves exactly one for the day', async () => {
    await fill(manyPapers(1_500));
    await turnOn();
    await untilDone();
    let before = 1;
    for (const delay of DELAYS_MS) {
      await note(`after ${delay}`);
      await setBack(1);
      await ring();
      await new Promise((resolve) => setTimeout(resolve, delay));
      await session.stopWorker();
      await ring();
      await untilDone();
      const names = copies();
      expect(names.filter((name) => !isWhole(join(folder, name)))).toEqual([]);
      expect(names, `after ${delay} ms`).toHaveLength((before = Math.min(before + 1, 3)));
      expect(files()).toEqual(names);
    }
  }, 180_000);

  test('says what is wrong with a file, and on which line', async () => {
    await fill();
    const opened = await page();
    const whole = await backupOf(rows);
    const lines = whole.split('\n');
    const broken = lines.findIndex((line) => line.includes('Paper number 7 '));
    lines[broken] = lines[broken]!.replace('"title":"Paper', '"title":7,"was":"Paper');
    await check(opened, { name: 'edited.json', text: lines.join('\n') });
    await opened.getByText(`${COUNT - 1} of ${COUNT} papers readable`).waitFor();
    await opened.getByText(`Line ${broken + 1}: “title”`).waitFor();
    await opened.getByText('its checksum does not match').waitFor();

    await check(opened, { name: 'cut.json', text: lines.slice(0, broken).join('\n') });
    await opened.getByText(`7 of ${COUNT} papers readable`).waitFor();
    await opened.getByText('The file ends in the middle').waitFor();

    await check(opened, { name: 'other.json', text: '{"a":1}' });
    await opened.getByText('not a backup made by Offprint').waitFor();
    expect(await scratch(opened)).toEqual([]);
  });

  test('leaves no scratch database behind when the tab is closed in the middle', async () => {
    const many = { name: 'many.json', text: await backupOf(manyPapers(3_000)) };
    const opened = await page();
    await check(opened, many);
    await until(
      'a scratch database',
      () => scratch(opened),
      (found) => found.length === 1,
    );
    await opened.close();
    await session.stopWorker();
    const bare = await page('manifest.json');
    await bare.evaluate(() => chrome.alarms.create('none', { when: Date.now() }));
    await until(
      'it to be swept',
      () => scratch(bare),
      (found) => found.length === 0,
    );

    const again = await page();
    await check(again, many);
    await again.getByRole('button', { name: 'Cancel' }).click();
    await again.getByText('The check was cancelled; your library was not touched.').waitFor();
    await until(
      'it to be gone',
      () => scratch(again),
      (found) => found.length === 0,
    );
  });
});

describe('in a picked folder', () => {
  /** Settings whose folder picker gives a folder of the origin's own file system. */
  async function withFolder(): Promise<Page> {
    const opened = await page();
    await opened.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry('papers', { recursive: true }).catch(() => {});
      const picked = await root.getDirectoryHandle('papers', { create: true });
      const foreign = await picked.getFileHandle('thesis.json', { create: true });
      const stream = await foreign.createWritable();
      await stream.write('not ours');
      await stream.close();
      // Half of a copy, as a power cut leaves it.
      await picked.getFileHandle('offprint-2026-01-01-000000.json.part', { create: true });
      Object.assign(window, { showDirectoryPicker: async () => picked });
    });
    await opened.getByRole('radio', { name: 'A folder you pick' }).click();
    await opened.getByText('The folder is papers').waitFor();
    return opened;
  }

  const inFolder = (opened: Page) =>
    opened.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const picked = await root.getDirectoryHandle('papers');
      const names: string[] = [];
      for await (const name of (picked as unknown as { keys(): AsyncIterable<string> }).keys())
        names.push(name);
      return names.sort();
    });

  test('a copy is saved, listed, checked and restored by a click', async () => {
    await fill();
    const opened = await withFolder();
    await opened.getByRole('button', { name: 'Save one now' }).click();
    await opened.getByText('A copy was saved.').waitFor();
    const { last } = await state();
    const names = await inFolder(opened);
    expect(names.filter((name) => !name.endsWith('.part'))).toEqual([last!.name, 'thesis.json']);
    await opened.getByRole('button', { name: `Check ${last!.name}` }).click();
    await opened.getByText(`${COUNT} of ${COUNT} papers readable`).waitFor();
    await opened.getByRole('button', { name: `Restore ${last!.name}` }).click();
    await opened.getByRole('radio', { name: 'Replace what is here' }).click();
    await opened.getByRole('button', { name: 'Import', exact: true }).click();
    await opened.getByRole('button', { name: 'Go back' }).click();
    await opened.getByText('your library is as it was before').waitFor();
  });

  test('a folder that went is told, and the library reminds of it', async () => {
    await fill();
    const opened = await withFolder();
    await turnOn();
    await untilDone();
    await note('something new');
    await opened.evaluate(async () =>
      (await navigator.storage.getDirectory()).removeEntry('papers', { recursive: true }),
    );
    await setBack(34);
    await ring();
    await until('the failure', state, ({ failure }) => failure?.kind === 'gone');
    await opened.getByText('The folder is not there any more').waitFor();
    const library = await session.openExtension('library.html');
    await library.getByRole('button', { name: 'Save one' }).waitFor();
  });
});

describe('where the browser does not allow it', () => {
  test('the popup reminds, and one click saves one by hand', async () => {
    const other = await launch();
    try {
      const bare = await other.openExtension('manifest.json');
      await bare.evaluate(() =>
        chrome.runtime.sendMessage({ name: 'saveSettings', payload: { backupEvery: 'week' } }),
      );
      const popup = await other.openExtension('popup.html');
      await popup.getByText('No backup yet').waitFor();
      expect(await axeFindings(popup)).toEqual([]);
      const download = popup.waitForEvent('download');
      await popup.getByRole('button', { name: 'Save one' }).click();
      expect((await download).suggestedFilename()).toBe(`offprint-${today()}.json`);
      expect(isWhole(await (await download).path())).toBe(true);
      await popup.getByText('No backup yet').waitFor({ state: 'detached' });
    } finally {
      await other.close();
    }
  });
});

// Last: the browser of all these tests is killed again and again.
describe('a browser that is killed', () => {
  async function killAndStart(): Promise<void> {
    const { network } = session;
    await session.kill();
    session = await launch({ profile, network });
    await saveDownloadsAsUsual(session);
  }

  test('while a copy is saved has whole copies alone, and that of the day', async () => {
    await fill(manyPapers(1_500));
    await turnOn();
    await untilDone();
    for (const delay of [50, 300]) {
      await note(`killed after ${delay}`);
      await setBack(1);
      await ring();
      await new Promise((resolve) => setTimeout(resolve, delay));
      await killAndStart();
      await ring();
      const { last } = await untilDone();
      expect(copies()).toContain(last!.name);
      expect(copies().filter((name) => !isWhole(join(folder, name)))).toEqual([]);
    }
  }, 180_000);

  test('while a backup is restored has the library as before or as after, and says which', async () => {
    const many = await backupOf(manyPapers(1_500));
    await fill();
    for (const delay of [0, 60, 200, 400]) {
      const opened = await page();
      const importId = await opened.evaluate(async (text) => {
        const reading = await data.readBackup(new TextEncoder().encode(text));
        return (await data.stageImport(reading, data.send)).importId;
      }, many);
      void opened
        .evaluate((id) => data.send('commitImport', { importId: id, mode: 'replace' }), importId)
        .catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, delay));
      await killAndStart();
      const { papers, library, sightings, journal } = await readDatabase(session);
      const found = [papers, library, journal].map(({ length }) => length);
      expect([COUNT, 1_500], `after ${delay} ms`).toContain(papers.length);
      expect(new Set(found).size).toBe(1);
      expect(sightings).toHaveLength(2 * papers.length);
      const settings = await session.openExtension('options.html');
      const bar = settings.getByRole('button', { name: 'Go back' });
      if (papers.length === 1_500) {
        await bar.click();
        await settings.getByText('your library is as it was before').waitFor();
      } else {
        await settings.getByRole('heading', { name: 'Settings' }).waitFor();
        expect(await bar.count()).toBe(0);
      }
      expect((await readDatabase(session)).papers).toHaveLength(COUNT);
      await settings.close();
    }
  }, 240_000);
});
