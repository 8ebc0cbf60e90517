import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, readDatabase, type Session } from './browser';
import { evaluateModule } from './browser/evaluate-module';
import { backupOf, manyPapers } from './data/many-papers';
import type { PageData } from './data/page-side';

declare const data: PageData;

const COUNT = 10_000;

let session: Session;
let page: Page;
const rows = manyPapers(COUNT);

beforeAll(async () => {
  session = await launch();
  page = await session.openExtension('popup.html');
  await evaluateModule(page, join(import.meta.dirname, 'data/page-side.ts'));
});

afterAll(() => session.close());

describe(`a library of ${COUNT} papers`, () => {
  test('comes in from a backup, whole, with progress', async () => {
    const text = await backupOf(rows);
    // Given to the page in advance: the user's file is on the disk, not in the test's pipe.
    await page.evaluate((text) => {
      Object.assign(globalThis, { backupBytes: new TextEncoder().encode(text) });
    }, text);
    const run = await page.evaluate(async () => {
      const bytes = Reflect.get(globalThis, 'backupBytes') as Uint8Array<ArrayBuffer>;
      const start = performance.now();
      const reading = await data.readBackup(bytes);
      const read = performance.now();
      const shares = [0];
      const { importId, bad } = await data.stageImport(reading, data.send, {
        onProgress: (done, of) => shares.push(done / of),
      });
      const staged = performance.now();
      const taken = await data.commitStaged(reading.head!, importId, 'replace', data.send);
      const done = performance.now();
      return {
        problems: reading.problems,
        bad,
        shares,
        taken,
        ms: { read: read - start, stage: staged - read, commit: done - staged, all: done - start },
      };
    });
    console.log('import of 10,000 in ms:', JSON.stringify(run.ms));
    expect(run.problems).toEqual([]);
    expect(run.bad).toEqual([]);
    expect(run.shares.at(-1)).toBe(1);
    // Told at least at every tenth of the way.
    const steps = run.shares.slice(1).map((share, i) => share - run.shares[i]!);
    expect(Math.max(...steps)).toBeLessThanOrEqual(0.1);
    expect(run.taken).toEqual({ papers: COUNT, saved: COUNT });
    const stored = await readDatabase(session);
    for (const [table, list] of Object.entries(rows))
      expect(difference(stored[table]!, list), table).toEqual([]);
  }, 120_000);

  test('goes out as a backup of the same rows', async () => {
    const run = await page.evaluate(async () => {
      const times: number[] = [];
      let text = '';
      let told = 0;
      for (let i = 0; i < 5; i++) {
        const start = performance.now();
        const { settings } = data;
        const { file } = await data.exportBackup(data.db, {
          settings,
          now: 0,
          onProgress: () => told++,
        });
        times.push(performance.now() - start);
        text = await file.text();
      }
      return { times, told, text };
    });
    console.log('export of 10,000 in ms:', JSON.stringify(run.times));
    expect(run.told).toBeGreaterThan(5 * 10);
    const backup = JSON.parse(run.text) as Record<string, object[]>;
    for (const [table, list] of Object.entries(rows))
      expect(difference(backup[table]!, list), table).toEqual([]);
  }, 120_000);

  test('is put back as it was by one message', async () => {
    const [head] = await page.evaluate(() => data.stagedHeads(data.db));
    expect(head?.state).toBe('committed');
    const start = performance.now();
    await page.evaluate((importId) => data.send('revertImport', { importId }), head!.id);
    console.log('going back from 10,000 in ms:', Math.round(performance.now() - start));
    const stored = await readDatabase(session);
    expect(Object.values(stored).flat()).toEqual([]);
  }, 60_000);
});

/** The first rows that are in one list and not in the other; a diff of 10,000 would take minutes. */
function difference(a: unknown[], b: unknown[]): unknown[] {
  const count = new Map<string, number>();
  const text = (row: unknown) => JSON.stringify(row, sortedKeys);
  for (const row of a) count.set(text(row), (count.get(text(row)) ?? 0) + 1);
  for (const row of b) count.set(text(row), (count.get(text(row)) ?? 0) - 1);
  return [...count].filter(([, n]) => n !== 0).slice(0, 3);
}

function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
}
