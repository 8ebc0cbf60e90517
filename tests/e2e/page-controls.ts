import type { Page } from 'playwright-core';
import { accessibleNodes, readDatabase, until, type Session } from './browser';

/** What the controls say, in page order. */
export async function controls(page: Page): Promise<string[]> {
  const names = (await accessibleNodes(page, 'button')).map(({ name }) => name);
  return names.filter((name) => /^(?:Save|Saved|seen)\b.*: /.test(name));
}

export function untilControls(
  page: Page,
  isRight: (names: string[]) => boolean,
): Promise<string[]> {
  return until('the controls', () => controls(page), isRight);
}

/** Serves a listing at its address and opens it; waits until its controls are there. */
export async function openListing(session: Session, url: string, html: string): Promise<Page> {
  session.network.serve(url, html);
  const page = await session.open(url);
  await untilControls(page, (names) => names.length > 0);
  return page;
}

/** Waits until the reading list holds so many papers. */
export function untilSaved(session: Session, count: number) {
  const library = async () => (await readDatabase(session)).library;
  return until(`${count} saved`, library, (rows) => rows.length === count);
}

export async function texts(page: Page): Promise<string[]> {
  return (await accessibleNodes(page, 'StaticText')).map(({ name }) => name);
}

export async function roles(page: Page): Promise<string[]> {
  return (await accessibleNodes(page)).map(({ role }) => role);
}

/** How many hosts of ours are in the page, by kind. */
export function hosts(page: Page): Promise<Record<string, number>> {
  return page.$$eval('[data-offprint]', (all) => {
    const counts: Record<string, number> = {};
    for (const host of all as HTMLElement[]) {
      const kind = host.dataset.offprint!;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return counts;
  });
}

/** The page without what is ours: its text, its markup, and where its own elements stand. */
export function picture(page: Page) {
  return page.evaluate(() => {
    const { innerText, textContent } = document.body;
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const host of copy.querySelectorAll('[data-offprint]')) host.remove();
    const rows = [...document.body.querySelectorAll('article, h3, dt, dd, dd *')];
    const places = rows
      .filter((element) => !element.hasAttribute('data-offprint'))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join();
      });
    return { innerText, textContent, markup: copy.innerHTML, places };
  });
}
