import { describe, expect, it } from 'vitest';
import {
  ASK_MISSING_AGAIN_MS,
  countWaiting,
  dropWaiting,
  nextFills,
  queueFills,
  settleFills,
  unasked,
} from '../../../lib/db/fills';
import type { OffprintDb } from '../../../lib/db/schema';
import { learnPapers, recordSightings } from '../../../lib/db/sightings';
import type { SeenPaper } from '../../../lib/paper';
import { aWorker } from '../background/a-worker';

const now = Date.UTC(2026, 10, 23);
const later = now + 60_000;
const shown = {
  site: 'arxiv',
  listing: 'https://arxiv.org/list/cs.LG/recent',
  day: '2026-11-23',
  now,
};

const row = (n: number, more: Partial<SeenPaper> = {}): SeenPaper => ({
  title: `Folded Attention for Glacier Soundscapes, Part ${n}`,
  authors: ['Ada Ahlgren'],
  ids: [`arxiv:2511.0000${n}`],
  links: [{ rel: 'page', href: `https://arxiv.org/abs/2511.0000${n}` }],
  ...more,
});
const answer = (n: number, more: Partial<SeenPaper> = {}) =>
  row(n, { abstract: `What part ${n} found.`, version: 1, ...more });

async function seen(rows: SeenPaper[]): Promise<{ db: OffprintDb; ids: string[] }> {
  const { db } = aWorker();
  const recorded = await recordSightings(db, rows, shown);
  return { db, ids: recorded.map(({ paper }) => paper.id) };
}

describe('the queue of abstracts', () => {
  it('takes papers without an abstract that arXiv has, once', async () => {
    const { db, ids } = await seen([
      row(1),
      row(2, { abstract: 'It is here.' }),
      row(3, { ids: ['doi:10.1000/x'] }),
      row(4, { ids: ['arxiv:no,number&max_results=9'] }),
    ]);
    await queueFills(db, [...ids, ...ids, 'unknown'], now);
    await queueFills(db, ids, later);
    expect(await db.fills.toArray()).toEqual([
      {
        key: 'arxiv:2511.00001',
        paperId: ids[0],
        state: 'waiting',
        askedAt: now,
        nextAt: now,
        tries: 0,
      },
    ]);
  });

  it('settles in one step: the paper, the row, and what is missing', async () => {
    const { db, ids } = await seen([row(1), row(2)]);
    await queueFills(db, ids, now);
    const asked = await nextFills(db, 100);
    const said = answer(1, {
      authors: ['Ada Ahlgren', 'Béla Eze'],
      ids: ['arxiv:2511.00001', 'doi:10.1000/k'],
      venue: 'J. Kites 3',
      publishedAt: '2025-11-20',
      version: 2,
    });
    expect(await settleFills(db, asked, [said], later)).toEqual([ids[0]]);
    expect(await db.papers.get(ids[0]!)).toMatchObject({
      abstract: 'What part 1 found.',
      abstractFrom: 'arxiv-api',
      authors: ['Ada Ahlgren', 'Béla Eze'],
      venue: 'J. Kites 3',
      publishedAt: '2025-11-20',
      versions: [{ version: 2 }],
      lastSeenAt: now,
    });
    expect(await db.aliases.get('doi:10.1000/k')).toMatchObject({ paperId: ids[0] });
    expect(await db.sightings.count()).toBe(2);
    expect(await db.fills.toArray()).toMatchObject([
      { key: 'arxiv:2511.00002', state: 'missing', nextAt: later + ASK_MISSING_AGAIN_MS },
    ]);
    expect(await countWaiting(db)).toBe(0);
  });

  it('ignores answers nobody asked for, and those without an abstract', async () => {
    const { db, ids } = await seen([row(1), row(2), row(3)]);
    await queueFills(db, [ids[0]!, ids[1]!], now);
    const asked = await nextFills(db, 100);
    const silent = row(2);
    await settleFills(db, asked, [answer(3), answer(9), silent], later);
    expect((await db.papers.toArray()).filter(({ abstract }) => abstract)).toEqual([]);
    expect(await db.papers.count()).toBe(3);
    expect((await db.fills.toArray()).map(({ state }) => state)).toEqual(['missing', 'missing']);
  });

  it('does not ask again about a missing one for thirty days, then may', async () => {
    const { db, ids } = await seen([row(1)]);
    await queueFills(db, ids, now);
    await settleFills(db, await nextFills(db, 100), [], now);
    const papers = await db.papers.toArray();
    expect([...(await unasked(db, papers))]).toEqual([]);
    await queueFills(db, ids, now + ASK_MISSING_AGAIN_MS - 1);
    expect(await countWaiting(db)).toBe(0);
    await queueFills(db, ids, now + ASK_MISSING_AGAIN_MS);
    expect(await countWaiting(db)).toBe(1);
  });

  it('does nothing for rows that went while the answer was on its way', async () => {
    const { db, ids } = await seen([row(1), row(2)]);
    await queueFills(db, ids, now);
    const asked = await nextFills(db, 100);
    await dropWaiting(db);
    expect(await settleFills(db, asked, [answer(1)], later)).toEqual([]);
    expect(await db.fills.count()).toBe(0);
    expect((await db.papers.get(ids[0]!))?.abstract).toBeUndefined();
  });

  it('applies an answer once, however often it comes', async () => {
    const { db, ids } = await seen([row(1)]);
    await queueFills(db, ids, now);
    const asked = await nextFills(db, 100);
    await settleFills(db, asked, [answer(1)], later);
    const after = await db.papers.toArray();
    expect(await settleFills(db, asked, [answer(1)], later + 1)).toEqual([]);
    expect(await db.papers.toArray()).toEqual(after);
  });

  it('never takes an abstract away, and gives an older version where there is none', async () => {
    const { db, ids } = await seen([row(1, { version: 3 }), row(2, { version: 1 })]);
    await queueFills(db, ids, now);
    await recordSightings(db, [answer(2, { abstract: 'A fuller one, from the page.' })], shown);
    const old = answer(1, { version: 2 });
    await settleFills(
      db,
      await nextFills(db, 100),
      [old, answer(2, { abstract: 'Short.' })],
      later,
    );
    expect((await db.papers.get(ids[0]!))?.abstract).toBe('What part 1 found.');
    expect((await db.papers.get(ids[1]!))?.abstract).toBe('A fuller one, from the page.');
  });

  it('unites a paper with the one of a text listing whose abstract it turns out to share', async () => {
    const abstract = 'We listen to a glacier for a year with forty hydrophones. '.repeat(6).trim();
    const { db, ids } = await seen([row(1, { authors: ['Ada Ahlgren'] })]);
    await recordSightings(db, [row(1, { ids: [], links: [], authors: [], abstract })], {
      ...shown,
      site: 'text',
      listing: 'import:week.txt',
    });
    expect(await db.papers.count()).toBe(2);
    await queueFills(db, ids, now);
    await settleFills(db, await nextFills(db, 100), [answer(1, { abstract })], later);
    expect(await db.papers.toArray()).toMatchObject([{ id: ids[0], abstract }]);
    expect(await db.sightings.count()).toBe(2);
  });

  it('learns nothing about papers that are not here', async () => {
    const { db } = await seen([row(1)]);
    expect(await learnPapers(db, [answer(5)], 'arxiv-api', later)).toEqual([]);
    expect(await db.papers.count()).toBe(1);
  });
});
