import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deletePapers } from '../../../lib/db/delete-papers';
import { keepBoth, mergeByHand, splitMerge } from '../../../lib/db/duplicates';
import { savePapers, setNote, setStatus, tagPapers } from '../../../lib/db/library';
import { lastMerges, openPairs, readPair } from '../../../lib/db/read-pairs';
import type { OffprintDb } from '../../../lib/db/schema';
import { deleteTags } from '../../../lib/db/tags';
import { observeTrends } from '../../../lib/db/trends';
import { undo } from '../../../lib/db/undo';
import type { SeenPaper } from '../../../lib/paper';
import { acts, everything, freshDb, NOON, seen, show } from './fresh-db';

const ARXIV = { ids: ['arxiv:2608.00001'] };
const DOI = { ids: ['doi:10.1000/lantern'] };
const TITLE = 'A Lantern for Two Rivers and a Boat';
const ABSTRACT = 'We light two rivers with one lantern and count the boats that pass. '.repeat(5);

/** Two papers that differ by a word of their titles, each with all that a paper can have. */
async function two(): Promise<{
  db: OffprintDb;
  a: string;
  b: string;
  next: ReturnType<typeof acts>;
}> {
  const db = freshDb();
  const next = acts();
  const [first] = await show(db, [seen(TITLE, { ...ARXIV, rank: 3, votes: 4 })]);
  const [second] = await show(db, [seen(`${TITLE} Again`, { ...DOI, rank: 1 })]);
  const [a, b] = [first!.paper.id, second!.paper.id];
  await tagPapers(db, next(), { paperIds: [a], add: ['mine', 'both'], remove: [] });
  await tagPapers(db, next(), { paperIds: [b], add: ['theirs', 'both'], remove: [] });
  await setNote(db, next(), a, 'Of the first.');
  await setNote(db, next(), b, 'Of the second.');
  await setStatus(db, next(), [a], 'read');
  await setStatus(db, next(), [b], 'reading');
  const told = (paperId: string) => ({ paperId, kind: 'digest' as const, at: NOON });
  await db.notified.bulkPut([told(a), told(b)]);
  await db.feedback.put({ paperId: b, kind: 'more', at: NOON });
  await observeTrends(db, 'hugging-face', [{ paperId: b, votes: 3 }], NOON);
  return { db, a, b, next };
}

/** All rows but the history of what was done. */
async function state(db: OffprintDb): Promise<Record<string, unknown[]>> {
  const { journal: _, ...tables } = await everything(db);
  return tables;
}

