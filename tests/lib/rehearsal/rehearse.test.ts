import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readBackup } from '../../../lib/backup/read-backup';
import { sweepScratch, withScratch } from '../../../lib/db/scratch';
import { isWhole } from '../../../lib/rehearsal/rehearsal';
import { rehearse } from '../../../lib/rehearsal/rehearse';
import { backupOf, manyPapers } from '../../e2e/data/many-papers';

const rows = manyPapers(30);
const reading = async (text: string) => readBackup(new TextEncoder().encode(text));
const scratches = async () =>
  (await indexedDB.databases()).filter(({ name }) => name?.startsWith('offprint-check-'));

beforeAll(() => {
  // Node has no locks; one that is held is told by its name.
  const held = new Set<string>();
  const request = async (name: string, ...rest: unknown[]) => {
    const act = rest.at(-1) as (lock: object | null) => Promise<unknown>;
    if (held.has(name)) return act(null);
    held.add(name);
    return Promise.resolve(act({ name })).finally(() => held.delete(name));
  };
  vi.stubGlobal('navigator', { locks: { request } });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

describe('a trial restore', () => {
  test('of a whole backup gives back everything', async () => {
    const shares: number[] = [];
    const rehearsal = await rehearse(await reading(await backupOf(rows)), {
      now: 1,
      onProgress: (done, of) => shares.push(done / of),
    });
    expect(isWhole(rehearsal)).toBe(true);
    expect(rehearsal.tables).toMatchObject({
      papers: { readable: 30, of: 30 },
      library: { readable: 30, of: 30 },
      tags: { readable: 40, of: 40 },
      sightings: { readable: 60, of: 60 },
      journal: { readable: 30, of: 30 },
      notified: { readable: 0, of: 0 },
    });
    expect(rehearsal.notes).toEqual({ readable: 3, of: 3 });
    expect(shares.at(-1)).toBe(1);
    expect(await scratches()).toEqual([]);
  });

  test('names what would not come back, and its line', async () => {
    const lines = (await backupOf(rows)).split('\n');
    const bad = lines.findIndex((line) => line.includes('Paper number 7 '));
    lines[bad] = '{"id":"no paper"},';
    const stray = lines.findIndex((line) => line.includes('"note":"Note 10"'));
    lines[stray] = lines[stray]!.replace(/"tagIds":\["[^"]*"\]/, '"tagIds":["no-such-tag"]');
    const {
      tables,
      notes,
      bad: found,
      problems,
    } = await rehearse(await reading(lines.join('\n')), { now: 1 });
    expect(tables.papers).toEqual({ readable: 29, of: 30 });
    expect(notes).toEqual({ readable: 2, of: 3 });
    expect(problems).toEqual([{ kind: 'checksum' }]);
    const named = found.map(({ line }) => line);
    expect(named).toContain(bad + 1);
    expect(named).toContain(stray + 1);
    // What belonged to that paper: its number, its entry, two sightings.
    expect(tables).toMatchObject({
      aliases: { readable: 29, of: 30 },
      library: { readable: 28, of: 30 },
      sightings: { readable: 58, of: 60 },
    });
    expect(found).toHaveLength(6);
  });

  test('of half a file says how many of all', async () => {
    const text = await backupOf(rows);
    const half = text.slice(0, text.indexOf('Paper number 12 '));
    const { tables, problems } = await rehearse(await reading(half), { now: 1 });
    expect(tables.papers).toEqual({ readable: 12, of: 30 });
    expect(tables.library).toEqual({ readable: 0, of: 30 });
    expect(problems).toEqual([{ kind: 'cut', after: 12, of: 220 }]);
  });

  test('that is cancelled leaves nothing behind', async () => {
    const stop = new AbortController();
    const run = rehearse(await reading(await backupOf(rows)), {
      now: 1,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('stopped')),
    });
    await expect(run).rejects.toThrow('stopped');
    expect(await scratches()).toEqual([]);
  });
});

test('a scratch database that a crash has left is swept, one in use is not', async () => {
  await new Promise((resolve) => {
    const opening = indexedDB.open('offprint-check-left');
    opening.onsuccess = () => resolve(opening.result.close());
  });
  await withScratch(async (scratch) => {
    await scratch.open();
    await sweepScratch();
    expect((await scratches()).map(({ name }) => name)).toEqual([scratch.name]);
  });
  expect(await scratches()).toEqual([]);
});
