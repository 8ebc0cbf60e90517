import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, launch, reset, type Session, tell } from './browser';

const TITLE = 'How Fast Kelp Grows on Ropes';
const ABSTRACTS: Record<number, string> = {
  1: 'We grow kelp on ropes and measure how fast it grows.',
  2: 'We grow kelp on nets and measure how fast it grows.',
  3: 'We grow kelp on nets and measure how fast it grows in winter.',
};

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());
beforeEach(() => reset(session));

async function show(version: number, save = false): Promise<string> {
  const row = { title: TITLE, authors: ['Ada Example'], ids: ['arxiv:2608.00011'], links: [] };
  const rows = [{ ...row, version, abstract: ABSTRACTS[version] }];
  const payload = { op: crypto.randomUUID(), rows, from: 'a test', save };
  const reply = (await tell(session, 'addPapers', payload)) as { value: { paperIds: string[] } };
  return reply.value.paperIds[0]!;
}

const detail = () => page.getByRole('region', { name: 'Paper', exact: true });
const marks = (name: 'ins' | 'del') => detail().locator(`.abstract ${name}`).allTextContents();

describe('a new version with another abstract', () => {
  it('is marked, shown word by word, compared with any other, and over once it is read', async () => {
    const id = await show(1, true);
    page = await session.openExtension(`library.html#/list?paper=${id}`);
    await page.bringToFront();
    await detail().getByText(ABSTRACTS[1]!).waitFor();
    expect(await detail().getByRole('button', { name: 'Compare versions' }).count()).toBe(0);

    await show(2);
    await show(3);
    const line = page.getByRole('listbox', { name: 'Papers' }).getByRole('option').first();
    await line.getByRole('img', { name: /^Version 3 changed/ }).waitFor();
    await detail().getByText('Version 3 changed the abstract since you read version 1').waitFor();
    const button = detail().getByRole('button', { name: 'Show what changed' });
    await button.focus();
    await page.keyboard.press('Enter');
    await detail().locator('ins').first().waitFor();
    expect(await marks('del')).toEqual(['removed: ropes']);
    expect(await marks('ins')).toEqual(['inserted: nets', 'inserted: in winter']);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      expect(await axeFindings(page)).toEqual([]);
    }
    await detail().getByRole('combobox', { name: 'From version' }).selectOption('2');
    await detail().locator('del').waitFor({ state: 'detached' });
    expect(await marks('ins')).toEqual(['inserted: in winter']);
    await detail().getByRole('button', { name: 'Hide what changed' }).click();
    await detail().getByText(ABSTRACTS[3]!, { exact: true }).first().waitFor();

    await page.keyboard.press('e');
    await line.getByRole('img', { name: /^Version 3 changed/ }).waitFor({ state: 'detached' });
    await detail().getByRole('button', { name: 'Compare versions' }).waitFor();
    expect(session.errors).toEqual([]);
  });
});
