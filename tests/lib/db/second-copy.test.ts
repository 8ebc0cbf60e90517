import type Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { COPIED, CopyDb } from '../../../lib/db/copy-schema';
import { deletePapers } from '../../../lib/db/delete-papers';
import { savePapers, setNote, tagPapers, unsavePapers } from '../../../lib/db/library';
import { OffprintDb } from '../../../lib/db/schema';
import { SecondCopy } from '../../../lib/db/second-copy';
import { deleteTags, renameTag } from '../../../lib/db/tags';
import { undo } from '../../../lib/db/undo';
import type { PaperId } from '../../../lib/paper';
import { acts, NOON, seen, show } from './fresh-db';

/** A browser's storage: two places, either of which may be lost. */
class Disk {
  private main = new IDBFactory();
  private aside = new IDBFactory();

  /** The worker as it starts: the database, opened, and the copy beside it. */
  async start(): Promise<{ db: OffprintDb; copy: SecondCopy; restored: number | undefined }> {
    const db = new OffprintDb({ indexedDB: this.main, IDBKeyRange });
    const copy = new SecondCopy(db, async () => {
      const opened = new CopyDb({ indexedDB: this.aside, IDBKeyRange });
      await opened.open();
      return opened;
    });
    let restored: number | undefined;
    db.on('ready', async (opened) => {
      restored = await copy.restoreLost(opened);
    });
    await db.open();
    return { db, copy, restored };
  }

  lose(which: 'main' | 'aside'): void {
    this[which] = new IDBFactory();
  }

  async copied(): Promise<Record<string, object[]>> {
    return rowsOf(new CopyDb({ indexedDB: this.aside, IDBKeyRange }));
  }
}

async function rowsOf(db: Dexie): Promise<Record<string, object[]>> {
  const rows = await Promise.all(
    COPIED.map(async (name) => [name, await db.table<object>(name).toArray()] as const),
  );
  return Object.fromEntries(rows);
}

/** What the copy should hold: every decision, and of the papers those in `saved`. */
async function decided(db: OffprintDb, saved: readonly PaperId[]) {
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
    // The same database without a copy beside it, as if the worker had ended after each commit.
    const alone = new OffprintDb({ indexedDB: db._options.indexedDB!, IDBKeyRange });
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
