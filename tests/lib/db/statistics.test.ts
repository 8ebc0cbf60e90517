import { expect, test } from 'vitest';
import { savePapers, setStatus, tagPapers, unsavePapers } from '../../../lib/db/library';
import { forStatistics } from '../../../lib/db/statistics';
import { undo } from '../../../lib/db/undo';
import { countBy } from '../../../lib/statistics/count-by';
import { readingsOf } from '../../../lib/statistics/readings';
import { acts, freshDb, NOON, seen, show } from './fresh-db';

const MINUTE = 60_000;

test('statistics read the library and the changes of status, and nothing else', async () => {
  const db = freshDb();
  const act = acts(NOON);
  const [a, b, c] = (
    await show(
      db,
      ['Aspen', 'Birch', 'Cedar'].map((tree) => seen(`${tree} leaves in the wind`)),
    )
  ).map(({ paper }) => paper.id) as [string, string, string];
  await savePapers(db, act(), [a, b]);
  await setStatus(db, act(), [a, b], 'read');
  await undo(db, act());
  await setStatus(db, act(), [a], 'read');
  await setStatus(db, act(), [c], 'read');
  await tagPapers(db, act(), { paperIds: [a], add: ['trees'], remove: [] });

  const { saved, changes, tags } = await forStatistics(db);
  expect(tags.map(({ name }) => name)).toEqual(['trees']);
  expect(countBy(changes.map(({ after }) => after))).toEqual(
    new Map([
      ['read', 3],
      ['unread', 2],
    ]),
  );
  const readings = readingsOf(changes, saved);
  expect(readings).toEqual(
    new Map([
      [a, NOON + 4 * MINUTE],
      [c, NOON + 5 * MINUTE],
    ]),
  );

  await unsavePapers(db, act(), [a]);
  const after = await forStatistics(db);
  expect(readingsOf(after.changes, after.saved).get(a)).toBe(NOON + 4 * MINUTE);
  db.close();
});