describe('a merge by hand', () => {
  test('unites tags, keeps both notes, takes the further status, moves all else', async () => {
    const { db, a, b, next } = await two();
    expect((await mergeByHand(db, next(), b, a)).changed).toBe(1);
    const entry = (await db.library.get(a))!;
    const names = new Map((await db.tags.toArray()).map(({ id, name }) => [id, name]));
    expect(entry.tagIds.map((id) => names.get(id)).sort()).toEqual(['both', 'mine', 'theirs']);
    expect(entry.note).toBe('Of the first.\n\n———\n\nOf the second.');
    expect(entry.status).toBe('read');
    for (const { name } of db.tables.filter(
      ({ name }) => !['merges', 'journal', 'dirty'].includes(name),
    ))
      expect(JSON.stringify(await db.table(name).toArray()), name).not.toContain(b);
    expect(await db.feedback.count()).toBe(1);
    expect(await db.trends.count()).toBe(1);
    expect((await db.papers.get(a))!.ids).toEqual([...ARXIV.ids, ...DOI.ids]);
  });

  test('keeps the record that the reader chose', async () => {
    const { db, a, b, next } = await two();
    await mergeByHand(db, next(), a, b);
    expect((await db.papers.get(b))!.title).toBe(`${TITLE} Again`);
    expect(await db.papers.get(a)).toBeUndefined();
  });

  test('sent twice is done once', async () => {
    const { db, a, b, next } = await two();
    const act = next();
    await mergeByHand(db, act, b, a);
    const after = await everything(db);
    expect((await mergeByHand(db, act, b, a)).changed).toBe(0);
    expect((await mergeByHand(db, next(), b, a)).changed).toBe(0);
    expect(await everything(db)).toEqual(after);
  });

  test.each(['undo', 'splitMerge'] as const)('is taken back exactly by %s', async (way) => {
    const { db, a, b, next } = await two();
    const before = await state(db);
    const { op } = await mergeByHand(db, next(), b, a);
    const [merge] = await db.merges.toArray();
    if (way === 'undo') await undo(db, next(), op);
    else await splitMerge(db, next(), merge!.id);
    expect(await state(db)).toEqual(before);
  });

  test('is done again by undoing the undo, and the newest act is what undo takes', async () => {
    const { db, a, b, next } = await two();
    await mergeByHand(db, next(), b, a);
    const after = await db.library.toArray();
    const back = await undo(db, next());
    expect(await db.papers.count()).toBe(2);
    await undo(db, next(), back.op);
    expect(await db.papers.count()).toBe(1);
    expect(await db.library.toArray()).toEqual(after);
  });

  test('of a paper that is gone is refused and changes nothing', async () => {
    const { db, a, next } = await two();
    const before = await everything(db);
    await expect(mergeByHand(db, next(), 'nobody', a)).rejects.toThrow('not here any more');
    expect(await everything(db)).toEqual(before);
  });

  test('is passed over by undo when the rules merged the paper again since', async () => {
    const { db, a, b, next } = await two();
    await mergeByHand(db, next(), b, a);
    await show(db, [seen('A bare number', { ids: ['pmid:9'], provisional: true })]);
    await show(db, [seen(TITLE, { ids: [...ARXIV.ids, 'pmid:9'] })], { now: NOON + 1 });
    expect(await db.merges.count()).toBe(2);
    expect(await db.papers.count()).toBe(1);
    const { changed } = await undo(db, next());
    // The status that was set before the merge.
    expect(changed).toBe(1);
    expect(await db.merges.count()).toBe(2);
  });

  test('taken back leaves out a tag that was deleted since', async () => {
    const { db, a, b, next } = await two();
    const { op } = await mergeByHand(db, next(), b, a);
    const theirs = await db.tags.where('nameKey').equals('theirs').first();
    await deleteTags(db, next(), [theirs!.id]);
    await undo(db, next(), op);
    expect((await db.library.get(b))!.tagIds).not.toContain(theirs!.id);
  });

  test('any merges, taken back newest first, give the beginning again', async () => {
    const step = fc.tuple(fc.nat(4), fc.nat(4));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const db = freshDb();
        const next = acts();
        const rows = Array.from({ length: 5 }, (_, i) =>
          seen(`Paper ${i} about Boats on Rivers`, { ids: [`pmid:${i}`], rank: i + 1 }),
        );
        const ids = (await show(db, rows)).map(({ paper }) => paper.id);
        await savePapers(db, next(), ids.slice(0, 3));
        await setNote(db, next(), ids[1]!, 'A note.');
        await keepBoth(db, next(), ids[3]!, ids[4]!);
        const before = await state(db);
        const ops: string[] = [];
        for (const [x, y] of steps) {
          const ack = await mergeByHand(db, next(), ids[x]!, ids[y]!);
          if (ack.changed > 0) ops.unshift(ack.op);
        }
        for (const op of ops) await undo(db, next(), op);
        expect(await state(db)).toEqual(before);
        db.close();
      }),
      { numRuns: 25 },
    );
  });
});

