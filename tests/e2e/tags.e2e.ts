import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inventPapers } from '../fixtures/pages/invented-papers';
import { axeFindings, launch, readDatabase, reset, until, type Session, tell } from './browser';

const papers = inventPapers(4);

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

/** Four papers; `agents` on three of them, `agent` on two, `theory` on one, `old` on none. */
async function keepTagged(): Promise<string[]> {
  const rows = papers.map(({ id, title, authors, abstract }) => ({
    title,
    authors,
    abstract,
    ids: [`arxiv:${id}`],
    links: [{ rel: 'page', href: `https://arxiv.org/abs/${id}` }],
  }));
  const { value } = await say('addPapers', { rows, from: 'a test', save: true });
  const ids = value.paperIds;
  const tag = (paperIds: string[], add: string[], remove: string[] = []) =>
    say('tagPapers', { paperIds, add, remove });
  await tag(ids.slice(0, 3), ['agents']);
  await tag(ids.slice(2), ['agent']);
  await tag(ids.slice(0, 1), ['theory', 'old']);
  await tag(ids.slice(0, 1), [], ['old']);
  return ids;
}

async function openTags(): Promise<void> {
  page = await session.openExtension('library.html#/tags');
  await page.bringToFront();
  await page.getByRole('grid', { name: 'Tags' }).waitFor();
}

const rowOf = (name: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: `Rename tag ${name}`, exact: true }) });
const listed = async () =>
  (await page.locator('.tag-name button').allTextContents()).filter(Boolean);
const untilListed = (...names: string[]) =>
  until(`the tags ${names.join(', ')}`, listed, (now) => now.join() === names.join());
const toast = (text: string) => page.getByRole('dialog').filter({ hasText: text });
const undone = (text: string) => toast(text).getByRole('button', { name: 'Undo' }).click();

/** The names of the tags of each paper, in the order of `ids`. */
async function tagsOf(ids: readonly string[]): Promise<string[]> {
  const { library, tags } = await readDatabase(session);
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  return ids.map((id) =>
    library
      .find((entry) => entry.paperId === id)!
      .tagIds.map((tag) => names.get(tag))
      .join(' '),
  );
}

const AT_FIRST = ['agents theory', 'agents', 'agents agent', 'agent'];

