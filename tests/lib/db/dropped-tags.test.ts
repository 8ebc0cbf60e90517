import { expect, test } from 'vitest';
import { savePapers, tagPapers, unsavePapers } from '../../../lib/db/library';
import { undo } from '../../../lib/db/undo';
import { acts, freshDb, seen, show } from './fresh-db';

test('an un-save taken back has its tags also where an undo dropped them meanwhile', async () => {
  const db = freshDb();
  const next = acts();
  const recorded = await show(db, [
    seen('The First of Two Under One Tag', { ids: ['arxiv:2608.00001'] }),
    seen('The Second of Two Under One Tag', { ids: ['arxiv:2608.00002'] }),
  ]);
  const [one, two] = recorded.map(({ paper }) => paper.id) as [string, string];
  await savePapers(db, next(), [one, two]);
  const made = next('operation-made');
  await tagPapers(db, made, { paperIds: [one], add: ['shared'], remove: [] });
  await tagPapers(db, next(), { paperIds: [two], add: ['shared'], remove: [] });
  const gone = next('operation-gone');
  await unsavePapers(db, gone, [two]);
  await undo(db, next(), made.op);
  expect(await db.tags.count()).toBe(0);

  const back = next('operation-back');
  await undo(db, back, gone.op);
  const [tag] = await db.tags.toArray();
  expect(tag!.name).toBe('shared');
  expect((await db.library.get(two))!.tagIds).toEqual([tag!.id]);
  await undo(db, next(), back.op);
  expect(await db.library.get(two)).toBeUndefined();
  expect(await db.tags.count()).toBe(0);
});
