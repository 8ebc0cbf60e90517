import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { huggingFaceDay } from '../fixtures/pages/hugging-face';
import { inventPapers } from '../fixtures/pages/invented-papers';
import {
  launch,
  readDatabase,
  startFixtureServer,
  tell,
  until,
  type FixtureServer,
  type Session,
  type Stored,
} from './browser';

const LISTING = 'https://huggingface.co/papers/date/2025-11-21';
const papers = inventPapers(5);

describe('a database that the browser has lost', () => {
  const profile = mkdtempSync(join(tmpdir(), 'offprint-lost-'));
  let network: FixtureServer;
  let session: Session;
  let before: Stored;

  beforeAll(async () => {
    network = await startFixtureServer();
    network.serve(LISTING, huggingFaceDay(papers));
    session = await launch({ profile, network });
    await session.open(LISTING);
    const { papers: seen } = await until(
      'five papers',
      () => readDatabase(session),
      (tables) => tables.papers.length === 5,
    );
    const paperIds = seen.slice(0, 2).map(({ id }) => id);
    const act = (name: string, what: object) =>
      tell(session, name, { op: crypto.randomUUID(), ...what });
    await act('tagPapers', { paperIds, add: ['kelp'], remove: [] });
    await act('setNote', { paperId: paperIds[0], note: 'Ask Béla.' });
    before = await readDatabase(session);
    await session.kill();
    // What Chromium does itself with a database that it cannot open.
    rmSync(join(profile, 'Default/IndexedDB'), { recursive: true });
    session = await launch({ profile, network });
  });
  afterAll(async () => {
    await session?.close();
    await network?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const says = (page: Page) => page.getByText(/lost Offprint’s database.* 2 saved papers are here/);

  it('comes back with everything that was saved, and its history', async () => {
    const after = await until(
      'the papers',
      () => readDatabase(session),
      (tables) => tables.library.length > 0,
    );
    for (const table of ['library', 'tags', 'journal'] as const)
      expect(after[table]).toEqual(before[table]);
    const saved = new Set(before.library.map(({ paperId }) => paperId));
    expect(after.papers).toEqual(before.papers.filter(({ id }) => saved.has(id)));
  });

  it('is told of in the library and the popup, until it was read', async () => {
    const library = await session.openExtension('library.html');
    await says(library).waitFor();
    const popup = await session.openExtension('popup.html');
    await says(popup).waitFor();
    await popup.getByRole('button', { name: 'Understood' }).click();
    await says(popup).waitFor({ state: 'detached' });
    await says(library).waitFor({ state: 'detached' });
    await popup.reload();
    await popup.getByRole('tab', { name: /^Reading list/ }).click();
    await popup.getByText(papers[0]!.title).waitFor();
    expect(await says(popup).count()).toBe(0);
  });

  it('takes new decisions and keeps them', async () => {
    await tell(session, 'undo', { op: crypto.randomUUID() });
    const { library } = await readDatabase(session);
    expect(library.map(({ note }) => note)).toEqual(['', '']);
    await session.kill();
    rmSync(join(profile, 'Default/IndexedDB'), { recursive: true });
    session = await launch({ profile, network });
    const again = await until(
      'the papers',
      () => readDatabase(session),
      (tables) => tables.library.length > 0,
    );
    expect(again.library).toEqual(library);
  });
});
