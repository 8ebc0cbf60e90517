import { beforeEach, describe, expect, test } from 'vitest';
import { currentItems } from '../../../lib/db/digests';
import { giveFeedback } from '../../../lib/db/feedback';
import { forget } from '../../../lib/db/forget';
import { savePapers } from '../../../lib/db/library';
import { mergePapers, mergeTables } from '../../../lib/db/merge';
import type { OffprintDb } from '../../../lib/db/schema';
import { hearPapers } from '../../../lib/db/sightings';
import type { PaperId } from '../../../lib/paper';
import { Disk } from './disk';
import { acts, NOON, seen, show } from './fresh-db';
import { digestOf, tell } from './tell';

const DAY = 86_400_000;
const TITLE = 'A lantern for two rivers';
const IDS = ['arxiv:2608.00001', 'doi:10.1000/lantern'];
const lantern = (ids = IDS) => seen(TITLE, { ids });

async function merge(db: OffprintDb, from: PaperId, to: PaperId, now: number): Promise<void> {
  await db.transaction('rw', mergeTables(db), async () => {
    const [a, b] = await db.papers.bulkGet([from, to]);
    await mergePapers(db, a!, b!, now);
  });
}

/** What is told if sources name the lantern now, by one identifier after the other. */
async function toldAgain(db: OffprintDb): Promise<string[]> {
  const titles: string[] = [];
  for (const [n, id] of IDS.entries()) {
    const now = NOON + (n + 1) * DAY;
    await hearPapers(db, [lantern([id])], 'arxiv-rss', now);
    titles.push(...(await digestOf(db, 'lantern', now)));
  }
  return titles;
}