describe('the tags by pointer', () => {
  it('are found, sorted, merged, coloured and deleted, each with one undo', async () => {
    const ids = await keepTagged();
    page = await session.openExtension('library.html');
    await page.getByRole('link', { name: 'Manage tags' }).click();
    await untilListed('agents', 'agent', 'theory', 'old');
    expect(page.url()).toMatch(/#\/tags$/);

    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await untilListed('agent', 'agents', 'old', 'theory');
    await page.getByRole('searchbox', { name: 'Search tags' }).fill('AGENT');
    await untilListed('agent', 'agents');
    await page.getByRole('searchbox', { name: 'Search tags' }).fill('');

    await rowOf('agent').getByRole('checkbox').click();
    await rowOf('agents').getByRole('checkbox').click();
    await page.getByText('2 selected').waitFor();
    await page.getByRole('button', { name: 'Merge…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Merge 2 tags' });
    await dialog.getByRole('radio', { name: 'agents' }).and(dialog.locator(':checked')).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Merge into “agents”' }).click();
    await untilListed('agents', 'old', 'theory');
    expect(await tagsOf(ids)).toEqual(['agents theory', 'agents', 'agents', 'agents']);
    await rowOf('agents').getByRole('link', { name: '4 papers' }).waitFor();
    await undone('Merged into “agents”.');
    await untilListed('agent', 'agents', 'old', 'theory');
    expect(await tagsOf(ids)).toEqual(AT_FIRST);

    await rowOf('theory').getByRole('button', { name: 'Colour of theory' }).click();
    await page.getByRole('menuitemradio', { name: 'Teal' }).click();
    await until(
      'teal',
      async () => (await readDatabase(session)).tags,
      (tags) => tags.find(({ name }) => name === 'theory')?.color === 5,
    );

    await page.getByRole('button', { name: '1 unused' }).click();
    await untilListed('old');
    await page.getByRole('checkbox', { name: 'Select all tags' }).click();
    await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No tag has that in its name.').waitFor();
    await undone('Tag “old” deleted.');
    await untilListed('old');
    expect(session.errors).toEqual([]);
  }, 60_000);
});

describe('the tags by keyboard alone', () => {
  it('are reached, renamed onto another, coloured, selected, deleted, taken back and left', async () => {
    const ids = await keepTagged();
    await openTags();
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    const focused = (name: string) =>
      until(
        `the focus on ${name}`,
        () => page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
        (label) => label === name,
      );
    await focused('Rename tag agents');

    await press('ArrowDown', 'Enter');
    await page.keyboard.type('agentic');
    await press('Enter');
    await untilListed('agents', 'agentic', 'theory', 'old');
    await focused('Rename tag agentic');
    await press('F2');
    await page.keyboard.type('Agents');
    await press('Enter');
    await page.getByRole('dialog', { name: '“agents” exists already' }).waitFor();
    await press('Escape');
    await focused('Rename tag agentic');
    await press('F2');
    await page.keyboard.type('Agents');
    await press('Enter');
    await page.getByRole('button', { name: 'Merge into “agents”' }).waitFor();
    await press('Enter');
    await untilListed('agents', 'theory', 'old');
    await focused('Rename tag theory');
    await press('u', 'u');
    await untilListed('agents', 'agent', 'theory', 'old');
    expect(await tagsOf(ids)).toEqual(AT_FIRST);

    await press('End', 'ArrowLeft');
    await focused('Colour of old');
    await press('Enter');
    await page.getByRole('menuitemradio', { name: 'Blue' }).waitFor();
    await press('Escape');
    await focused('Colour of old');

    await press('Home', 'x', 'Shift+ArrowDown');
    await page.getByText('2 selected').waitFor();
    await press('Delete');
    await untilListed('theory', 'old');
    expect(await tagsOf(ids)).toEqual(['theory', '', '', '']);
    await press('u');
    await untilListed('agents', 'agent', 'theory', 'old');

    await press('?');
    await page.getByText('Merge the selected tags').waitFor();
    await press('Escape');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor({ state: 'detached' });
    await press('Escape');
    await page.getByRole('listbox', { name: 'Papers' }).waitFor();
    expect(session.errors).toEqual([]);
  }, 60_000);
});

describe('a name that is taken, in the sidebar', () => {
  it('offers to merge', async () => {
    const ids = await keepTagged();
    page = await session.openExtension('library.html');
    await page.getByRole('button', { name: 'Change tag agent', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Rename tag agent' }).fill('agents');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Merge into “agents”' }).click();
    await page.getByRole('link', { name: 'agents 4' }).waitFor();
    expect(await tagsOf(ids)).toEqual(['agents theory', 'agents', 'agents', 'agents']);
  });
});

describe('five hundred tags', () => {
  it('are listed, searched and merged without a long wait', async () => {
    const ids = await keepTagged();
    const names = Array.from({ length: 500 }, (_, n) => `subject ${n}`);
    for (let i = 0; i < names.length; i += 50)
      await say('tagPapers', { paperIds: [ids[i % 4]], add: names.slice(i, i + 50), remove: [] });
    await openTags();
    await page.getByText('504 tags').waitFor();
    const search = page.getByRole('searchbox', { name: 'Search tags' });
    await search.fill('subject');
    await page.locator('[aria-rowcount="501"]').waitFor();
    const typed = await page.evaluate(async () => {
      const field = document.querySelector<HTMLInputElement>('#tag-search')!;
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
      const times: number[] = [];
      for (const text of ['subject 4', 'subject 49', 'subject 4', 'subject']) {
        const start = performance.now();
        set.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        times.push(performance.now() - start);
      }
      return times;
    });
    console.log('typing among 504 tags, ms:', typed.map(Math.round).join(' '));
    // A key must not be felt; the machine may be busy with other things.
    expect(Math.max(...typed)).toBeLessThan(400);
    await page.getByRole('checkbox', { name: 'Select all tags' }).click();
    await page.getByText('500 selected').waitFor();
    await page.getByRole('button', { name: 'Merge…' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Merge into/ })
      .click();
    await until(
      'five tags',
      async () => (await readDatabase(session)).tags.length,
      (n) => n === 5,
    );
    await undone('Merged into');
    await until(
      'all back',
      async () => (await readDatabase(session)).tags.length,
      (n) => n === 504,
    );
    expect(session.errors).toEqual([]);
  }, 60_000);
});

describe('axe finds nothing among the tags', () => {
  it.each(['light', 'dark'] as const)('%s', async (scheme) => {
    await keepTagged();
    await openTags();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Colour of agents' }).click();
    await page.getByRole('menuitemradio', { name: 'Blue' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 600, height: 700 });
    expect(await axeFindings(page)).toEqual([]);
  });
});
