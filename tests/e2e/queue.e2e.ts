import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inventPapers } from '../fixtures/pages/invented-papers';
import { axeFindings, launch, reset, tell, until, type Session } from './browser';

const papers = inventPapers(5);

let session: Session;
let page: Page;
let ids: string[];

beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());
beforeEach(async () => {
  await reset(session);
  ids = [];
  // One by one, so that the newest, 4, stands first: 4 3 2 1 0.
  for (const { id, title, authors } of papers) {
    const row = { title, authors, ids: [`arxiv:${id}`], links: [] };
    const payload = { op: crypto.randomUUID(), rows: [row], from: 'a test', save: true };
    const reply = await tell(session, 'addPapers', payload);
    ids.push((reply as { value: { paperIds: string[] } }).value.paperIds[0]!);
  }
  page = await session.openExtension('library.html#/unread');
  await page.bringToFront();
  await page.getByRole('combobox', { name: /Order/ }).selectOption('queue');
  await untilQueue('43210');
});

const queue = () =>
  page
    .locator('.paper-line')
    .evaluateAll((lines) =>
      lines
        .sort((a, b) => Number(a.getAttribute('data-at')) - Number(b.getAttribute('data-at')))
        .map((line) => line.id.replace('paper-', '')),
    )
    .then((shown) => shown.map((id) => ids.indexOf(id)).join(''));
const untilQueue = (order: string) => until(`the queue ${order}`, queue, (now) => now === order);
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const line = (n: number) => page.locator(`#paper-${ids[n]}`);

describe('the queue by keyboard', () => {
  it('moves the open paper and a selection, says where to, and survives a reload', async () => {
    await page.getByRole('listbox', { name: 'Papers' }).focus();
    await press('j', 'Alt+ArrowDown');
    await untilQueue('34210');
    await page.getByText('Moved to place 2 of 5.').waitFor();
    await press('Alt+ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowDown');
    await untilQueue('32104');
    await press('Alt+ArrowUp');
    await untilQueue('32140');
    await press('Alt+Home');
    await untilQueue('43210');
    await press('Alt+End');
    await untilQueue('32104');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('papers');

    await press('Home', 'x', 'Shift+ArrowDown', 'Alt+ArrowDown');
    await untilQueue('13204');
    await page.getByText('2 papers moved to place 2 of 5.').waitFor();
    await press('u');
    await untilQueue('32104');
    await press('u');
    await untilQueue('43210');

    await press('Escape', 'End', 'Alt+Home');
    await untilQueue('04321');
    await page.waitForTimeout(400);
    await page.reload();
    await untilQueue('04321');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: /^Reading list/ }).click();
    await untilQueue('43210');
    await page.getByRole('combobox', { name: /Order/ }).selectOption('queue');
    await untilQueue('04321');
    expect(session.errors).toEqual([]);
  });
});

describe('the queue by mouse', () => {
  it('moves the line that is dragged, with one undo', async () => {
    await page.locator('.paper-line[draggable=true]').nth(4).waitFor();
    await line(1).hover();
    await page.mouse.down();
    await line(3).hover({ position: { x: 200, y: 20 } });
    await line(3).hover({ position: { x: 200, y: 8 } });
    await page.locator(`#paper-${ids[3]}[data-drop=before]`).waitFor({ timeout: 3000 });
    await line(3).hover({ position: { x: 200, y: 70 } });
    await page.locator(`#paper-${ids[3]}[data-drop=after]`).waitFor();
    await line(1).hover();
    await page.mouse.up();
    await untilQueue('43210');
    expect(await page.locator('[data-drop], [data-dragged]').count()).toBe(0);

    await line(1).dragTo(line(3), { targetPosition: { x: 200, y: 8 } });
    await untilQueue('41320');
    await line(4).dragTo(line(0), { targetPosition: { x: 200, y: 68 } });
    await untilQueue('13204');
    await page
      .getByRole('dialog')
      .filter({ hasText: 'Moved to place 5 of 5.' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await untilQueue('41320');
    await page.reload();
    await untilQueue('41320');
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      expect(await axeFindings(page)).toEqual([]);
    }
    expect(session.errors).toEqual([]);
  });

  it('is not there in another order', async () => {
    await page.getByRole('combobox', { name: /Order/ }).selectOption('title');
    await page.locator('.paper-line').nth(4).waitFor();
    await until(
      'no line to drag',
      () => page.locator('.paper-line[draggable=true]').count(),
      (count) => count === 0,
    );
  });
});
