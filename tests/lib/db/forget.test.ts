import { describe, expect, test } from 'vitest';
import { forget } from '../../../lib/db/forget';
import { goBack } from '../../../lib/db/go-back';
import { keepHouse, stubOf } from '../../../lib/db/housekeeping';
import { savePapers, setNote, unsavePapers } from '../../../lib/db/library';
import type { OffprintDb } from '../../../lib/db/schema';
import { stagedHeads, stageRecords } from '../../../lib/db/staging';
import { undo } from '../../../lib/db/undo';
import { acts, everything, freshDb, NOON, seen, show } from './fresh-db';

const DAY = 86_400_000;
const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10);

async function days(): Promise<{ db: OffprintDb; ids: Record<string, string> }> {
  const db = freshDb();
  const paper = (name: string) =>
    seen(`A paper called ${name} with enough words`, { ids: [`doi:10.1000/${name}`] });
  const ids: Record<string, string> = {};
  const on = async (now: number, names: string[], site = 'arxiv') => {
    const where = { site, listing: `https://${site}.example/list`, now, day: dayOf(now) };
    const recorded = await show(db, names.map(paper), where);
    recorded.forEach(({ paper }, i) => (ids[names[i]!] = paper.id));
  };
  await on(NOON - 2 * DAY, ['old', 'both']);
  await on(NOON, ['both', 'today', 'saved', 'unsaved']);
  await on(NOON, ['elsewhere'], 'hugging-face');
  const next = acts();
  await savePapers(db, next(), [ids.saved!, ids.unsaved!]);
  await setNote(db, next(), ids.unsaved!, 'A secret.');
  await unsavePapers(db, next(), [ids.unsaved!]);
  return { db, ids };
}

const named = async (db: OffprintDb, ids: Record<string, string>) => {
  const left = new Set(await db.papers.toCollection().primaryKeys());
  return Object.keys(ids)
    .filter((name) => left.has(ids[name]!))
    .sort();
};

describe('forgetting', () => {
  const clock = '00mzzzzzz-00000-testdev1';

  test('of a day takes what was shown only then, and leaves what was saved', async () => {
    const { db, ids } = await days();
    const gone = await forget(db, {
      op: 'forget-one',
      what: { what: 'day', day: dayOf(NOON) },
      now: NOON,
      clock,
    });
    expect(gone).toBe(3);
    expect(await named(db, ids)).toEqual(['both', 'old', 'saved']);
    expect(await db.sightings.where('day').equals(dayOf(NOON)).count()).toBe(1);
    const left = JSON.stringify(await everything(db));
    for (const name of ['today', 'unsaved', 'elsewhere']) expect(left).not.toContain(ids[name]!);
    expect(left).not.toContain('A secret.');
    // Nothing of the forgotten can come back through undo.
    await undo(db, acts(NOON + DAY)());
    const papers = new Set(await db.papers.toCollection().primaryKeys());
    expect((await db.library.toArray()).every(({ paperId }) => papers.has(paperId))).toBe(true);
  });

  test('of a site, and of days between two', async () => {
    const one = await days();
    await forget(one.db, {
      op: 'forget-two',
      what: { what: 'site', site: 'hugging-face' },
      now: NOON,
      clock,
    });
    expect(await named(one.db, one.ids)).toEqual(['both', 'old', 'saved', 'today', 'unsaved']);
    const two = await days();
    const what = { what: 'between', from: dayOf(NOON - 3 * DAY), to: dayOf(NOON - DAY) } as const;
    await forget(two.db, { op: 'forget-three', what, now: NOON, clock });
    expect(await named(two.db, two.ids)).toEqual([
      'both',
      'elsewhere',
      'saved',
      'today',
      'unsaved',
    ]);
  });

  test('can be taken back for a day, wholly, and also when the papers were met again', async () => {
    const { db, ids } = await days();
    const before = await everything(db);
    const what = { what: 'between', from: '2000-01-01', to: '2100-01-01' } as const;
    await forget(db, { op: 'forget-four', what, now: NOON, clock });
    expect(await named(db, ids)).toEqual(['saved']);
    await goBack(db, 'forget-four', NOON);
    expect(await everything(db)).toEqual(before);

    await forget(db, { op: 'forget-five', what, now: NOON, clock });
    const again = seen('A paper called today with enough words', { ids: ['doi:10.1000/today'] });
    await show(db, [again], { now: NOON + DAY, day: dayOf(NOON + DAY) });
    await goBack(db, 'forget-five', NOON + DAY);
    expect(await db.papers.count()).toBe(Object.keys(ids).length);
    expect((await db.aliases.get('doi:10.1000/today'))!.paperId).toBe(ids.today);
    expect(await stagedHeads(db)).toEqual([]);
  });

  test('is settled after a day', async () => {
    const { db } = await days();
    await forget(db, {
      op: 'forget-six',
      what: { what: 'day', day: dayOf(NOON) },
      now: NOON,
      clock,
    });
    await keepHouse(db, { now: NOON + DAY / 2, keepDays: 0 });
    expect(await stagedHeads(db)).toHaveLength(1);
    await keepHouse(db, { now: NOON + 2 * DAY, keepDays: 0 });
    expect(await db.staging.count()).toBe(0);
  });
});

