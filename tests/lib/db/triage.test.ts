import { beforeEach, describe, expect, it } from 'vitest';
import { giveFeedback } from '../../../lib/db/feedback';
import { savePapers, setStatus } from '../../../lib/db/library';
import type { OffprintDb } from '../../../lib/db/schema';
import { standing, undecided, withReplaced, withStatus } from '../../../lib/db/triage';
import { acts, freshDb, NOON, seen, show } from './fresh-db';

let db: OffprintDb;
let ids: string[];
const act = acts();

beforeEach(async () => {
  db = freshDb();
  const rows = ['One red kite', 'Two grey owls', 'Three brown wrens', 'Four black swans', 'Five'];
  ids = (
    await show(
      db,
      rows.map((title) => seen(title)),
    )
  ).map(({ paper }) => paper.id);
  await savePapers(db, act(), [ids[0]!]);
  await setStatus(db, act(), [ids[1]!], 'archived');
  const say = (i: number, kind: 'not-interested' | 'fewer' | 'more') =>
    giveFeedback(db, { paperId: ids[i]!, kind, isOn: true }, NOON);
  await say(2, 'not-interested');
  await say(3, 'more');
  await say(4, 'fewer');
});

describe('what waits for a decision', () => {
  it('is what is neither saved nor dismissed, in the order of the list', async () => {
    expect(await undecided(db, [...ids].reverse())).toEqual([ids[4], ids[3]]);
  });

  it('of a status is what has it, in the order of the list', async () => {
    expect(await withStatus(db, ids, ['unread'])).toEqual([ids[0]]);
    expect(await withStatus(db, [...ids].reverse(), ['unread', 'archived'])).toEqual([
      ids[1],
      ids[0],
    ]);
  });

  it('is told by how a paper stands', async () => {
    expect(await Promise.all(ids.map((id) => standing(db, id)))).toEqual([
      'unread',
      'archived',
      'dismissed',
      'new',
      'new',
    ]);
  });
});

describe('a dismissal', () => {
  it('notes that more of the kind was wanted, which it will replace', async () => {
    const dismiss = { to: 'dismiss' } as const;
    expect(await withReplaced(db, ids[3]!, dismiss)).toEqual({ ...dismiss, wantedMore: true });
    expect(await withReplaced(db, ids[4]!, dismiss)).toEqual(dismiss);
    expect(await withReplaced(db, ids[3]!, { to: 'save' })).toEqual({ to: 'save' });
  });
});
