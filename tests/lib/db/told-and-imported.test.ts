import { describe, expect, test } from 'vitest';
import type { BackupRecord } from '../../../lib/backup/check-record';
import { BACKUP_TABLES } from '../../../lib/backup/format';
import { commitImport } from '../../../lib/db/commit-import';
import { currentItems } from '../../../lib/db/digests';
import { goBack } from '../../../lib/db/go-back';
import { savePapers } from '../../../lib/db/library';
import { mergePapers, mergeTables } from '../../../lib/db/merge';
import type { OffprintDb } from '../../../lib/db/schema';
import { hearPapers } from '../../../lib/db/sightings';
import { stageRecords } from '../../../lib/db/staging';
import type { ImportMode } from '../../../lib/messages';
import type { SeenPaper } from '../../../lib/paper';
import { acts, everything, freshDb, NOON, seen, show } from './fresh-db';
import { digestOf, tell } from './tell';

const HOUR = 3_600_000;
const LATER = NOON + HOUR;
const BOTH: ImportMode[] = ['add', 'replace'];

const TITLE = 'A lantern for two rivers and one long night';
const ABSTRACT = 'We carry a lantern along two rivers and write down what it shows. '.repeat(6);
const lantern = (ids: string[], more: Partial<SeenPaper> = {}) =>
  seen(TITLE, { ids, abstract: ABSTRACT, publishedAt: '2026-08-20', ...more });
const ARXIV = 'arxiv:2608.00001';
const DOI = 'doi:10.1000/Lantern';

/** Takes all rows of `from`, as its backup would bring them. */
async function take(db: OffprintDb, from: OffprintDb, mode: ImportMode): Promise<void> {
  const rows = await everything(from);
  const records = BACKUP_TABLES.flatMap((table) =>
    (rows[table] as object[]).map((row): BackupRecord => [table, row]),
  );
  await stageRecords(db, { importId: 'import-1', n: 1, records, now: LATER });
  const { clock } = acts(LATER)().clock.next(LATER);
  await commitImport(db, { importId: 'import-1', mode, now: LATER, clock });
}

async function withOne(row: SeenPaper): Promise<{ db: OffprintDb; id: string }> {
  const db = freshDb();
  const [recorded] = await show(db, [row]);
  return { db, id: recorded!.paper.id };
}

async function other(): Promise<OffprintDb> {
  const { db, id } = await withOne(seen('Quite another paper', { ids: ['arxiv:2608.00099'] }));
  await savePapers(db, acts(NOON, 'otherdev')(), [id]);
  return db;
}

/** What would be told if a source named the lantern by these, one after the other. */
async function toldAgain(db: OffprintDb, ids: readonly string[]): Promise<string[]> {
  const titles: string[] = [];
  for (const [n, id] of ids.entries()) {
    const now = LATER + (n + 1) * 24 * HOUR;
    await hearPapers(db, [lantern([id])], 'arxiv-rss', now);
    titles.push(...(await digestOf(db, 'lantern', now)));
  }
  return titles;
}

