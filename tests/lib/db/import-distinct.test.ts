import { expect, test } from 'vitest';
import { checkRecord } from '../../../lib/backup/check-record';
import { readBackup } from '../../../lib/backup/read-backup';
import { commitImport } from '../../../lib/db/commit-import';
import { keepBoth, mergeByHand } from '../../../lib/db/duplicates';
import { exportBackup } from '../../../lib/db/export';
import { goBack } from '../../../lib/db/go-back';
import type { OffprintDb } from '../../../lib/db/schema';
import { stageRecords } from '../../../lib/db/staging';
import { undo } from '../../../lib/db/undo';
import type { ImportMode } from '../../../lib/messages';
import { DEFAULT_SETTINGS } from '../../../lib/settings';
import { acts, everything, freshDb, NOON, seen, show } from './fresh-db';

const ABSTRACT = 'We light two rivers with one lantern and count the boats that pass. '.repeat(5);
const row = (id: string) =>
  seen('A Lantern for Two Rivers and a Boat', { ids: [id], abstract: ABSTRACT });

/** Two papers kept apart that the rules would merge, a merge by hand, and history of both. */
async function filled(): Promise<OffprintDb> {
  const db = freshDb();
  const next = acts();
  const [a] = await show(db, [row('arxiv:2608.00001')]);
  const [b] = await show(db, [{ ...row('doi:10.1000/boat'), title: 'Boats by night, a study' }]);
  await keepBoth(db, next(), a!.paper.id, b!.paper.id);
  await show(db, [{ ...row('doi:10.1000/boat'), version: 2 }], { now: NOON + 1 });
  const [c, d] = await show(db, [
    seen('A first of two to be one', { ids: ['pmid:1'] }),
    seen('A second of two to be one', { ids: ['acl:x'] }),
  ]);
  await mergeByHand(db, next(), d!.paper.id, c!.paper.id);
  return db;
}

async function take(db: OffprintDb, from: OffprintDb, mode: ImportMode): Promise<void> {
  const { file } = await exportBackup(from, { settings: DEFAULT_SETTINGS, now: NOON });
  const { records, problems } = await readBackup(new TextEncoder().encode(await file.text()));
  expect(problems).toEqual([]);
  const good = records.map((line) => {
    const checked = checkRecord(line);
    if ('bad' in checked) throw new Error(`${JSON.stringify(checked.bad)}: ${line}`);
    return checked.record;
  });
  await stageRecords(db, { importId: 'import-1', n: 1, records: good, now: NOON });
  const now = NOON + 3_600_000;
  const { clock } = acts(now)().clock.next(now);
  await commitImport(db, { importId: 'import-1', mode, now, clock });
}

test('a backup keeps papers apart, and its merges can be undone', async () => {
  const from = await filled();
  const db = freshDb();
  await take(db, from, 'replace');
  expect(await everything(db)).toEqual(await everything(from));
  expect(await db.distinct.count()).toBe(1);
  const papers = await db.papers.count();
  await undo(db, acts(NOON + 7_200_000)());
  expect(await db.papers.count()).toBe(papers + 1);
});

test('papers that a backup keeps apart do not meet in one that is here', async () => {
  const from = await filled();
  const db = freshDb();
  await show(db, [row('arxiv:2608.00001')]);
  const before = await everything(db);
  await take(db, from, 'add');
  const owners = await db.aliases.bulkGet(['arxiv:2608.00001', 'doi:10.1000/boat']);
  const ids = owners.map((owner) => owner!.paperId).sort();
  expect(new Set(ids).size).toBe(2);
  expect((await db.distinct.toArray()).map(({ a, b }) => [a, b])).toEqual([ids]);
  await goBack(db, 'import-1', NOON + 7_200_000);
  expect(await everything(db)).toEqual(before);
});

test('a pair out of order, or a paper apart from itself, is no record of a backup', () => {
  const pair = (a: string, b: string) =>
    checkRecord(JSON.stringify(['distinct', { a, b, at: NOON }]));
  expect(pair('A', 'B')).toHaveProperty('record');
  expect(pair('B', 'A')).toHaveProperty('bad');
  expect(pair('A', 'A')).toHaveProperty('bad');
});
