import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deletePapers } from '../../../lib/db/delete-papers';
import { keepBoth, mergeByHand } from '../../../lib/db/duplicates';
import { savePapers, setNote, tagPapers, unsavePapers } from '../../../lib/db/library';
import { OffprintDb } from '../../../lib/db/schema';
import { SecondCopy } from '../../../lib/db/second-copy';
import { deleteTags, renameTag } from '../../../lib/db/tags';
import { undo } from '../../../lib/db/undo';
import type { PaperId } from '../../../lib/paper';
import { Disk, rowsOf } from './disk';
import { acts, NOON, seen, show } from './fresh-db';

/** What the copy should hold: every decision, and of the papers those in `saved`. */
async function decided(
  db: OffprintDb,
  saved: readonly PaperId[],
): Promise<Record<string, object[]>> {
  const rows = await rowsOf(db);
  const isSaved = (row: object) =>
    saved.includes(String(Reflect.get(row, 'paperId') ?? Reflect.get(row, 'id')));
  return { ...rows, papers: rows.papers!.filter(isSaved), aliases: rows.aliases!.filter(isSaved) };
}

describe('the second copy', () => {
  let disk: Disk;
  let act: ReturnType<typeof acts>;
  beforeEach(() => {
    disk = new Disk();
    act = acts();
  });

  async function three(db: OffprintDb): Promise<PaperId[]> {
    const recorded = await show(
      db,
      [1, 2, 3].map((n) =>
        seen(`An invented paper, number ${n}`, { ids: [`arxiv:2501.0000${n}`] }),
      ),
    );
    return recorded.map(({ paper }) => paper.id);
  }

  test('keeps papers apart after the database was lost, and a merge whole', async () => {
    const { db, copy } = await disk.start();
    const [one, two, third] = await three(db);
    await savePapers(db, act(), [one!, third!]);
    await keepBoth(db, act(), one!, two!);
    await mergeByHand(db, act(), third!, two!);
    await copy.settled();
    const before = await decided(db, [one!, two!]);
    expect(before.distinct).toHaveLength(1);
    expect(await disk.copied()).toEqual(before);
    disk.lose('main');
    const after = await disk.start();
    expect(after.restored).toBe(2);
    expect(await after.db.distinct.toArray()).toEqual(before.distinct);
    disk.lose('aside');
    const again = await disk.start();
    await again.copy.catchUp();
    await again.copy.catchUp();
    expect((await disk.copied()).distinct).toEqual(before.distinct);
    expect(await again.db.merges.count()).toBe(1);
    await undo(again.db, act());
    expect(await again.db.merges.count()).toBe(0);
    await undo(again.db, act());
    expect(await again.db.distinct.count()).toBe(0);
  });

  test('holds every decision and the papers it is about as soon as it has settled', async () => {
    const { db, copy } = await disk.start();
    const [a, b, c] = (await three(db)) as [string, string, string];
    await savePapers(db, act(), [a, b]);
    await tagPapers(db, act(), { paperIds: [a], add: ['owls'], remove: [] });
    await setNote(db, act(), b, 'Ask Ada.');
    await unsavePapers(db, act(), [b]);
    const tag = await db.tags.toCollection().first();
    await renameTag(db, act(), tag!.id, 'barn owls');
    await copy.settled();
    expect(await disk.copied()).toEqual(await decided(db, [a, b]));
    expect((await disk.copied()).papers!.map((row) => Reflect.get(row, 'id'))).not.toContain(c);
    await undo(db, act());
    await deleteTags(db, act(), [tag!.id]);
    await copy.settled();
    expect(await disk.copied()).toEqual(await decided(db, [a, b]));
  });

  test('follows what pages say later of a saved paper, and nothing of the others', async () => {
    const { db, copy } = await disk.start();
    const [a] = (await three(db)) as [string];
    await savePapers(db, act(), [a]);
    const rows = [1, 2].map((n) =>
      seen(`An invented paper, number ${n}`, { ids: [`arxiv:2501.0000${n}`], abstract: 'Later.' }),
    );
    await show(db, rows, { now: NOON + 9e6 });
    await copy.settled();
    expect(await disk.copied()).toEqual(await decided(db, [a]));
  });

  test('brings everything back once the database is lost, and only then', async () => {
    const before = await disk.start();
    const [a, b] = (await three(before.db)) as [string, string];
    await savePapers(before.db, act(), [a]);
    await tagPapers(before.db, act(), { paperIds: [b], add: ['owls', 'larks'], remove: [] });
    await before.copy.settled();
    const kept = await decided(before.db, [a, b]);
    expect((await disk.start()).restored).toBeUndefined();

    disk.lose('main');
    const after = await disk.start();
    expect(after.restored).toBe(2);
    expect(await rowsOf(after.db)).toEqual(kept);
    await undo(after.db, act());
    expect((await after.db.library.toArray()).map(({ paperId }) => paperId)).toEqual([a]);
  });

  test('is nothing to bring back on the first day, or after all was deleted', async () => {
    expect((await disk.start()).restored).toBeUndefined();
    const { db, copy } = await disk.start();
    await savePapers(db, act(), await three(db));
    await copy.empty();
    disk.lose('main');
    expect((await disk.start()).restored).toBeUndefined();
  });

  test('is made again where it was lost itself', async () => {
    const { db, copy } = await disk.start();
    const ids = await three(db);
    await savePapers(db, act(), ids);
    await copy.settled();
    disk.lose('aside');
    const next = await disk.start();
    expect(next.restored).toBeUndefined();
    await next.copy.catchUp();
    expect(await disk.copied()).toEqual(await decided(next.db, ids));
  });

  test('catches up with what a stopped worker had no time to copy', async () => {
    const { db, copy } = await disk.start();
    const ids = (await three(db)) as [string, string, string];
    await savePapers(db, act(), ids);
    await copy.settled();
    db.close();
    const alone = disk.alone();
    await setNote(alone, act(), ids[0], 'Written, and not copied.');
    await alone.transaction('rw', alone.tables, () => deletePapers(alone, new Set([ids[2]])));
    alone.close();
    const next = await disk.start();
    await next.copy.catchUp();
    const { library, journal } = await disk.copied();
    expect({ library, journal }).toEqual({
      library: await next.db.library.toArray(),
      journal: await next.db.journal.toArray(),
    });
  });

  test('goes with a table that was emptied', async () => {
    const { db, copy } = await disk.start();
    const ids = await three(db);
    await savePapers(db, act(), ids);
    await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((t) => t.clear())));
    await copy.settled();
    expect(Object.values(await disk.copied()).flat()).toEqual([]);
  });

  test('takes nothing of a transaction that was taken back', async () => {
    const { db, copy } = await disk.start();
    const [a] = (await three(db)) as [string];
    await db
      .transaction('rw', db.tables, async () => {
        await savePapers(db, act(), [a]);
        throw new Error('no');
      })
      .catch(() => {});
    await copy.settled();
    expect((await disk.copied()).library).toEqual([]);
  });

  test('never keeps an act from being done', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const db = new OffprintDb({ indexedDB: new IDBFactory(), IDBKeyRange });
    const copy = new SecondCopy(db, () => Promise.reject(new Error('no room')));
    const [a] = (await three(db)) as [string];
    expect(await savePapers(db, act(), [a])).toMatchObject({ changed: 1 });
    await copy.settled();
    expect(await db.library.count()).toBe(1);
  });
});
