import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arxivNew, arxivRecent } from '../fixtures/pages/arxiv';
import { huggingFaceDay } from '../fixtures/pages/hugging-face';
import { inventPapers } from '../fixtures/pages/invented-papers';
import { launch, press, readDatabase, reset, until, type Session, tell } from './browser';
import { controls, roles, texts, untilControls, openListing, untilSaved } from './page-controls';

const NEW = 'https://arxiv.org/list/cs.SE/new';
const RECENT = 'https://arxiv.org/list/cs.SE/recent';
const DAY = 'https://huggingface.co/papers/date/2025-11-21';
const papers = inventPapers(12);

describe('in a listing page', () => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
  });
  afterAll(() => session?.close());
  beforeEach(() => reset(session));
  afterEach(() => expect(session.errors).toEqual([]));

  const open = (url: string, html: string) => openListing(session, url, html);
  const library = async () => (await readDatabase(session)).library;
  const saved = (count: number) => untilSaved(session, count);
  const say = (name: string, payload: unknown) => tell(session, name, payload);

  it('saves with a click, and a second click takes nothing away', async () => {
    const page = await open(NEW, arxivNew(papers));
    expect(await controls(page)).toEqual(papers.map(({ title }) => `Save (new to you): ${title}`));
    await press(page, 'button', title(2));
    await saved(1);
    await untilControls(page, (names) => names[2] === `Saved: ${papers[2]!.title}`);
    await press(page, 'button', title(2));
    await until(
      'the picker',
      () => roles(page),
      (all) => all.includes('listbox') || all.includes('combobox'),
    );
    await page.keyboard.press('Escape');
    expect(await library()).toHaveLength(1);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('offprint-control');
    expect(await texts(page)).toEqual(expect.arrayContaining(['12 papers', '11 new to you']));
  });

  it('tags by keyboard: creates, chooses, removes', async () => {
    const page = await open(NEW, arxivNew(papers));
    await press(page, 'button', title(0));
    await untilControls(page, (names) => names[0]!.startsWith('Saved'));
    await press(page, 'button', title(0));
    await page.keyboard.type('#Agents');
    await page.keyboard.press('Enter');
    await page.keyboard.type('to read');
    await page.keyboard.press('Enter');
    await untilControls(
      page,
      (names) => names[0] === `Saved #Agents #to read: ${papers[0]!.title}`,
    );
    await page.keyboard.press('Backspace');
    await untilControls(page, (names) => names[0] === `Saved #Agents: ${papers[0]!.title}`);
    await page.keyboard.press('Escape');

    await press(page, 'button', title(1));
    await untilControls(page, (names) => names[1]!.startsWith('Saved'));
    await press(page, 'button', title(1));
    await page.keyboard.type('AGE');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await untilControls(page, (names) => names[1] === `Saved #Agents: ${papers[1]!.title}`);
    const stored = await readDatabase(session);
    expect(stored.tags.map(({ name }) => name)).toContain('Agents');
    expect(stored.library.filter(({ tagIds }) => tagIds.length === 1)).toHaveLength(2);
  });

  it('takes a paper off the list and puts it back as it was', async () => {
    const page = await open(NEW, arxivNew(papers));
    await page.hover('dd >> nth=3');
    await page.keyboard.press('Alt+T');
    await page.keyboard.type('kept');
    await page.keyboard.press('Enter');
    await saved(1);
    await press(page, 'button', /^Remove from reading list$/);
    await saved(0);
    await press(page, 'button', /^Undo$/);
    await untilControls(page, (names) => names[3] === `Saved #kept: ${papers[3]!.title}`);
    expect((await library())[0]?.tagIds).toHaveLength(1);
  });

  it('saves the row under the pointer with Alt+S, but not while the reader types', async () => {
    const search = '<input id="search">';
    const page = await open(NEW, arxivNew(papers).replace('<dl', `${search}<dl`));
    await page.focus('#search');
    await page.hover('dd >> nth=5');
    await page.keyboard.press('Alt+S');
    await page.waitForTimeout(300);
    expect(await library()).toEqual([]);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('Alt+S');
    await untilControls(page, (names) => names[5]!.startsWith('Saved'));
    await page.hover('dt >> nth=6');
    await page.keyboard.press('Alt+S');
    await untilControls(page, (names) => names[6]!.startsWith('Saved'));
    expect(await library()).toHaveLength(2);
  });

  it('saves all that is new, in one act that can be undone', async () => {
    const page = await open(NEW, arxivNew(papers));
    await press(page, 'button', /^Save all new$/);
    await saved(12);
    await press(page, 'button', /^Undo$/);
    await saved(0);
  });

  it('lets no script of the page press its buttons', async () => {
    const page = await open(NEW, arxivNew(papers));
    await page.evaluate(() => {
      const hosts = document.querySelectorAll<HTMLElement>('[data-offprint]');
      for (const host of hosts) {
        host.click();
        host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      }
    });
    await page.waitForTimeout(300);
    expect(await library()).toEqual([]);
    expect(
      await page.evaluate(() => [...document.querySelectorAll('*')].every((e) => !e.shadowRoot)),
    ).toBe(true);
  });

  it('lets no click through to a card that is a link', async () => {
    const page = await open(DAY, huggingFaceDay(papers));
    await page.evaluate(() => {
      document.querySelector('article')!.onclick = () => (location.href = '/elsewhere');
    });
    await press(page, 'button', title(0));
    await saved(1);
    expect(page.url()).toBe(DAY);
  });

  it('shows what was saved elsewhere without a reload', async () => {
    const page = await open(NEW, arxivNew(papers));
    const id = (await readDatabase(session)).papers.find((p) => p.title === papers[1]!.title)!.id;
    await say('tagPapers', { op: crypto.randomUUID(), paperIds: [id], add: ['far'], remove: [] });
    await untilControls(page, (names) => names[1] === `Saved #far: ${papers[1]!.title}`);
  });

  it('hides rows that were saved, and shows them on request', async () => {
    const page = await open(NEW, arxivNew(papers));
    await press(page, 'button', title(0));
    await saved(1);
    await say('saveSettings', { savedRows: 'hide' });
    await page.reload();
    await until(
      'the row to go',
      () => page.isVisible('dd >> nth=0'),
      (isVisible) => !isVisible,
    );
    expect(await page.isVisible('dt >> nth=0')).toBe(false);
    expect(await page.isVisible('dd >> nth=1')).toBe(true);
    await press(page, 'button', /^Show hidden \(1\)$/);
    await until('the row to come', () => page.isVisible('dd >> nth=0'), Boolean);
    expect(await page.$$eval('dl *', (all) => all.filter((e) => e.getAttribute('style')))).toEqual(
      [],
    );
  });

  it('asks once about abstracts that are not there, and asks nobody else', async () => {
    const page = await open(RECENT, arxivRecent(papers));
    const question = '12 of 12 abstracts are not on this page. Fetch them from arXiv?';
    expect((await texts(page)).join(' ')).toContain(question);
    await press(page, 'button', /^Never$/);
    await until(
      'the answer',
      () => texts(page),
      (all) => !all.join(' ').includes(question),
    );
    await page.reload();
    await untilControls(page, (names) => names.length === 12);
    expect((await texts(page)).join(' ')).not.toContain('Fetch');
    expect(session.network.hosts()).toEqual(['arxiv.org']);
  });
});

const title = (i: number) => new RegExp(`: ${papers[i]!.title}$`);
