import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launch, readDatabase, reset, type Chrome, type Session, type Stored } from './browser';
import { evaluateModule } from './browser/evaluate-module';
import { backupOf, manyPapers } from './data/many-papers';
import type { PageData } from './data/page-side';

declare const data: PageData;
declare const chrome: Chrome;

const rows = manyPapers(1_200);
/** From before the message arrives to after it was answered. */
const DELAYS_MS = [0, 5, 15, 40, 90, 180, 400];

let session: Session;
let page: Page;
let text: string;
let killedProfile: string | undefined;

beforeAll(async () => {
  session = await launch();
  text = await backupOf(rows);
});
afterAll(async () => {
  await session?.close();
  if (killedProfile) rmSync(killedProfile, { recursive: true, force: true, maxRetries: 5 });
});

beforeEach(async () => {
  await reset(session);
  page = await openData();
});

/** A page of ours that can stage, commit and go back. */
async function openData(): Promise<Page> {
  const opened = await session.openExtension('options.html');
  await evaluateModule(opened, join(import.meta.dirname, 'data/page-side.ts'));
  return opened;
}

async function stage(): Promise<string> {
  return page.evaluate(async (text) => {
    const reading = await data.readBackup(new TextEncoder().encode(text));
    return (await data.stageImport(reading, data.send)).importId;
  }, text);
}

const commit = (importId: string) =>
  page.evaluate((importId) => data.send('commitImport', { importId, mode: 'replace' }), importId);

/** Lets `act` begin, stops the worker so many milliseconds later, and waits for its answer. */
async function stopDuring<T>(delayMs: number, act: () => Promise<T>): Promise<T> {
  const answer = act();
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  await session.stopWorker();
  return answer;
}

/** How many rows there are of the tables an import writes; staging is not among them. */
function counts(stored: Stored): Record<string, number> {
  return Object.fromEntries(Object.keys(rows).map((table) => [table, stored[table]?.length ?? 0]));
}

const nothing = Object.fromEntries(Object.keys(rows).map((table) => [table, 0]));
const everything = Object.fromEntries(
  Object.entries(rows).map(([table, { length }]) => [table, length]),
);

describe('a worker that is stopped', () => {
  test('while a backup is handed over takes it whole in the end, and nothing before', async () => {
    for (const delay of DELAYS_MS) {
      const importId = await stopDuring(delay, stage);
      expect(counts(await readDatabase(session)), `after ${delay} ms`).toEqual(nothing);
      expect(await commit(importId)).toEqual({ papers: 1_200, saved: 1_200 });
      expect(counts(await readDatabase(session)), `after ${delay} ms`).toEqual(everything);
      await page.evaluate((importId) => data.send('revertImport', { importId }), importId);
      expect(counts(await readDatabase(session))).toEqual(nothing);
    }
  }, 240_000);

  test('while an import is committed takes all of it or none, and all once it is asked again', async () => {
    for (const delay of DELAYS_MS) {
      const importId = await stage();
      const committed = stopDuring(delay, () => commit(importId));
      // Looked at while it happens: between none and all there is nothing.
      const seen = new Set<number>();
      for (let i = 0; i < 5; i++) {
        const { papers, library, sightings } = await readDatabase(session);
        seen
          .add(papers.length)
          .add(library.length)
          .add(sightings.length / 2);
      }
      expect([...seen].filter((n) => n !== 0 && n !== 1_200)).toEqual([]);
      expect(await committed).toEqual({ papers: 1_200, saved: 1_200 });
      expect(counts(await readDatabase(session)), `after ${delay} ms`).toEqual(everything);
      await page.evaluate((importId) => data.send('revertImport', { importId }), importId);
    }
  }, 240_000);

  test('while an import is taken back leaves nothing of it once it is asked again', async () => {
    for (const delay of DELAYS_MS) {
      const importId = await stage();
      await commit(importId);
      await stopDuring(delay, () =>
        page.evaluate((importId) => data.send('revertImport', { importId }), importId),
      );
      const stored = await readDatabase(session);
      expect(counts(stored), `after ${delay} ms`).toEqual(nothing);
      expect(stored.staging).toEqual([]);
    }
  }, 240_000);
});

test('an import can be taken back after the browser was killed and started again', async () => {
  const importId = await stage();
  await commit(importId);
  const { profile } = session;
  killedProfile = profile;
  await session.kill();
  const killed = session;
  session = await launch({ profile });
  page = await openData();
  const [head] = await page.evaluate(() => data.stagedHeads(data.db));
  expect(head).toMatchObject({ id: importId, kind: 'import', state: 'committed', papers: 1_200 });
  await page.evaluate((importId) => data.send('revertImport', { importId }), importId);
  expect(counts(await readDatabase(session))).toEqual(nothing);
  await killed.network.close();
}, 120_000);

test('everything is deleted: rows, settings, alarms', async () => {
  await commit(await stage());
  await page.evaluate(() => data.send('saveSettings', { bar: 'hidden' }));
  await page.evaluate(() => data.send('deleteEverything', {}));
  const stored = await readDatabase(session);
  expect(Object.values(stored).flat()).toEqual([]);
  const left = await page.evaluate(async () => {
    const { alarms, storage } = chrome;
    return [await storage.local.get(), await storage.session.get(), await alarms.getAll()];
  });
  expect(left).toEqual([{}, {}, []]);
}, 60_000);