describe('papers that are kept apart', () => {
  const twins = (more: Partial<SeenPaper> = {}) => seen(TITLE, { abstract: ABSTRACT, ...more });

  test.each([
    ['are not merged by the rules: same title and abstract', true, 2],
    ['are merged by them otherwise', false, 1],
  ])('%s', async (_, isApart, papers) => {
    const db = freshDb();
    const next = acts();
    const [a] = await show(db, [twins(ARXIV)]);
    const [b] = await show(db, [seen(`${TITLE} II`, DOI)]);
    if (isApart) await keepBoth(db, next(), b!.paper.id, a!.paper.id);
    // The second one's title was wrong: now they are alike in all.
    await show(db, [twins({ ...DOI, version: 2 })], { now: NOON + 1 });
    expect(await db.papers.count()).toBe(papers);
    expect(await db.merges.count()).toBe(2 - papers);
  });

  test('are not merged by a row that names both, nor does one take the other’s name', async () => {
    const { db, a, b, next } = await two();
    await keepBoth(db, next(), a, b);
    await show(db, [seen(TITLE, { ids: [...ARXIV.ids, ...DOI.ids] })], { now: NOON + 1 });
    expect((await db.papers.get(a))!.ids).toEqual(ARXIV.ids);
    expect((await db.papers.get(b))!.ids).toEqual(DOI.ids);
    expect(await db.merges.count()).toBe(0);
  });

  test('are not suggested again until that is undone', async () => {
    const { db, a, b, next } = await two();
    const [x, y] = [a, b].sort() as [string, string];
    const evidence = {} as never;
    const pair = { a: x, b: y, evidence, confidence: 1 };
    expect(await openPairs(db, [pair])).toEqual([pair]);
    const { op } = await keepBoth(db, next(), b, a);
    expect(await db.distinct.toArray()).toMatchObject([{ a: x, b: y }]);
    expect(await openPairs(db, [pair])).toEqual([]);
    await undo(db, next(), op);
    expect(await openPairs(db, [pair])).toEqual([pair]);
  });

  test('stay so when one of them becomes part of a third, and when that is undone', async () => {
    const { db, a, b, next } = await two();
    const [third] = await show(db, [seen('The Third of Three Lanterns', { ids: ['pmid:3'] })]);
    const c = third!.paper.id;
    await keepBoth(db, next(), a, b);
    const { op } = await mergeByHand(db, next(), a, c);
    expect(await db.distinct.toArray()).toMatchObject([
      { a: [b, c].sort()[0], b: [b, c].sort()[1] },
    ]);
    await undo(db, next(), op);
    expect(await db.distinct.toArray()).toMatchObject([
      { a: [a, b].sort()[0], b: [a, b].sort()[1] },
    ]);
  });

  test('are forgotten with either of them, history included', async () => {
    const { db, a, b, next } = await two();
    await keepBoth(db, next(), a, b);
    await db.transaction('rw', db.tables, () => deletePapers(db, new Set([b])));
    expect(await db.distinct.count()).toBe(0);
    const holding = Object.entries(await everything(db)).filter(([, rows]) =>
      JSON.stringify(rows).includes(b),
    );
    // It was told, and must not be told again: a stub without a word of it stays.
    expect(holding.map(([name]) => name).sort()).toEqual(['aliases', 'notified', 'papers']);
  });
});

describe('a merge that the rules made', () => {
  async function ruled() {
    const db = freshDb();
    const next = acts();
    await show(db, [seen('A bare number', { ...ARXIV, provisional: true })]);
    await show(db, [seen(TITLE, DOI)]);
    await show(db, [seen(TITLE, { ids: [...ARXIV.ids, ...DOI.ids] })], { now: NOON + 1 });
    const [merge] = await db.merges.toArray();
    return { db, next, merge: merge! };
  }

  test('once taken apart stays so, though a page names both again', async () => {
    const { db, next, merge } = await ruled();
    expect(merge.byHand).toBeUndefined();
    await splitMerge(db, next(), merge.id);
    expect(await db.papers.count()).toBe(2);
    await show(db, [seen(TITLE, { ids: [...ARXIV.ids, ...DOI.ids] })], { now: NOON + 2 });
    expect(await db.papers.count()).toBe(2);
  });

  test('comes back whole when taking it apart is undone', async () => {
    const { db, next, merge } = await ruled();
    const { op } = await splitMerge(db, next(), merge.id);
    await undo(db, next(), op);
    expect(await db.papers.count()).toBe(1);
    expect(await db.distinct.count()).toBe(0);
  });
});

test('what is told of merges and of a pair', async () => {
  const { db, a, b, next } = await two();
  const [one, other] = (await readPair(db, a, b))!;
  expect([one.tags.length, other.entry?.note]).toEqual([2, 'Of the second.']);
  expect(one.seen).toEqual([{ site: 'arxiv', days: 1, lastAt: NOON }]);
  const [third] = await show(db, [seen('The Third of Three Lanterns', { ids: ['pmid:3'] })]);
  await mergeByHand(db, next(), b, a);
  await mergeByHand(db, next(), a, third!.paper.id);
  const { merges, count } = await lastMerges(db, 10);
  expect(count).toBe(2);
  expect(merges).toMatchObject([
    { byHand: true, from: TITLE, to: 'The Third of Three Lanterns', canUndo: true },
    { byHand: true, from: `${TITLE} Again`, canUndo: false },
  ]);
  await expect(splitMerge(db, next(), merges[1]!.id)).rejects.toThrow('take that apart first');
  expect(await readPair(db, a, b)).toBeUndefined();
});