describe('what was told, in the second copy', () => {
  let disk: Disk;
  beforeEach(() => {
    disk = new Disk();
  });

  async function told(db: OffprintDb): Promise<PaperId> {
    const [one] = await show(db, [lantern(), seen('Never told', { ids: ['doi:10.1000/n'] })]);
    await tell(db, [one!.paper.id]);
    return one!.paper.id;
  }

  test('is there as soon as it has settled, with its papers and no others', async () => {
    const { db, copy } = await disk.start();
    const id = await told(db);
    await copy.settled();
    const { papers, aliases, notified, digests } = await disk.copied();
    expect(papers).toEqual([await db.papers.get(id)]);
    expect(aliases!.map((row) => Reflect.get(row, 'key') as string).sort()).toEqual(IDS);
    expect(notified).toEqual(await db.notified.toArray());
    expect(digests).toEqual(await db.digests.toArray());
  });

  test('comes back with the database, and none of it is told again', async () => {
    const before = await disk.start();
    const id = await told(before.db);
    await giveFeedback(before.db, { paperId: id, kind: 'more', isOn: true }, NOON);
    await before.copy.settled();
    disk.lose('main');
    const { db, restored } = await disk.start();
    expect(restored).toBe(0);
    const [digest] = await db.digests.toArray();
    const [item] = await currentItems(db, digest!);
    expect((await db.papers.get(item!.paperId))!.title).toBe(TITLE);
    expect(await db.feedback.toArray()).toEqual([{ paperId: id, kind: 'more', at: NOON }]);
    expect(await toldAgain(db)).toEqual([]);
  });

  test('comes back under the paper that a told one has become', async () => {
    const before = await disk.start();
    const others = await show(
      before.db,
      ['doi:10.1000/x', 'pmid:1', ...IDS].map((id) => seen('A lamp', { ids: [id] })),
    );
    const [one, two, three, four] = others.map(({ paper }) => paper.id);
    await tell(before.db, [one!]);
    await before.copy.settled();
    const chain = [one!, two!, three!, four!];
    for (let n = 0; n < 3; n++) await merge(before.db, chain[n]!, chain[n + 1]!, NOON + n);
    await before.copy.settled();
    disk.lose('main');
    const { db } = await disk.start();
    const [digest] = await db.digests.toArray();
    expect((await currentItems(db, digest!)).map(({ paperId }) => paperId)).toEqual([four]);
    expect((await db.notified.toArray()).map(({ paperId }) => paperId)).toEqual([four]);
    expect(await toldAgain(db)).toEqual([]);
  });

  test('is caught up with where a stopped worker had no time to copy it', async () => {
    const { db } = await disk.start();
    db.close();
    const alone = disk.alone();
    const others = await show(
      alone,
      ['doi:10.1000/x', ...IDS].map((id) => seen('A lamp', { ids: [id] })),
    );
    const [one, two, three] = others.map(({ paper }) => paper.id);
    await tell(alone, [one!]);
    await merge(alone, one!, two!, NOON);
    await merge(alone, two!, three!, NOON + 1);
    await alone.digests.update('2026-08-22', { settled: '2026-08-23' });
    alone.close();
    const next = await disk.start();
    await next.copy.catchUp();
    disk.lose('main');
    const after = await disk.start();
    const [digest] = await after.db.digests.toArray();
    expect(digest!.settled).toBe('2026-08-23');
    expect((await currentItems(after.db, digest!)).map(({ paperId }) => paperId)).toEqual([three]);
    expect(await toldAgain(after.db)).toEqual([]);
  });

  test('is caught up with where only the day was settled that it covers', async () => {
    const { db, copy } = await disk.start();
    await told(db);
    await copy.settled();
    db.close();
    const alone = disk.alone();
    await alone.digests.update('2026-08-22', { settled: '2026-08-23' });
    alone.close();
    await (await disk.start()).copy.catchUp();
    expect((await disk.copied()).digests).toMatchObject([{ settled: '2026-08-23' }]);
  });

  test('holds what was dismissed untold, and what an old digest shows', async () => {
    const before = await disk.start();
    const [dismissed, shown] = await show(before.db, [
      lantern(),
      seen('Told long ago', { ids: ['doi:10.1000/o'] }),
    ]);
    const said = { paperId: dismissed!.paper.id, kind: 'not-interested', isOn: true } as const;
    await giveFeedback(before.db, said, NOON);
    const reason = { kind: 'watch', watch: 'ago' } as const;
    await before.db.digests.put({
      date: '2026-08-01',
      madeAt: NOON,
      settled: '2026-08-01',
      items: [{ paperId: shown!.paper.id, reason, points: [] }],
      missing: [],
    });
    await before.copy.settled();
    disk.lose('main');
    const { db } = await disk.start();
    expect((await db.papers.get(shown!.paper.id))!.title).toBe('Told long ago');
    expect(await toldAgain(db)).toEqual([]);
  });

  test.each([
    ['at once', false],
    ['when the worker starts again', true],
  ])('loses the words of what is forgotten, %s', async (_, isStopped) => {
    const { db, copy } = await disk.start();
    const id = await told(db);
    const [kept] = await show(db, [seen('A saved one', { ids: ['doi:10.1000/s'] })]);
    await savePapers(db, acts()(), [kept!.paper.id]);
    await copy.settled();
    const what = { what: 'day', day: '2026-08-22' } as const;
    const how = { op: 'forget-1', what, now: NOON, clock: '00mzzzzzz-00000-testdev1' };
    if (isStopped) {
      db.close();
      const alone = disk.alone();
      await forget(alone, how);
      alone.close();
      const next = await disk.start();
      await next.copy.catchUp();
    } else {
      await forget(db, how);
      await copy.settled();
    }
    const copied = await disk.copied();
    expect(JSON.stringify(copied)).not.toContain('rivers');
    expect(copied.notified).toEqual([{ paperId: id, kind: 'digest', at: NOON }]);
    expect(copied.digests).toMatchObject([{ items: [] }]);
    expect(copied.library).toHaveLength(1);
    expect(JSON.stringify(copied.papers)).toContain('A saved one');
    disk.lose('main');
    expect(await toldAgain((await disk.start()).db)).toEqual([]);
  });

  test('learns by what else a forgotten paper is known', async () => {
    const { db, copy } = await disk.start();
    await told(db);
    const what = { what: 'day', day: '2026-08-22' } as const;
    await forget(db, { op: 'forget-1', what, now: NOON, clock: '00mzzzzzz-00000-testdev1' });
    await show(db, [lantern([...IDS, 'pmid:7'])], { now: NOON + DAY, day: '2026-08-23' });
    await copy.settled();
    const keys = (await disk.copied()).aliases!.map((row) => Reflect.get(row, 'key') as string);
    expect(keys.sort()).toEqual([...IDS, 'pmid:7']);
  });

  test('stays where papers are written anew in one transaction', async () => {
    const { db, copy } = await disk.start();
    const id = await told(db);
    await copy.settled();
    await db.transaction('rw', db.papers, db.aliases, async () => {
      const [papers, aliases] = await Promise.all([db.papers.toArray(), db.aliases.toArray()]);
      await Promise.all([db.papers.clear(), db.aliases.clear()]);
      await db.papers.bulkPut(papers);
      await db.aliases.bulkPut(aliases);
    });
    await copy.settled();
    await show(db, [{ ...lantern(), abstract: 'Said later.' }], { now: NOON + DAY });
    await copy.settled();
    const { papers, aliases } = await disk.copied();
    expect(papers).toEqual([await db.papers.get(id)]);
    expect(papers).toMatchObject([{ abstract: 'Said later.' }]);
    expect(aliases).toHaveLength(2);
  });

  test('comes into a copy that an older version made, and nothing there is lost', async () => {
    const { db, copy } = await disk.start();
    const id = await told(db);
    const [kept] = await show(db, [seen('A saved one', { ids: ['doi:10.1000/s'] })]);
    await savePapers(db, acts()(), [kept!.paper.id]);
    await copy.settled();
    db.close();
    disk.lose('aside');
    const alone = disk.alone();
    const rows = {
      papers: [(await alone.papers.get(kept!.paper.id))!],
      aliases: [(await alone.aliases.get('doi:10.1000/s'))!],
      library: await alone.library.toArray(),
      tags: [],
      journal: await alone.journal.toArray(),
    };
    alone.close();
    await disk.olderCopy(rows);
    expect(await disk.copied()).toMatchObject({ ...rows, notified: [], digests: [] });
    const next = await disk.start();
    await next.copy.catchUp();
    const copied = await disk.copied();
    expect(copied).toMatchObject({
      library: rows.library,
      journal: rows.journal,
      notified: [{ paperId: id }],
      digests: [{ date: '2026-08-22' }],
    });
    expect(copied.papers!.map((row) => Reflect.get(row, 'id') as string).sort()).toEqual(
      [id, kept!.paper.id].sort(),
    );
  });

  test('is written for what is told and decided alone', async () => {
    const { db, copy } = await disk.start();
    await told(db);
    await copy.settled();
    const before = await disk.copied();
    await show(db, [seen('Not told either', { ids: ['doi:10.1000/m'] })]);
    await hearPapers(db, [seen('Heard alone', { ids: ['doi:10.1000/h'] })], 'arxiv-rss', NOON);
    await copy.settled();
    expect(await disk.copied()).toEqual(before);
  });
});