describe('housekeeping', () => {
  test('leaves stubs of what was not saved and not seen for long, once', async () => {
    const { db, ids } = await days();
    const before = (await db.papers.get(ids.today!))!;
    await keepHouse(db, { now: NOON + 181 * DAY, keepDays: 180 });
    const stub = (await db.papers.get(ids.today!))!;
    expect(stub).toEqual(stubOf(before));
    expect(JSON.stringify(stub)).not.toContain('Ada Example');
    expect(stub).toMatchObject({ stub: true, titleKey: before.titleKey, ids: before.ids });
    expect((await db.papers.get(ids.saved!))!.title).toContain('saved');
    expect((await db.aliases.get('doi:10.1000/today'))!.paperId).toBe(ids.today);
  });

  test('knows a stub again, which is not new and has its text back', async () => {
    const { db, ids } = await days();
    await keepHouse(db, { now: NOON + 181 * DAY, keepDays: 180 });
    const row = seen('A paper called today with enough words', { ids: ['doi:10.1000/today'] });
    const now = NOON + 182 * DAY;
    const [recorded] = await show(db, [row], { now, day: dayOf(now) });
    expect(recorded!.paper.id).toBe(ids.today);
    expect(recorded!.isNew).toBe(false);
    expect(recorded!.paper).toMatchObject({ title: row.title, authors: row.authors });
    expect(recorded!.paper.stub).toBeUndefined();
  });

  test('keeps all texts where keepDays is 0', async () => {
    const { db } = await days();
    await keepHouse(db, { now: NOON + 2_000 * DAY, keepDays: 0 });
    expect((await db.papers.toArray()).every(({ stub }) => !stub)).toBe(true);
  });

  test('folds old sightings into first, last and count, however often it runs', async () => {
    const db = freshDb();
    const row = (rank: number) =>
      seen('Seen on Three Days in One List', { ids: ['doi:10.1000/x'], rank });
    for (const n of [0, 1, 2, 200])
      await show(db, [row(9 - (n % 7))], { now: NOON + n * DAY, day: dayOf(NOON + n * DAY) });
    const now = NOON + 190 * DAY;
    await keepHouse(db, { now, keepDays: 0 });
    const once = await db.sightings.toArray();
    expect(once).toHaveLength(2);
    expect(once[0]).toMatchObject({
      day: dayOf(NOON),
      firstAt: NOON,
      lastAt: NOON + 2 * DAY,
      folded: 3,
      rank: 7,
    });
    await keepHouse(db, { now, keepDays: 0 });
    expect(await db.sightings.toArray()).toEqual(once);
  });

  test('compacts history older than a year and keeps the newest of each field', async () => {
    const { db, ids } = await days();
    const later = acts(NOON + 400 * DAY);
    await setNote(db, later(), ids.saved!, 'new');
    await keepHouse(db, { now: NOON + 401 * DAY, keepDays: 0 });
    const rows = await db.journal.orderBy('id').toArray();
    expect(rows.map(({ field, entityId, compacted }) => [entityId, field, compacted])).toEqual([
      [ids.saved, 'saved', true],
      [ids.unsaved, 'note', true],
      [ids.unsaved, 'saved', true],
      [ids.saved, 'note', undefined],
    ]);
    expect(rows[1]!.before).toBeNull();
    await undo(db, later());
    expect((await db.library.get(ids.saved!))!.note).toBe('');
    expect((await undo(db, later())).changed).toBe(0);
    expect(await db.library.count()).toBe(1);
  });

  test('keeps 2,000 requests and no import that was never committed', async () => {
    const db = freshDb();
    const request = {
      at: NOON,
      host: 'arxiv.org',
      url: '',
      why: 'x',
      result: '200',
      bytes: 1,
      ms: 1,
    };
    await db.requests.bulkAdd(Array.from({ length: 2_050 }, () => ({ ...request })) as never);
    await stageRecords(db, { importId: 'import-1', n: 1, records: [], now: NOON - 2 * DAY });
    await keepHouse(db, { now: NOON, keepDays: 0 });
    expect(await db.requests.count()).toBe(2_000);
    expect(Math.min(...(await db.requests.toCollection().primaryKeys()))).toBe(51);
    expect(await db.staging.count()).toBe(0);
  });
});
