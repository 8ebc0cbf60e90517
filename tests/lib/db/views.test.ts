import { beforeEach, describe, expect, it } from 'vitest';
import { savePapers, setStatus, tagPapers } from '../../../lib/db/library';
import type { OffprintDb } from '../../../lib/db/schema';
import {
  firstIds,
  paperInFull,
  seenSites,
  viewCounts,
  viewIds,
  type Sort,
  type View,
} from '../../../lib/db/views';
import { observeTrends } from '../../../lib/db/trends';
import { acts, freshDb, NOON, seen, show } from './fresh-db';

const HOUR = 60 * 60 * 1000;

let db: OffprintDb;
let act: ReturnType<typeof acts>;
const ids: Record<string, string> = {};

// Seen in this order, an hour apart: zebra, apple, X, mango. Saved: mango, then zebra, then X.
beforeEach(async () => {
  db = freshDb();
  act = acts(NOON + 10 * HOUR);
  const rows = {
    zebra: seen('Zebra stripes as a model of noise', { publishedAt: '2024-03-01' }),
    apple: seen('Apple ripening under blue light', { publishedAt: '2026-01-01' }),
    x: seen('X'),
    mango: seen('Mango trees that learn to count', { publishedAt: '2025-06-05' }),
  };
  let hour = 0;
  for (const [name, row] of Object.entries(rows)) {
    const site = name === 'apple' ? 'hugging-face' : 'arxiv';
    const [recorded] = await show(db, [row], { site, now: NOON + hour++ * HOUR });
    ids[name] = recorded!.paper.id;
  }
  await savePapers(db, act(), [ids.mango!]);
  await savePapers(db, act(), [ids.zebra!]);
  await setStatus(db, act(), [ids.x!], 'reading');
  await tagPapers(db, act(), { paperIds: [ids.zebra!, ids.mango!], add: ['fruit'], remove: [] });
});

const names = (found: readonly string[]) =>
  found.map((id) => Object.keys(ids).find((name) => ids[name] === id));
const tagView = async (): Promise<View> => ({
  kind: 'tag',
  tagId: (await db.tags.toArray())[0]!.id,
});

describe('the ids of a view', () => {
  it.each<[string, View, Sort, string[]]>([
    ['saved, newest first', { kind: 'list' }, 'saved', ['x', 'zebra', 'mango']],
    ['by date, those without last', { kind: 'list' }, 'published', ['mango', 'zebra', 'x']],
    ['by title, however short', { kind: 'list' }, 'title', ['mango', 'x', 'zebra']],
    ['of a status', { kind: 'status', status: 'unread' }, 'saved', ['zebra', 'mango']],
    ['of another status', { kind: 'status', status: 'reading' }, 'saved', ['x']],
    ['of a status, by title', { kind: 'status', status: 'unread' }, 'title', ['mango', 'zebra']],
    ['seen, newest first', { kind: 'seen' }, 'seen', ['mango', 'x', 'apple', 'zebra']],
    ['seen, by title', { kind: 'seen' }, 'title', ['apple', 'mango', 'x', 'zebra']],
    ['seen, by date', { kind: 'seen' }, 'published', ['apple', 'mango', 'zebra', 'x']],
    ['of a site', { kind: 'site', site: 'arxiv' }, 'seen', ['mango', 'x', 'zebra']],
    ['of another site', { kind: 'site', site: 'hugging-face' }, 'seen', ['apple']],
    ['of an unknown tag', { kind: 'tag', tagId: 'none' }, 'saved', []],
  ])('%s', async (_, view, sort, expected) => {
    expect(names(await viewIds(db, view, sort, NOON))).toEqual(expected);
  });

  it('of a tag, as they were saved', async () => {
    expect(names(await viewIds(db, await tagView(), 'saved', NOON))).toEqual(['zebra', 'mango']);
  });

  it('by trend, those that nobody counts last', async () => {
    const look = (id: string, votes: number) => ({ paperId: id, startedAt: NOON, votes });
    for (const hour of [1, 8])
      await observeTrends(
        db,
        'hugging-face',
        [look(ids.apple!, hour), look(ids.zebra!, 9 * hour), look(ids.mango!, 3 * hour)],
        NOON + hour * HOUR,
      );
    const at = NOON + 9 * HOUR;
    const seen = await viewIds(db, { kind: 'seen' }, 'trend', at);
    expect(names(seen)).toEqual(['zebra', 'mango', 'apple', 'x']);
    expect(names(await viewIds(db, { kind: 'list' }, 'trend', at))).toEqual([
      'zebra',
      'mango',
      'x',
    ]);
    const { trends } = (await paperInFull(db, ids.zebra!))!;
    expect(trends.map(({ signal, value }) => [signal, value])).toEqual([['votes', 72]]);
  });

  it('begin with what the first look shows', async () => {
    const views: [View, Sort][] = [
      [{ kind: 'list' }, 'saved'],
      [{ kind: 'status', status: 'unread' }, 'saved'],
      [{ kind: 'seen' }, 'seen'],
    ];
    for (const [view, sort] of views) {
      const all = await viewIds(db, view, sort, NOON);
      expect(await firstIds(db, view, sort, 2)).toEqual(all.slice(0, 2));
    }
    expect(await firstIds(db, { kind: 'list' }, 'title', 2)).toBeUndefined();
  });
});

describe('beside the views', () => {
  it('counts', async () => {
    expect(await viewCounts(db)).toEqual({
      list: 3,
      seen: 4,
      status: { unread: 2, reading: 1, read: 0, archived: 0 },
    });
  });

  it('names each site once', async () => {
    expect(await seenSites(db)).toEqual(['arxiv', 'hugging-face']);
    expect(await seenSites(freshDb())).toEqual([]);
  });
});

describe('a paper in full', () => {
  it('has its tags and its sightings, the newest first', async () => {
    const later = { now: NOON + 48 * HOUR, day: '2026-08-24' };
    await show(
      db,
      [seen('Zebra stripes as a model of noise', { publishedAt: '2024-03-01' })],
      later,
    );
    const full = await paperInFull(db, ids.zebra!);
    expect(full?.tags.map((tag) => tag.name)).toEqual(['fruit']);
    expect(full?.sightings.map((sighting) => sighting.day)).toEqual(['2026-08-24', '2026-08-22']);
    expect(full?.entry?.status).toBe('unread');
  });

  it('is undefined when it is gone', async () => {
    expect(await paperInFull(db, 'nowhere')).toBeUndefined();
  });
});
