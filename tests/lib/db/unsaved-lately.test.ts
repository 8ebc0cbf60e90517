import { expect, test } from 'vitest';
import { keepHouse } from '../../../lib/db/housekeeping';
import { setNote, setStatus, unsavePapers } from '../../../lib/db/library';
import { undo } from '../../../lib/db/undo';
import { acts, freshDb, NOON, seen, show } from './fresh-db';

const DAY = 86_400_000;

test('a paper that was un-saved lately keeps its text, so that undo gives back all of it', async () => {
  const db = freshDb();
  const [recorded] = await show(db, [
    seen('Saved Long Ago and Not Seen Since', {
      ids: ['arxiv:2608.00001'],
      abstract: 'All of it.',
    }),
  ]);
  const { id } = recorded!.paper;
  await setNote(db, acts()(), id, 'Dear to me.');
  const later = acts(NOON + 300 * DAY);
  await unsavePapers(db, later(), [id]);
  await keepHouse(db, { now: NOON + 301 * DAY, keepDays: 180 });
  await undo(db, later());
  expect((await db.library.get(id))!.note).toBe('Dear to me.');
  expect(await db.papers.get(id)).toMatchObject({
    title: 'Saved Long Ago and Not Seen Since',
    abstract: 'All of it.',
  });

  await unsavePapers(db, later(), [id]);
  await keepHouse(db, { now: NOON + 500 * DAY, keepDays: 180 });
  expect((await db.papers.get(id))!.stub).toBe(true);
});

test('a note or a status for a paper that is not kept any more is refused, not dropped', async () => {
  const db = freshDb();
  const next = acts();
  await expect(setNote(db, next(), 'gone', 'An hour of work.')).rejects.toThrow(/not kept/);
  await expect(
    Promise.resolve().then(() => setStatus(db, next(), ['gone'], 'read')),
  ).rejects.toThrow(/not kept/);
});