describe('the record of what was told', () => {
  test.each(BOTH)('tells again what was never told, by an import to %s', async (mode) => {
    const { db } = await withOne(lantern([ARXIV]));
    await take(db, await other(), mode);
    expect(await toldAgain(db, [ARXIV])).toEqual([TITLE]);
  });

  test.each(BOTH)('outlives an import to %s that knows nothing of it', async (mode) => {
    const { db, id } = await withOne(lantern([ARXIV, DOI]));
    await tell(db, [id]);
    const before = await everything(db);
    await take(db, await other(), mode);
    // The digest can still be read; who replaces has no other paper of before, and no sighting.
    const [digest] = await db.digests.toArray();
    expect(digest!.items.map(({ paperId }) => paperId)).toEqual([id]);
    expect((await db.papers.get(id))!.title).toBe(TITLE);
    expect(await db.sightings.where(':id').between([id], [id, []]).count()).toBe(
      mode === 'add' ? 1 : 0,
    );
    expect((await db.papers.get(id))!.lastSeenAt).toBe(mode === 'add' ? NOON : undefined);
    await goBack(db, 'import-1', LATER + HOUR);
    expect(await everything(db)).toEqual(before);

    await take(db, await other(), mode);
    expect(await toldAgain(db, [DOI, ARXIV])).toEqual([]);
  });

  test('keeps no word of a told paper that goes and that no digest shows', async () => {
    const { db, id } = await withOne(lantern([ARXIV, DOI]));
    await db.notified.put({ paperId: id, kind: 'digest', at: NOON });
    const before = await everything(db);
    await take(db, await other(), 'replace');
    expect(JSON.stringify(await db.papers.toArray())).not.toMatch(/lantern for|rivers/i);
    await goBack(db, 'import-1', LATER + HOUR);
    expect(await everything(db)).toEqual(before);

    await take(db, await other(), 'replace');
    expect(await toldAgain(db, [ARXIV, DOI])).toEqual([]);
    // Heard again, it has its text and says whence.
    expect(await db.papers.get(id)).toMatchObject({ title: TITLE, firstSite: 'arxiv-rss' });
  });

  test.each(BOTH)('moves to the record that an import to %s has of the paper', async (mode) => {
    const { db, id } = await withOne(lantern([ARXIV, DOI]));
    await tell(db, [id]);
    const before = await everything(db);
    const file = await withOne(lantern([ARXIV]));
    await take(db, file.db, mode);
    const own = mode === 'add' ? id : file.id;
    expect(await db.papers.toCollection().primaryKeys()).toEqual([own]);
    expect((await db.papers.get(own))!.ids).toEqual([ARXIV, DOI]);
    expect((await db.notified.toArray()).map(({ paperId }) => paperId)).toEqual([own]);
    const [digest] = await db.digests.toArray();
    expect(digest!.items.map(({ paperId }) => paperId)).toEqual([own]);
    await goBack(db, 'import-1', LATER + HOUR);
    expect(await everything(db)).toEqual(before);
    await take(db, file.db, mode);
    expect(await toldAgain(db, [DOI, ARXIV])).toEqual([]);
  });

  test('knows a paper of the file by its title and abstract', async () => {
    const { db, id } = await withOne(lantern([ARXIV]));
    await tell(db, [id]);
    const file = await withOne(lantern([DOI]));
    await take(db, file.db, 'replace');
    expect(await db.papers.toCollection().primaryKeys()).toEqual([file.id]);
    expect(await toldAgain(db, [DOI, ARXIV])).toEqual([]);
  });

  test('leaves a paper with another number alone', async () => {
    const { db, id } = await withOne(lantern([ARXIV, DOI]));
    await tell(db, [id]);
    const file = await withOne(lantern(['arxiv:2608.00002', DOI]));
    await take(db, file.db, 'replace');
    expect((await db.papers.get(file.id))!.ids).toEqual(['arxiv:2608.00002', DOI]);
    expect((await db.aliases.get(ARXIV))!.paperId).toBe(id);
    expect((await db.notified.toArray()).map(({ paperId }) => paperId).sort()).toEqual(
      [id, file.id].sort(),
    );
  });

  test('is of every record here that a told paper of the file is', async () => {
    const { db } = await withOne(seen('A lantern', { ids: [ARXIV] }));
    await show(db, [seen('The other lantern', { ids: [DOI] })]);
    const before = await everything(db);
    const file = await withOne(lantern([ARXIV, DOI]));
    await tell(file.db, [file.id]);
    await take(db, file.db, 'add');
    expect(await db.notified.count()).toBe(2);
    await goBack(db, 'import-1', LATER + HOUR);
    expect(await everything(db)).toEqual(before);
  });

  test.each(BOTH)('has the digests of both sides after an import to %s', async (mode) => {
    const { db, id } = await withOne(lantern([ARXIV]));
    const [theirs] = await show(db, [seen('A lantern', { ids: ['doi:10.1000/x'] })]);
    await db.transaction('rw', mergeTables(db), async () => {
      const [from, to] = await db.papers.bulkGet([theirs!.paper.id, id]);
      await mergePapers(db, from!, to!, NOON);
    });
    await tell(db, [theirs!.paper.id], { date: '2026-08-20' });
    await tell(db, [id], { date: '2026-08-21' });
    const file = await withOne(seen('Quite another paper', { ids: ['arxiv:2608.00099'] }));
    await tell(file.db, [file.id], { date: '2026-08-21' });
    await tell(file.db, [file.id], { date: '2026-08-22' });
    await take(db, file.db, mode);
    const digests = await db.digests.toArray();
    const shown = await Promise.all(
      digests.map(async (digest) => [
        digest.date,
        ...(await currentItems(db, digest)).map(({ paperId }) => paperId),
      ]),
    );
    expect(shown).toEqual([
      ['2026-08-20', id],
      ['2026-08-21', id],
      ['2026-08-22', file.id],
    ]);
    const ledger = new Set((await db.notified.toArray()).map(({ paperId }) => paperId));
    expect(ledger).toContain(id);
    expect(ledger).toContain(file.id);
  });

  test('has what was said of papers of which the file says nothing', async () => {
    const { db, id } = await withOne(lantern([ARXIV]));
    const [dismissed] = await show(db, [seen('Dismissed lantern', { ids: [DOI] })]);
    await db.feedback.bulkPut([
      { paperId: id, kind: 'more', at: NOON },
      { paperId: dismissed!.paper.id, kind: 'not-interested', at: NOON },
    ]);
    const file = await withOne(lantern([ARXIV]));
    await file.db.feedback.put({ paperId: file.id, kind: 'fewer', at: NOON });
    await take(db, file.db, 'replace');
    expect(
      new Set((await db.feedback.toArray()).map(({ paperId, kind }) => `${paperId} ${kind}`)),
    ).toEqual(new Set([`${file.id} fewer`, `${dismissed!.paper.id} not-interested`]));
    expect(await toldAgain(db, [DOI])).toEqual([]);
  });

  test.each(BOTH)('keeps what was told since an import to %s that is taken back', async (mode) => {
    const db = freshDb();
    const file = await withOne(lantern([ARXIV, DOI]));
    await take(db, file.db, mode);
    expect(await toldAgain(db, [ARXIV])).toEqual([TITLE]);
    await goBack(db, 'import-1', LATER + 48 * HOUR);
    expect(await db.notified.count()).toBe(1);
    expect(await toldAgain(db, [ARXIV, DOI])).toEqual([]);
    const [digest] = await db.digests.toArray();
    expect(await db.papers.get(digest!.items[0]!.paperId)).toMatchObject({ title: TITLE });
  });
});
