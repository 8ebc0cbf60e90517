import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hybridClock } from '../../../lib/db/clock';
import type { Act } from '../../../lib/db/journal';
import { savePapers, setNote, setStatus, tagPapers, unsavePapers } from '../../../lib/db/library';
import { mergeTags } from '../../../lib/db/merge-tags';
import type { OffprintDb } from '../../../lib/db/schema';
import { deleteTags, recolorTag, renameTag } from '../../../lib/db/tags';
import { undo } from '../../../lib/db/undo';
import { STATUSES, type Status } from '../../../lib/paper';
import { acts, freshDb, NOON, seen, show } from './fresh-db';

async function withPapers(count = 3): Promise<{ db: OffprintDb; ids: string[] }> {
  const db = freshDb();
  const rows = Array.from({ length: count }, (_, n) =>
    seen(`Paper of some number ${n} that is long enough`, { ids: [`arxiv:2608.0000${n}`] }),
  );
  return { db, ids: (await show(db, rows)).map(({ paper }) => paper.id) };
}

const rowsAndBytes = async (db: OffprintDb, from: number) => {
  const rows = (await db.journal.toArray()).slice(from);
  return { rows: rows.length, bytes: JSON.stringify(rows).length };
};

describe('one act of the user', () => {
  test('is one library row and one journal row, of less than 5 kB', async () => {
    const { db, ids } = await withPapers();
    const next = acts();
    await tagPapers(db, next(), { paperIds: ids, add: ['old'], remove: [] });
    const before = await db.journal.count();
    const library = await db.library.toArray();
    const ack = await tagPapers(db, next(), { paperIds: [ids[0]!], add: ['new'], remove: ['old'] });
    expect(ack.changed).toBe(1);
    const written = await rowsAndBytes(db, before);
    expect(written.rows).toBe(1);
    expect(written.bytes + JSON.stringify(await db.library.get(ids[0]!)).length).toBeLessThan(
      5_000,
    );
    const changed = (await db.library.toArray()).filter(
      (row, i) => JSON.stringify(row) !== JSON.stringify(library[i]),
    );
    expect(changed).toHaveLength(1);
    expect(await db.tags.count()).toBe(2);
  });

  test('of many papers is one group', async () => {
    const { db, ids } = await withPapers();
    const ack = await savePapers(db, acts()(), ids);
    const groups = new Set((await db.journal.toArray()).map(({ groupId }) => groupId));
    expect([...groups]).toEqual([ack.op]);
    expect(ack.changed).toBe(3);
  });

  test('sent twice is done once, also at the same time', async () => {
    const { db, ids } = await withPapers();
    const act = acts()('the-same-op');
    const acks = await Promise.all([1, 2, 3].map(() => savePapers(db, act, ids)));
    expect(acks.map(({ changed }) => changed).sort()).toEqual([0, 0, 3]);
    expect(await db.journal.count()).toBe(3);
  });

  test('that changes nothing writes nothing', async () => {
    const { db, ids } = await withPapers();
    const next = acts();
    await setStatus(db, next(), ids, 'read');
    const before = await db.journal.count();
    await setStatus(db, next(), ids, 'read');
    await savePapers(db, next(), ids);
    await tagPapers(db, next(), { paperIds: ids, add: [], remove: ['unknown'] });
    expect(await db.journal.count()).toBe(before);
  });

  test('about a paper that is gone says so and makes no tag', async () => {
    const { db } = await withPapers();
    const gone = { paperIds: ['01GONE'], add: ['orphan'], remove: [] };
    await expect(tagPapers(db, acts()(), gone)).rejects.toThrow('not kept any more');
    await expect(savePapers(db, acts()(), ['01GONE'])).rejects.toThrow('not kept any more');
    expect(await db.tags.count()).toBe(0);
  });

  test('keeps its order when the clock of the system goes back', async () => {
    const { db, ids } = await withPapers();
    const clock = hybridClock('device01');
    const at = (now: number, op: string): Act => ({ op, now, clock });
    await setNote(db, at(NOON, 'first-operation'), ids[0]!, 'one');
    await setNote(db, at(NOON - 3_600_000, 'second-operation'), ids[0]!, 'two');
    const groups = (await db.journal.orderBy('id').toArray()).map(({ groupId }) => groupId);
    expect(groups).toEqual(['first-operation', 'second-operation']);
    const clocks = (await db.journal.toArray()).map((row) => row.clock);
    expect([...clocks].sort()).toEqual(clocks);
    const again = hybridClock('device01', clocks.at(-1));
    expect(again.next(NOON - 7_200_000).clock > clocks.at(-1)!).toBe(true);
  });
});

