import { describe, expect, test } from 'vitest';
import { commitImport } from '../../../lib/db/commit-import';
import { goBack } from '../../../lib/db/go-back';
import { savePapers, setNote, tagPapers, unsavePapers } from '../../../lib/db/library';
import { mergePapers, mergeTables } from '../../../lib/db/merge';
import type { OffprintDb } from '../../../lib/db/schema';
import { stageRecords } from '../../../lib/db/staging';
import { deleteTags } from '../../../lib/db/tags';
import { undo } from '../../../lib/db/undo';
import type { Paper } from '../../../lib/paper';
import { acts, freshDb, NOON, seen, show } from './fresh-db';

const HOUR = 3_600_000;

async function withTwo(): Promise<{ db: OffprintDb; to: string; from: string }> {
  const db = freshDb();
  const [to, from] = await show(db, [
    seen('A Lantern for Two Rivers', { ids: ['arxiv:2608.00001'] }),
    seen('A lantern', { ids: ['doi:10.1000/lantern'] }),
  ]);
  return { db, to: to!.paper.id, from: from!.paper.id };
}

async function merge(db: OffprintDb, from: string, to: string, now = NOON + HOUR): Promise<void> {
  await db.transaction('rw', mergeTables(db), async () => {
    const [a, b] = await db.papers.bulkGet([from, to]);
    await mergePapers(db, a!, b!, now);
  });
}

describe('undo after a merge', () => {
  test('of a deleted tag gives it back to the paper that the other one has become', async () => {
    const { db, to, from } = await withTwo();
    const next = acts();
    await tagPapers(db, next(), { paperIds: [from], add: ['rivers'], remove: [] });
    const [tag] = await db.tags.toArray();
    await deleteTags(db, next(), [tag!.id]);
    await merge(db, from, to);
    await undo(db, next());
    expect((await db.library.get(to))!.tagIds).toEqual([tag!.id]);
  });

  test('of an un-save keeps tags and note where the other record is saved', async () => {
    const { db, to, from } = await withTwo();
    const next = acts();
    await tagPapers(db, next(), { paperIds: [to], add: ['mine'], remove: [] });
    await tagPapers(db, next(), { paperIds: [from], add: ['theirs'], remove: [] });
    await setNote(db, next(), from, 'Read before the talk.');
    const gone = next('operation-unsave');
    await unsavePapers(db, gone, [from]);
    await merge(db, from, to);
    const back = next('operation-undo');
    expect((await undo(db, back, gone.op)).changed).toBeGreaterThan(0);
    const entry = (await db.library.get(to))!;
    expect(entry.note).toBe('Read before the talk.');
    expect(entry.tagIds).toHaveLength(2);

    await undo(db, next(), back.op);
    expect(await db.library.get(to)).toMatchObject({ note: '', tagIds: [entry.tagIds[0]] });
  });
});

describe('going back from an import after a merge', () => {
  const record = (paper: Partial<Paper>): Paper => ({
    id: '00000000000000000000000000',
    title: 'A lantern from a backup',
    titleKey: '',
    authors: [],
    ids: ['doi:10.1000/backup'],
    links: [],
    versions: [],
    firstSite: 'arxiv',
    firstSeenAt: NOON - HOUR,
    lastSeenAt: NOON - HOUR,
    ...paper,
  });

  async function importOne(db: OffprintDb, paper: Paper): Promise<void> {
    const importId = 'import-of-one';
    const records: [['papers', Paper], ['aliases', object]] = [
      ['papers', paper],
      ['aliases', { key: paper.ids[0], paperId: paper.id }],
    ];
    await stageRecords(db, { importId, n: 1, records, now: NOON + HOUR });
    const { clock } = acts(NOON + HOUR)().clock.next(NOON + HOUR);
    await commitImport(db, { importId, mode: 'add', now: NOON + HOUR, clock });
  }

  test('keeps a saved paper that became one with a paper of the backup', async () => {
    const { db, to: own } = await withTwo();
    const next = acts();
    await savePapers(db, next(), [own]);
    await setNote(db, next(), own, 'Mine.');
    const came = record({});
    await importOne(db, came);
    await merge(db, own, came.id, NOON + 2 * HOUR);
    await goBack(db, 'import-of-one', NOON + 3 * HOUR);
    const [entry, ...others] = await db.library.toArray();
    expect(others).toEqual([]);
    expect(entry!.note).toBe('Mine.');
    expect(await db.papers.get(entry!.paperId)).toBeDefined();
    expect((await db.aliases.get('arxiv:2608.00001'))!.paperId).toBe(entry!.paperId);
  });

  test('makes no double of a paper that was merged away since', async () => {
    const { db, to, from } = await withTwo();
    const next = acts();
    await savePapers(db, next(), [from]);
    await setNote(db, next(), from, 'Mine.');
    await importOne(db, record({ id: from, ids: ['doi:10.1000/lantern'], abstract: 'Longer.' }));
    await merge(db, from, to, NOON + 2 * HOUR);
    await goBack(db, 'import-of-one', NOON + 3 * HOUR);
    expect(await db.papers.toCollection().primaryKeys()).toEqual([to]);
    expect((await db.library.toArray()).map(({ paperId, note }) => [paperId, note])).toEqual([
      [to, 'Mine.'],
    ]);
    expect((await db.aliases.get('doi:10.1000/lantern'))!.paperId).toBe(to);
  });
});
