import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inventPapers } from '../fixtures/pages/invented-papers';
import { axeFindings, launch, readDatabase, reset, until, type Session, tell } from './browser';

const [paper] = inventPapers(1);

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());
beforeEach(() => reset(session));

/** One saved paper with this note, open in the library. */
async function openNote(note: string): Promise<void> {
  const say = (name: string, payload: object) =>
    tell(session, name, { op: crypto.randomUUID(), ...payload }) as Promise<{
      value: { paperIds: string[] };
    }>;
  const { id, title, authors, abstract } = paper!;
  const rows = [{ title, authors, abstract, ids: [`arxiv:${id}`], links: [] }];
  const { value } = await say('addPapers', { rows, from: 'a test', save: true });
  await say('setNote', { paperId: value.paperIds[0], note });
  page = await session.openExtension(`library.html#/list?paper=${value.paperIds[0]}`);
  await page.bringToFront();
  await shown().waitFor();
}

const shown = () => page.locator('.note-text');
const field = () => page.getByRole('textbox', { name: 'Note' });
const untilStored = (note: string) =>
  until(
    'the note',
    async () => (await readDatabase(session)).library[0]?.note,
    (stored) => stored === note,
  );

describe('a note', () => {
  it('is shown as its Markdown means it, edited by key and by click, and ticked', async () => {
    await openNote('## Plan\n\n- [ ] ask *Béla*\n- [x] read');
    await page.getByRole('heading', { name: 'Plan' }).waitFor();
    await shown().getByRole('checkbox').first().click();
    await untilStored('## Plan\n\n- [x] ask *Béla*\n- [x] read');
    expect(await field().count()).toBe(0);

    await page.getByRole('button', { name: 'Edit the note' }).press('Enter');
    await until(
      'the field has the keyboard',
      () => field().evaluate((it) => it === document.activeElement),
      (has) => has,
    );
    await page.keyboard.type('\n\nThen **rest**.');
    await page.keyboard.press('Escape');
    await shown().locator('strong', { hasText: 'rest' }).waitFor();
    await untilStored('## Plan\n\n- [x] ask *Béla*\n- [x] read\n\nThen **rest**.');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('paper');

    await shown().getByText('Plan').click();
    await field().fill('short');
    await page.getByRole('listbox', { name: 'Papers' }).focus();
    await shown().getByText('short').waitFor();
    await untilStored('short');
    expect(session.errors).toEqual([]);
  });

  it('that is hostile does nothing, asks for nothing and takes no time', async () => {
    const hostile = [
      '[a](javascript:document.title="taken")',
      '![b](https://pictures.example/b.png)',
      '![c](data:image/svg+xml,<svg onload="document.title=1">)',
      '<img src=x onerror="document.title=1"><script>document.title=1</script>',
      '['.repeat(10_000) + ']'.repeat(10_000),
    ].join('\n\n');
    await openNote(hostile);
    await shown().getByRole('link', { name: 'b' }).waitFor();
    expect(await shown().getByRole('link').count()).toBe(1);
    expect(await shown().locator('img, script, svg').count()).toBe(0);
    const took = await page.evaluate(async () => {
      const start = performance.now();
      document.querySelector<HTMLElement>('.note-edit')!.click();
      while (!document.querySelector('textarea.note')) await new Promise(requestAnimationFrame);
      document.getElementById('papers')!.focus();
      while (!document.querySelector('.note-text')) await new Promise(requestAnimationFrame);
      return performance.now() - start;
    });
    console.log('a hostile note of 20,000 brackets opened and drawn again, ms:', Math.round(took));
    expect(took).toBeLessThan(3_000);
    expect(await page.title()).not.toMatch(/taken|1/);
    expect(session.network.hosts()).toEqual([]);
    expect(session.errors).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('gives axe nothing to say: %s', async (scheme) => {
    await openNote('## Plan\n\n- [ ] ask [Béla](https://bela.example)\n\n> said\n\n`code`');
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is shown in the popup too, and its key edits it', async () => {
    await openNote('a **bold** thought');
    page = await session.openExtension('popup.html');
    await page.bringToFront();
    await page.getByRole('tab').last().click();
    await page.getByText(paper!.title).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await shown().locator('strong').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type(' more');
    expect(await field().inputValue()).toBe('a **bold** thought more');
    expect(session.errors).toEqual([]);
  });
});
