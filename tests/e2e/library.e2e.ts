import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inventPapers } from '../fixtures/pages/invented-papers';
import { describeWithShared, sharedFolder } from '../shared-folder';
import { axeFindings, launch, readDatabase, reset, until, type Session, tell } from './browser';

const papers = inventPapers(60);

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());
beforeEach(() => reset(session));

async function say(name: string, payload: object): Promise<{ value: { paperIds: string[] } }> {
  const reply = await tell(session, name, { op: crypto.randomUUID(), ...payload });
  expect(reply).toMatchObject({ ok: true });
  return reply as { value: { paperIds: string[] } };
}

/** Puts the first `n` invented papers on the list; the first of them is saved last. */
async function keep(n: number): Promise<string[]> {
  const ids: string[] = [];
  for (const { id, title, authors, abstract } of papers.slice(0, n).reverse()) {
    const links = [{ rel: 'page', href: `https://arxiv.org/abs/${id}` }];
    const rows = [{ title, authors, abstract, ids: [`arxiv:${id}`], links }];
    const { value } = await say('addPapers', { rows, from: 'a test', save: true });
    ids.unshift(...value.paperIds);
  }
  return ids;
}

async function openLibrary(fragment = ''): Promise<void> {
  page = await session.openExtension(`library.html${fragment}`);
  await page.bringToFront();
  await page.locator('.line-text').first().waitFor();
}

const stored = () => readDatabase(session);
const lines = () => page.getByRole('listbox', { name: 'Papers' }).getByRole('option');
const detail = () => page.getByRole('region', { name: 'Paper', exact: true });
const openTitle = (title: string) => detail().getByRole('heading', { name: title }).waitFor();
const count = (text: string) => page.getByRole('status').getByText(text, { exact: true }).waitFor();
const entries = async () => (await stored()).library;

describe('the library without a network', () => {
  it('shows the whole reading list, every abstract, and finds', async () => {
    await keep(60);
    await session.context.setOffline(true);
    try {
      await openLibrary();
      await page.getByText('Offline. All that is kept works as always.').waitFor();
      await count('60 papers');
      for (const { title, abstract } of papers) {
        await page.keyboard.press('j');
        await openTitle(title);
        expect(await detail().getByText(abstract, { exact: true }).count()).toBe(1);
      }
      const { title } = papers[33]!;
      await page.keyboard.press('/');
      await page.keyboard.type(title.toUpperCase());
      await count('1 of 60 papers');
      expect(await lines().first().textContent()).toContain(title);
    } finally {
      await session.context.setOffline(false);
    }
    expect(session.network.hosts()).toEqual([]);
    expect(session.errors).toEqual([]);
  }, 60_000);

  it('keeps the place in its address: a reload and Back lead where one was', async () => {
    const ids = await keep(3);
    await openLibrary();
    await page.getByRole('link', { name: /^Everything seen/ }).click();
    await lines().nth(1).click();
    await openTitle(papers[1]!.title);
    await until(
      'the address',
      async () => page.url(),
      (url) => url.endsWith(`#/seen?paper=${ids[1]}`),
    );
    await page.reload();
    await openTitle(papers[1]!.title);
    await page.goBack();
    await detail().getByText('Choose a paper to read its abstract.').waitFor();
    await page.goBack();
    await page.locator('a[aria-current=page]').getByText('Reading list').waitFor();
  });
});

describe('the library by keyboard alone', () => {
  it('searches, reads, tags, marks, selects, undoes and asks for help', async () => {
    const ids = await keep(5);
    await openLibrary();
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

    await press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await press('/');
    await page.keyboard.type(papers[2]!.title);
    await count('1 of 5 papers');
    await press('Enter', 'j');
    await openTitle(papers[2]!.title);
    await press('t');
    await page.getByRole('combobox', { name: 'Add a tag' }).waitFor();
    await page.keyboard.type('night train');
    await press('Enter');
    await detail().getByText('night train').waitFor();
    await press('Escape');
    await page.getByRole('combobox', { name: 'Add a tag' }).waitFor({ state: 'detached' });

    await press('/', 'Escape');
    await count('5 papers');
    await page.keyboard.type('tag:"night train" is:unread');
    await count('1 of 5 papers');
    await press('Escape', 'Escape', 'e');
    await until('it is read', entries, (rows) =>
      rows.some((row) => row.paperId === ids[2] && row.status === 'read'),
    );

    await press('Home', 'x', 'Shift+ArrowDown');
    await page.getByText('2 selected').waitFor();
    await page.getByRole('toolbar', { name: 'Selected papers' }).waitFor();
    await press('s');
    await until('two are gone', entries, (rows) => rows.length === 3);
    await press('u');
    await until('both are back', entries, (rows) => rows.length === 5);

    await press('Enter');
    await until(
      'the paper has the focus',
      () => page.evaluate(() => document.activeElement?.id),
      (id) => id === 'paper',
    );
    expect(session.errors).toEqual([]);
  }, 60_000);
});

