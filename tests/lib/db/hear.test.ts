import { describe, expect, test } from 'vitest';
import { keepHouse } from '../../../lib/db/housekeeping';
import { savePapers } from '../../../lib/db/library';
import { hearPapers } from '../../../lib/db/sightings';
import { viewCounts, viewIds } from '../../../lib/db/views';
import { acts, freshDb, NOON, seen, show } from './fresh-db';

const DAY = 24 * 60 * 60 * 1000;
const row = seen('Owls That Count Their Own Footsteps', {
  ids: ['arxiv:2511.04242'],
  abstract: 'We count footsteps of owls in snow, and find that owls do so too.',
});

describe('a paper that only a polled source told of', () => {
  test('is kept once, and is none that was seen', async () => {
    const db = await freshDb();
    const [first] = await hearPapers(db, [row], 'hugging-face', NOON);
    expect(await hearPapers(db, [row, row], 'arxiv-rss', NOON + 1)).toEqual([first, first]);
    expect(await db.papers.toArray()).toEqual([
      expect.objectContaining({ id: first, heardAt: NOON, abstract: row.abstract }),
    ]);
    expect(await db.sightings.count()).toBe(0);
    expect((await viewCounts(db)).seen).toBe(0);
    expect(await viewIds(db, { kind: 'seen' }, 'seen', 0)).toEqual([]);
  });

  test('is new to the reader when a page shows it first, and seen from then on', async () => {
    const db = await freshDb();
    await hearPapers(db, [row], 'hugging-face', NOON - DAY);
    const [shown] = await show(db, [row]);
    expect(shown).toMatchObject({ isNew: true, firstSeenAt: NOON });
    expect((await viewCounts(db)).seen).toBe(1);
    await hearPapers(db, [row], 'hugging-face', NOON + 3 * DAY);
    expect(await db.papers.toArray()).toEqual([
      expect.objectContaining({ firstSeenAt: NOON, lastSeenAt: NOON, heardAt: NOON + 3 * DAY }),
    ]);
  });

  test('can be saved, and otherwise leaves only a stub when its time is over', async () => {
    const db = await freshDb();
    const other = seen('Moths Under Streetlights', { ids: ['arxiv:2511.04243'] });
    const [kept, gone] = await hearPapers(db, [row, other], 'hugging-face', NOON);
    await savePapers(db, acts()(), [kept!]);
    await keepHouse(db, { now: NOON + 100 * DAY, keepDays: 180 });
    expect((await db.papers.get(gone!))?.stub).toBeUndefined();
    await keepHouse(db, { now: NOON + 200 * DAY, keepDays: 180 });
    expect((await db.papers.get(gone!))?.stub).toBe(true);
    expect((await db.papers.get(kept!))?.abstract).toBe(row.abstract);
  });
});
