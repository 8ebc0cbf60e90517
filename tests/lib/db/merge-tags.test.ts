import { describe, expect, test } from 'vitest';
import { takenBack } from '../../../lib/db/acts';
import { tagPapers, unsavePapers } from '../../../lib/db/library';
import { mergeTags } from '../../../lib/db/merge-tags';
import type { OffprintDb } from '../../../lib/db/schema';
import { tagTable } from '../../../lib/db/tag-table';
import { deleteTags, renameTag } from '../../../lib/db/tags';
import { undo } from '../../../lib/db/undo';
import { acts, freshDb, NOON, seen, show } from './fresh-db';

const MINUTE = 60_000;

/** Four papers: x y on the first, y on the second, z x on the third, none on the fourth. */
async function tagged() {
  const db = freshDb();
  const rows = ['Clay', 'Dune', 'Fern', 'Kelp'].map((word, n) =>
    seen(`${word} as a teacher of slow machines`, { ids: [`arxiv:2608.0000${n}`] }),
  );
  const ids = (await show(db, rows)).map(({ paper }) => paper.id);
  const next = acts();
  const tag = (n: number, add: string[]) =>
    tagPapers(db, next(), { paperIds: [ids[n]!], add, remove: [] });
  await tag(0, ['x', 'y']);
  await tag(1, ['y']);
  await tag(2, ['z', 'x']);
  const tags = await db.tags.toArray();
  const id = (name: string) => tags.find((each) => each.name === name)!.id;
  return { db, ids, next, id };
}

/** The names of the tags of each saved paper, in their order. */
async function names(db: OffprintDb, ids: readonly string[]): Promise<string[]> {
  const tags = new Map((await db.tags.toArray()).map(({ id, name }) => [id, name]));
  const entries = await db.library.bulkGet([...ids]);
  return entries.map((entry) => entry?.tagIds.map((id) => tags.get(id) ?? '?').join(' ') ?? '-');
}

describe('merging tags', () => {
  test('puts the one in the place of the others, once on each paper', async () => {
    const { db, ids, next, id } = await tagged();
    const ack = await mergeTags(db, next(), [id('x'), id('y'), id('z')], id('y'));
    expect(await names(db, ids)).toEqual(['y', 'y', 'y', '-']);
    expect((await db.tags.toArray()).map(({ name }) => name)).toEqual(['y']);
    // Two papers changed, two tags went.
    expect(ack.changed).toBe(4);
    expect(new Set((await db.journal.toArray()).map(({ groupId }) => groupId)).size).toBe(4);
  });

  test('is taken back exactly, the order of the tags included, and said as what it was', async () => {
    const { db, ids, next, id } = await tagged();
    const tags = await db.tags.toArray();
    const { op } = await mergeTags(db, next(), [id('x'), id('z')], id('y'));
    await undo(db, next(), op);
    expect(await names(db, ids)).toEqual(['x y', 'y', 'z x', '-']);
    expect(await db.tags.toArray()).toEqual(tags);
    expect(await takenBack(db, op)).toEqual({ what: 'tag', count: 2, name: 'x' });
  });

  test('can be taken back and made again, again and again', async () => {
    const { db, ids, next, id } = await tagged();
    const merged = await mergeTags(db, next(), [id('x')], id('y'));
    let last = merged.op;
    for (const expected of [
      ['x y', 'y', 'z x', '-'],
      ['y', 'y', 'z y', '-'],
      ['x y', 'y', 'z x', '-'],
    ]) {
      last = (await undo(db, next(), last)).op;
      expect(await names(db, ids)).toEqual(expected);
    }
  });

  test('leaves alone what was decided since', async () => {
    const { db, ids, next, id } = await tagged();
    const { op } = await mergeTags(db, next(), [id('x')], id('y'));
    await tagPapers(db, next(), { paperIds: [ids[0]!], add: ['w'], remove: [] });
    await unsavePapers(db, next(), [ids[2]!]);
    await undo(db, next(), op);
    expect(await names(db, ids)).toEqual(['y w x', 'y', '-', '-']);
  });

  test('is not taken back by half when a name was given away since', async () => {
    const { db, ids, next, id } = await tagged();
    const { op } = await mergeTags(db, next(), [id('x'), id('z')], id('y'));
    await renameTag(db, next(), id('y'), 'x');
    expect((await undo(db, next(), op)).changed).toBe(0);
    expect(await names(db, ids)).toEqual(['x', 'x', 'x', '-']);
    // One after the other, newest first, both can be.
    await undo(db, next());
    await undo(db, next());
    expect(await names(db, ids)).toEqual(['x y', 'y', 'z x', '-']);
  });

  test('into a tag that went says so and changes nothing', async () => {
    const { db, ids, next, id } = await tagged();
    await deleteTags(db, next(), [id('z')]);
    const before = await db.journal.count();
    await expect(mergeTags(db, next(), [id('x')], id('z'))).rejects.toThrow('nothing was changed');
    expect(await names(db, ids)).toEqual(['x y', 'y', 'x', '-']);
    expect(await db.journal.count()).toBe(before);
  });
});

describe('deleting several tags', () => {
  test('is one group, and one undo brings all of them back', async () => {
    const { db, ids, next, id } = await tagged();
    const { op, changed } = await deleteTags(db, next(), [id('x'), id('y'), 'no such tag']);
    expect(changed).toBe(2);
    expect(await names(db, ids)).toEqual(['', '', 'z', '-']);
    expect(await takenBack(db, op)).toEqual({ what: 'tag', count: 2, name: 'x' });
    await undo(db, next());
    const back = (await names(db, ids)).map((each) => each.split(' ').sort().join(' '));
    expect(back).toEqual(['x y', 'y', 'x z', '-']);
  });
});

describe('the table of tags', () => {
  test('says of each how many papers have it, and when one was last tagged or saved', async () => {
    const { db, ids, next, id } = await tagged();
    await unsavePapers(db, next(), [ids[1]!]);
    await db.tags.add({ id: 'T', name: 'alone', nameKey: 'alone', color: 3, createdAt: NOON });
    const rows = new Map((await tagTable(db)).map((row) => [row.id, row]));
    expect(rows.get(id('x'))).toMatchObject({ count: 2, lastUsedAt: NOON + 3 * MINUTE });
    expect(rows.get(id('y'))).toMatchObject({ count: 1, lastUsedAt: NOON + MINUTE });
    expect(rows.get('T')).toMatchObject({ count: 0 });
    expect(rows.get('T')).not.toHaveProperty('lastUsedAt');
  });
});
