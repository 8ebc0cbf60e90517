import { expect, test } from 'vitest';
import { currentItems } from '../../../lib/db/digests';
import { keepHouse } from '../../../lib/db/housekeeping';
import { mergePapers, mergeTables, undoMerge } from '../../../lib/db/merge';
import type { OffprintDb } from '../../../lib/db/schema';
import { freshDb, NOON, seen, show } from './fresh-db';
import { tell } from './tell';

const DAY = 86_400_000;

async function merge(db: OffprintDb, from: string, to: string): Promise<void> {
  await db.transaction('rw', mergeTables(db), async () => {
    const [a, b] = await db.papers.bulkGet([from, to]);
    await mergePapers(db, a!, b!, NOON + 1);
  });
}

async function two(): Promise<{ db: OffprintDb; one: string; other: string }> {
  const db = freshDb();
  const [one, other] = await show(db, [
    seen('A Lantern for Two Rivers', { ids: ['arxiv:2608.00001'] }),
    seen('A lantern', { ids: ['doi:10.1000/lantern'] }),
  ]);
  return { db, one: one!.paper.id, other: other!.paper.id };
}

async function toldOf(db: OffprintDb): Promise<{ ledger: string[]; digest: string[] }> {
  const [digest] = await db.digests.toArray();
  return {
    ledger: (await db.notified.toArray()).map(({ paperId }) => paperId),
    digest: (await currentItems(db, digest!)).map(({ paperId }) => paperId),
  };
}

test('what was told of one is told of the paper that it has become', async () => {
  const { db, one, other } = await two();
  await tell(db, [other]);
  await merge(db, other, one);
  expect(await toldOf(db)).toEqual({ ledger: [one], digest: [one] });
});

test('what was told of a paper stays told of it when another becomes it', async () => {
  const { db, one, other } = await two();
  await tell(db, [one]);
  await merge(db, other, one);
  expect(await toldOf(db)).toEqual({ ledger: [one], digest: [one] });
});

test('a digest still names its paper once the texts are gone, of the merge too', async () => {
  const { db, one, other } = await two();
  await tell(db, [other]);
  await merge(db, other, one);
  const [merged] = await db.merges.toArray();
  await keepHouse(db, { now: NOON + 200 * DAY, keepDays: 180 });
  expect((await db.papers.get(one))!.stub).toBe(true);
  expect(await toldOf(db)).toEqual({ ledger: [one], digest: [one] });
  expect(JSON.stringify(await db.merges.toArray())).not.toMatch(/lantern/i);
  expect(await undoMerge(db, merged!.id)).toBe(false);
  expect(await toldOf(db)).toEqual({ ledger: [one], digest: [one] });
});