describe('undo', () => {
  test('goes back act by act, across deletions of tags', async () => {
    const { db, ids } = await withPapers();
    const next = acts();
    await tagPapers(db, next(), { paperIds: ids, add: ['one', 'two'], remove: [] });
    const [one] = await db.tags.toArray();
    await deleteTags(db, next(), [one!.id]);
    await unsavePapers(db, next(), [ids[0]!]);
    for (let i = 0; i < 2; i++) await undo(db, next());
    expect((await db.library.get(ids[0]!))!.tagIds).toHaveLength(2);
    await undo(db, next());
    expect(await db.library.count()).toBe(0);
    expect(await db.tags.count()).toBe(0);
    expect((await undo(db, next())).changed).toBe(0);
  });

  test('pressed twice at once takes back two acts', async () => {
    const { db, ids } = await withPapers();
    const next = acts();
    await savePapers(db, next(), [ids[0]!]);
    await savePapers(db, next(), [ids[1]!]);
    await Promise.all([undo(db, next()), undo(db, next())]);
    expect(await db.library.count()).toBe(0);
  });

  test('passes over an act of which nothing is left', async () => {
    const { db, ids } = await withPapers();
    const next = acts();
    await savePapers(db, next(), [ids[0]!]);
    const saved = await savePapers(db, next(), [ids[1]!]);
    // As after a forgetting, or an import that was taken back: the row is gone, its history stays.
    await db.library.delete(ids[1]!);
    const ack = await undo(db, next());
    expect(ack.undone).not.toBe(saved.op);
    expect(await db.library.count()).toBe(0);
  });

  test('keeps a newer value of the same field', async () => {
    const { db, ids } = await withPapers();
    const next = acts();
    const older = await setNote(db, next(), ids[0]!, 'older');
    await setNote(db, next(), ids[0]!, 'old');
    const middle = await setNote(db, next(), ids[0]!, 'newer');
    await setNote(db, next(), ids[0]!, 'newest');
    expect((await undo(db, next(), middle.op)).changed).toBe(0);
    expect((await db.library.get(ids[0]!))!.note).toBe('newest');
    expect(older.changed).toBe(1);
  });

  test('of an undo is a redo', async () => {
    const { db, ids } = await withPapers();
    const next = acts();
    await tagPapers(db, next(), { paperIds: ids, add: ['x'], remove: [] });
    const after = await state(db);
    const back = await undo(db, next());
    expect(await state(db)).toEqual({ entries: {}, tags: [] });
    await undo(db, next(), back.op);
    expect(await state(db)).toEqual(after);
  });

  test('of everything, whatever was done, gives the beginning again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { maxLength: 14 }), async (steps) => {
        const { db, ids } = await withPapers();
        const next = acts();
        await tagPapers(db, next(), { paperIds: [ids[0]!], add: ['a', 'b'], remove: [] });
        const start = await state(db);
        const states = [start];
        let done = 0;
        for (const step of steps) {
          const changed = await perform(db, next, ids, step);
          if (changed > 0) {
            done++;
            states.push(await state(db));
          }
        }
        for (let i = 0; i < done; i++) {
          expect((await undo(db, next())).changed).toBeGreaterThan(0);
          expect(await state(db)).toEqual(states[done - i - 1]);
        }
        await db.delete();
      }),
      { numRuns: 60, seed: 20_260_822 },
    );
  }, 60_000);
});

const KINDS = [
  'save',
  'unsave',
  'tag',
  'untag',
  'status',
  'note',
  'rename',
  'recolor',
  'delete',
  'deleteAll',
  'merge',
  'mergeOne',
] as const;

interface Step {
  kind: (typeof KINDS)[number];
  papers: number[];
  tag: string;
  status: Status;
}

const anyAct: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  papers: fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
  tag: fc.constantFrom('a', 'b', 'C', 'ü'),
  status: fc.constantFrom(...STATUSES),
});

async function perform(
  db: OffprintDb,
  next: () => Act,
  ids: readonly string[],
  { kind, papers, tag, status }: Step,
): Promise<number> {
  const paperIds = papers.map((n) => ids[n]!);
  const tagId = (await db.tags.where('nameKey').equals(tag.toLowerCase()).first())?.id ?? 'none';
  const all = await db.tags.toCollection().primaryKeys();
  const acted = {
    save: () => savePapers(db, next(), paperIds),
    unsave: () => unsavePapers(db, next(), paperIds),
    tag: () => tagPapers(db, next(), { paperIds, add: [tag], remove: [] }),
    untag: () => tagPapers(db, next(), { paperIds, add: [], remove: [tag] }),
    status: () => setStatus(db, next(), paperIds, status),
    note: () => setNote(db, next(), paperIds[0]!, `note ${tag}`),
    rename: () => renameTag(db, next(), tagId, `${tag} again`),
    recolor: () => recolorTag(db, next(), tagId, tag.length + 4),
    delete: () => deleteTags(db, next(), [tagId]),
    deleteAll: () => deleteTags(db, next(), all),
    merge: () => mergeTags(db, next(), all, tagId),
    mergeOne: () => mergeTags(db, next(), all.slice(0, 1), tagId),
  }[kind]();
  return (await acted.catch(() => ({ changed: 0 }))).changed;
}

/** What the user sees: entries without their clocks, tags in no order. */
async function state(db: OffprintDb) {
  const entries = await db.library.toArray();
  const tags = await db.tags.toArray();
  return {
    entries: Object.fromEntries(
      entries.map(({ paperId, status, note, savedAt, tagIds }) => [
        paperId,
        { status, note, savedAt, tagIds: [...tagIds].sort() },
      ]),
    ),
    tags: tags.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
