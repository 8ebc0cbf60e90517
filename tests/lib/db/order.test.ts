import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkRecord } from '../../../lib/backup/check-record';
import { latestOfEach } from '../../../lib/db/latest';
import { savePapers, setStatus } from '../../../lib/db/library';
import { orderPapers } from '../../../lib/db/order';
import type { OffprintDb } from '../../../lib/db/schema';
import { undo } from '../../../lib/db/undo';
import { viewIds } from '../../../lib/db/views';
import { isOrderKey } from '../../../lib/order-key';
import type { LibraryEntry } from '../../../lib/paper';
import { acts, freshDb, seen, show } from './fresh-db';

const TREES = ['Aspen', 'Birch', 'Cedar', 'Damson', 'Elm'];

let db: OffprintDb;
let act: ReturnType<typeof acts>;
let ids: Record<string, string>;

// Saved one after the other, so that the newest, `e`, stands first: e d c b a.
beforeEach(async () => {
  db = freshDb();
  act = acts();
  const shown = await show(
    db,
    TREES.map((tree) => seen(`${tree} leaves in a slow wind`)),
  );
  ids = Object.fromEntries(shown.map(({ paper }) => [paper.title[0]!.toLowerCase(), paper.id]));
  for (const id of Object.values(ids)) await savePapers(db, act(), [id]);
});

const named = (letters: string) => [...letters].map((letter) => ids[letter]!);
const move = (moved: string, after?: string) =>
  orderPapers(db, act(), named(moved), after && ids[after]);

async function queue(status?: 'unread'): Promise<string> {
  const view = status ? ({ kind: 'status', status } as const) : ({ kind: 'list' } as const);
  const letters = new Map(Object.entries(ids).map(([letter, id]) => [id, letter]));
  return (await viewIds(db, view, 'queue', 0)).map((id) => letters.get(id) ?? '?').join('');
}

describe('the queue', () => {
  it('begins as the list stands', async () => {
    expect(await queue()).toBe('edcba');
  });

  it('takes papers to the front, behind one, and to the end, and back by one undo', async () => {
    expect((await move('b')).changed).toBe(1);
    expect(await queue()).toBe('bedca');
    await move('a', 'b');
    expect(await queue()).toBe('baedc');
    await move('b', 'd');
    expect(await queue()).toBe('aedbc');
    await move('ae', 'c');
    expect(await queue()).toBe('dbcae');
    for (const before of ['aedbc', 'baedc', 'bedca', 'edcba']) {
      await undo(db, act());
      expect(await queue()).toBe(before);
    }
    const rows = await db.library.toArray();
    expect(rows.every((row) => !('order' in row))).toBe(true);
  });

  it('keeps its order in a part of the list, and puts what is saved later behind', async () => {
    await move('a');
    await move('c', 'a');
    await setStatus(db, act(), named('e'), 'read');
    expect(await queue('unread')).toBe('acdb');
    await move('a', 'd');
    expect(await queue('unread')).toBe('cdab');
    const [late] = await show(db, [seen('Zelkova leaves in a slow wind')]);
    await savePapers(db, act(), [late!.paper.id]);
    ids.z = late!.paper.id;
    // What stood before the place has one of its own by now; the others wait behind it.
    expect(await queue()).toBe('cedazb');
  });

  it('changes nothing where papers stand there already, or are not saved', async () => {
    await move('e');
    expect((await move('e')).changed).toBe(0);
    expect((await orderPapers(db, act(), ['nobody'])).changed).toBe(0);
    await expect(orderPapers(db, act(), named('a'), 'nobody')).rejects.toThrow('nothing was moved');
  });

  it('makes room between two that have the same key', async () => {
    const entries = await db.library.bulkGet(named('ab'));
    await db.library.bulkPut(entries.map((entry) => ({ ...entry!, order: 'a0' })));
    expect(await queue()).toBe('abedc');
    await move('c', 'a');
    expect(await queue()).toBe('acbed');
  });

  it('stays in order however often papers are moved, with keys that a backup may hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...'abcde'), fc.constantFrom('', ...'abcde')), {
          maxLength: 12,
        }),
        async (moves) => {
          for (const [moved, after] of moves) {
            if (moved === after) continue;
            const rest = (await queue()).replace(moved, '');
            const at = after === '' ? 0 : rest.indexOf(after) + 1;
            await move(moved, after || undefined);
            expect(await queue()).toBe(rest.slice(0, at) + moved + rest.slice(at));
          }
          for (const row of await db.library.toArray())
            expect(checkRecord(JSON.stringify(['library', row]))).toEqual({
              record: ['library', row],
            });
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  it('has short keys even after a thousand moves to one place', async () => {
    for (let i = 0; i < 700; i++) await move(i % 2 ? 'a' : 'b', 'e');
    expect(await queue()).toBe('eabdc');
    const keys = (await db.library.toArray()).map(({ order = '' }) => order.length);
    expect(Math.max(...keys)).toBeLessThan(110);
  }, 60_000);
});

describe('of two entries of one paper', () => {
  const entry = (order: string | undefined, clock: string): LibraryEntry => ({
    paperId: 'P',
    savedAt: 1,
    status: 'unread',
    tagIds: [],
    note: '',
    ...(order !== undefined && { order }),
    clocks: { order: clock },
  });

  it('the place that was given last is kept, be it none', () => {
    expect(latestOfEach(entry('a1', '1'), entry('a2', '2')).order).toBe('a2');
    expect(latestOfEach(entry('a1', '3'), entry('a2', '2')).order).toBe('a1');
    expect(latestOfEach(entry('a1', '1'), entry(undefined, '2'))).not.toHaveProperty('order');
  });
});

describe('a key', () => {
  it.each(['a0', 'Zz', 'a0V', 'b10', 'Xaaa4', `A${'0'.repeat(25)}1`])('%s is one', (key) => {
    expect(isOrderKey(key)).toBe(true);
  });
  it.each(['', 'a', '0', 'b1', 'a10', 'a-', `A${'0'.repeat(26)}`, `a0${'1'.repeat(300)}`])(
    '"%s" is none',
    (key) => {
      expect(isOrderKey(key)).toBe(false);
    },
  );
});