describe('many papers at once', () => {
  it('are tagged, marked and taken off as one change each, with one undo each', async () => {
    const ids = await keep(4);
    await openLibrary();
    await lines().nth(0).click();
    await lines()
      .nth(2)
      .click({ modifiers: ['Shift'] });
    await lines()
      .nth(1)
      .click({ modifiers: ['ControlOrMeta'] });
    await page.getByText('2 selected').waitFor();

    await page.getByRole('button', { name: 'Tag', exact: true }).first().click();
    await page.getByRole('combobox', { name: 'Add a tag' }).fill('both');
    await page.keyboard.press('Enter');
    await until('both are tagged', entries, (rows) => tagged(rows).length === 2);
    expect(tagged(await entries()).sort()).toEqual([ids[0], ids[2]].sort());
    await page.keyboard.press('Escape');

    await page.getByRole('toolbar').getByRole('button', { name: 'Unread' }).click();
    await page.getByRole('menuitemradio', { name: 'Archived' }).click();
    await until('both are archived', entries, (rows) => archived(rows) === 2);
    const groups = new Map<string, number>();
    for (const { groupId, field } of (await stored()).journal)
      if (field !== 'saved') groups.set(groupId, (groups.get(groupId) ?? 0) + 1);
    expect([...groups.values()]).toEqual([2, 2]);

    const said = page.getByRole('dialog').filter({ hasText: 'archived' });
    await said.getByRole('button', { name: 'Undo' }).click();
    await until('neither is archived', entries, (rows) => archived(rows) === 0);
    expect(tagged(await entries())).toHaveLength(2);
  });

  const tagged = (rows: Awaited<ReturnType<typeof entries>>) =>
    rows.filter((row) => row.tagIds.length > 0).map((row) => row.paperId);
  const archived = (rows: Awaited<ReturnType<typeof entries>>) =>
    rows.filter((row) => row.status === 'archived').length;
});

describe('a change made elsewhere', () => {
  it('shows without a reload: a save, a tag, a status', async () => {
    const [first] = await keep(2);
    await openLibrary(`#/list?paper=${first}`);
    await openTitle(papers[0]!.title);
    await say('tagPapers', { paperIds: [first], add: ['from afar'], remove: [] });
    await lines().first().getByText('from afar').waitFor();
    await detail().getByText('from afar').waitFor();
    await page.getByRole('link', { name: 'from afar 1' }).waitFor();
    await say('setStatus', { paperIds: [first], status: 'reading' });
    await page.getByRole('link', { name: 'Reading 1' }).waitFor();
    await say('unsavePapers', { paperIds: [first] });
    await count('1 paper');
  });
});

describe('axe finds nothing in the library', () => {
  it.each(['light', 'dark'] as const)('%s, with all that opens', async (scheme) => {
    const [first] = await keep(3);
    await say('tagPapers', { paperIds: [first], add: ['agents'], remove: [] });
    await openLibrary(`#/list?paper=${first}`);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await openTitle(papers[0]!.title);
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole('button', { name: 'Change tag agents' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await lines()
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await page.getByRole('toolbar').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole('button', { name: 'Import…' }).click();
    await page.getByRole('dialog', { name: 'Import papers' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.setViewportSize({ width: 640, height: 700 });
    expect(await axeFindings(page)).toEqual([]);
  });
});

describeWithShared('the text of a real listing, imported (../shared)', () => {
  const text = () => readFileSync(join(sharedFolder, 'pages/seed-listing.txt'), 'utf8');

  async function importText(): Promise<void> {
    await page.getByRole('button', { name: 'Import…' }).click();
    await page
      .getByRole('textbox', { name: 'Paste references, addresses or the text of a page' })
      .fill(text());
    await page.getByText('233 papers found').waitFor();
    await page.getByRole('button', { name: 'Import 233 papers' }).click();
  }

  it('gives 233 papers, no doubles the second time, and one undo takes them off', async () => {
    await keep(1);
    await openLibrary();
    await importText();
    await until('all are saved', entries, (rows) => rows.length === 234);
    await page.getByText('233 papers imported and saved.').first().waitFor();
    const { papers: rows } = await stored();
    expect(rows).toHaveLength(234);
    expect(rows.map((row) => row.title)).toContain(
      'Show and Tell: A Neural Image Caption Generator',
    );
    expect(rows.filter((row) => !row.abstract)).toEqual([]);

    await importText();
    await page.getByText('All of these papers were on your list already.').first().waitFor();
    expect((await stored()).papers).toHaveLength(234);
    expect(await entries()).toHaveLength(234);

    await page.keyboard.press('u');
    await until('they are off the list', entries, (left) => left.length === 1);
    expect((await stored()).papers).toHaveLength(234);
  }, 60_000);
});
