import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../../lib/backup/check-record';
import { readBackup } from '../../../lib/backup/read-backup';
import { commitImport } from '../../../lib/db/commit-import';
import { observeTrends } from '../../../lib/db/trends';
import { exportBackup } from '../../../lib/db/export';
import { goBack } from '../../../lib/db/go-back';
import { savePapers, setNote, setStatus, tagPapers } from '../../../lib/db/library';
import type { OffprintDb } from '../../../lib/db/schema';
import { readHead, settle, stagedHeads, stageRecords } from '../../../lib/db/staging';
import { renameTag } from '../../../lib/db/tags';
import type { ImportMode } from '../../../lib/messages';
import { DEFAULT_SETTINGS } from '../../../lib/settings';
import { acts, everything, freshDb, NOON, seen, show } from './fresh-db';

const LATER = NOON + 86_400_000;

async function filled(): Promise<OffprintDb> {
  const db = freshDb();
  const next = acts();
  const rows = await show(db, [
    seen('Gardens of Forking Proofs in Small Models', {
      ids: ['arxiv:2608.00001'],
      abstract: 'We walk through a garden.',
      links: [{ rel: 'page', href: 'https://arxiv.org/abs/2608.00001' }],
      version: 2,
    }),
    seen('On the Weight of Borrowed Words', { ids: ['arxiv:2608.00002'], rank: 2, votes: 7 }),
    seen('Словарь забытых метафор и его обучение'),
  ]);
  const [one, two] = rows.map(({ paper }) => paper.id);
  await savePapers(db, next(), [one!]);
  await tagPapers(db, next(), { paperIds: [one!, two!], add: ['Proofs', 'später'], remove: [] });
  await setStatus(db, next(), [two!], 'reading');
  await setNote(db, next(), one!, 'See page 3.\nAnd "4".');
  await db.feedback.put({ paperId: two!, kind: 'fewer', at: NOON });
  await observeTrends(db, 'hugging-face', [{ paperId: two!, votes: 7, startedAt: 5 }], NOON);
  const reason = { kind: 'watch', watch: 'proofs' } as const;
  const items = [{ paperId: two!, reason, points: [[NOON, 7] as [number, number]] }];
  await db.digests.put({
    date: '2026-08-21',
    madeAt: NOON,
    settled: '2026-08-21',
    items,
    missing: ['arxiv-rss'],
  });
  await db.notified.put({ paperId: two!, kind: 'digest', at: NOON });
  return db;
}

async function backupOf(db: OffprintDb): Promise<string> {
  const { file } = await exportBackup(db, { settings: DEFAULT_SETTINGS, now: LATER });
  return file.text();
}

async function stageAll(db: OffprintDb, text: string, importId = 'import-1'): Promise<void> {
  const { records, problems } = await readBackup(new TextEncoder().encode(text));
  expect(problems).toEqual([]);
  const good = records.map((line) => {
    const checked = checkRecord(line);
    if ('bad' in checked) throw new Error(`${line}: ${JSON.stringify(checked.bad)}`);
    return checked.record;
  });
  for (let i = 0; i < good.length; i += 5)
    await stageRecords(db, { importId, n: i + 1, records: good.slice(i, i + 5), now: LATER });
}

function commitAs(db: OffprintDb, mode: ImportMode, importId = 'import-1') {
  const { clock } = acts(LATER)().clock.next(LATER);
  return commitImport(db, { importId, mode, now: LATER, clock });
}

describe('an import', () => {
  test('of a backup into an empty database gives every row again', async () => {
    const from = await filled();
    for (const mode of ['add', 'replace'] as const) {
      const to = freshDb();
      await stageAll(to, await backupOf(from));
      expect(await commitAs(to, mode)).toEqual({ papers: 3, saved: 2 });
      expect(await everything(to)).toEqual(await everything(from));
    }
  });

  test('of its own backup changes nothing and keeps no images', async () => {
    for (const mode of ['add', 'replace'] as const) {
      const db = await filled();
      const before = await everything(db);
      await stageAll(db, await backupOf(db));
      await commitAs(db, mode);
      expect(await everything(db)).toEqual(before);
      expect(await db.staging.count()).toBe(1);
    }
  });

  test('that replaces makes the library what the backup was, and goes back to what it became', async () => {
    const db = await filled();
    const then = await everything(db);
    const text = await backupOf(db);
    const next = acts(NOON + 3_600_000);
    const [entry] = await db.library.toArray();
    await tagPapers(db, next(), { paperIds: [entry!.paperId], add: ['since'], remove: ['Proofs'] });
    const [fresh] = await show(db, [
      seen('Only Here Since the Backup Was Made', { ids: ['pmid:9'] }),
    ]);
    await savePapers(db, next(), [fresh!.paper.id]);
    const now = await everything(db);
    await stageAll(db, text);
    await commitAs(db, 'replace');
    expect(await everything(db)).toEqual(then);
    await goBack(db, 'import-1', LATER);
    expect(await everything(db)).toEqual(now);
  });

  test('that is committed twice is one', async () => {
    const db = freshDb();
    await stageAll(db, await backupOf(await filled()));
    const first = await commitAs(db, 'add');
    const after = await everything(db);
    expect(await commitAs(db, 'add')).toEqual(first);
    expect(await everything(db)).toEqual(after);
  });

  test('waits for the one before to be kept or taken back', async () => {
    const db = freshDb();
    const text = await backupOf(await filled());
    await stageAll(db, text);
    await stageAll(db, text, 'import-2');
    await commitAs(db, 'add');
    await expect(commitAs(db, 'add', 'import-2')).rejects.toThrow('Keep the last import');
    await settle(db, 'import-1');
    await commitAs(db, 'add', 'import-2');
  });

  test('replaces what was here, and one call goes back', async () => {
    const db = freshDb();
    const rows = await show(db, [
      seen('Mine Alone and Nobody Elses at All', { ids: ['doi:10.1000/x'] }),
    ]);
    await tagPapers(db, acts()(), { paperIds: [rows[0]!.paper.id], add: ['proofs'], remove: [] });
    const before = await everything(db);
    await stageAll(db, await backupOf(await filled()));
    await commitAs(db, 'replace');
    expect((await db.papers.toArray()).map(({ title }) => title)).not.toContain(
      rows[0]!.paper.title,
    );
    await goBack(db, 'import-1', LATER);
    expect(await everything(db)).toEqual(before);
    expect(await db.staging.count()).toBe(0);
  });

  test('adds to what is here by identifier and by name of the tag, and goes back', async () => {
    const db = freshDb();
    const next = acts(NOON, 'otherdev');
    const [mine] = await show(
      db,
      [seen('Gardens of Forking Proofs in Small Models', { ids: ['arxiv:2608.00001'] })],
      { site: 'hugging-face', listing: 'https://huggingface.co/papers' },
    );
    await tagPapers(db, next(), { paperIds: [mine!.paper.id], add: ['PROOFS'], remove: [] });
    const before = await everything(db);
    const from = await filled();
    await stageAll(db, await backupOf(from));
    expect(await commitAs(db, 'add')).toEqual({ papers: 3, saved: 2 });

    const papers = await db.papers.toArray();
    expect(papers).toHaveLength(3);
    const one = papers.find(({ id }) => id === mine!.paper.id)!;
    expect(one.abstract).toBe('We walk through a garden.');
    expect((await db.tags.toArray()).map(({ name }) => name).sort()).toEqual(['PROOFS', 'später']);
    expect(await db.sightings.where(':id').between([one.id], [one.id, []]).count()).toBe(2);
    expect((await db.library.get(one.id))!.note).toBe('See page 3.\nAnd "4".');

    await goBack(db, 'import-1', LATER);
    expect(await everything(db)).toEqual(before);
  });

  test('goes back without losing what was decided since', async () => {
    const db = freshDb();
    const text = await backupOf(await filled());
    await stageAll(db, text);
    await commitAs(db, 'replace');
    const next = acts(LATER + 60_000);
    const [first, second] = await db.library.toArray();
    await setNote(db, next(), first!.paperId, 'Written after the import.');
    await tagPapers(db, next(), { paperIds: [first!.paperId], add: ['new'], remove: [] });
    await goBack(db, 'import-1', LATER + 3_600_000);
    expect(await db.library.get(second!.paperId)).toBeUndefined();
    expect((await db.library.get(first!.paperId))!.note).toBe('Written after the import.');
    expect(await db.papers.get(first!.paperId)).toBeDefined();
    await expectWhole(db);
  });

  test('goes back to one paper where the same was met again since', async () => {
    const db = freshDb();
    const row = seen('A Paper That Comes Back Every Morning', { ids: ['arxiv:2608.00077'] });
    const [mine] = await show(db, [row]);
    await savePapers(db, acts()(), [mine!.paper.id]);
    await stageAll(db, await backupOf(await filled()));
    await commitAs(db, 'replace');
    const [again] = await show(db, [row], { now: LATER + 1, day: '2026-08-23' });
    expect(again!.paper.id).not.toBe(mine!.paper.id);
    await tagPapers(db, acts(LATER + 60_000)(), {
      paperIds: [again!.paper.id],
      add: ['again'],
      remove: [],
    });
    await goBack(db, 'import-1', LATER + 3_600_000);
    expect((await db.papers.toArray()).map(({ id }) => id)).toEqual([mine!.paper.id]);
    const entry = await db.library.get(mine!.paper.id);
    expect(entry!.tagIds).toHaveLength(1);
    expect(await db.sightings.count()).toBe(2);
    await expectWhole(db);
  });

  test('cannot be started while another waits to be kept', async () => {
    const db = freshDb();
    await stageAll(db, await backupOf(await filled()));
    await commitAs(db, 'add');
    await expect(stageAll(db, await backupOf(db), 'import-2')).rejects.toThrow(
      'Keep the last import',
    );
    await settle(db, 'import-1');
    expect(await stagedHeads(db)).toEqual([]);
    await stageAll(db, await backupOf(db), 'import-2');
    expect((await readHead(db, 'import-2'))!.state).toBe('staged');
  });

  test('of a later note keeps the note of the later clock', async () => {
    const db = await filled();
    const text = await backupOf(db);
    const [entry] = (await db.library.toArray()).filter(({ note }) => note);
    await setNote(db, acts(NOON + 7_200_000)(), entry!.paperId, 'Newer here.');
    const [tag] = await db.tags.toArray();
    await renameTag(db, acts(NOON + 7_300_000)(), tag!.id, 'renamed here');
    await stageAll(db, text);
    await commitAs(db, 'add');
    expect((await db.library.get(entry!.paperId))!.note).toBe('Newer here.');
    expect((await db.tags.get(tag!.id))!.name).toBe('renamed here');
  });
});

/** No row speaks of a paper or a tag that is not there. */
async function expectWhole(db: OffprintDb): Promise<void> {
  const papers = new Set(await db.papers.toCollection().primaryKeys());
  const tags = new Set(await db.tags.toCollection().primaryKeys());
  for (const name of ['aliases', 'library', 'sightings', 'feedback', 'notified', 'fills']) {
    const rows: { paperId: string }[] = await db.table(name).toArray();
    expect(
      rows.filter(({ paperId }) => !papers.has(paperId)),
      name,
    ).toEqual([]);
  }
  const used = (await db.library.toArray()).flatMap(({ tagIds }) => tagIds);
  expect(used.filter((id) => !tags.has(id))).toEqual([]);
}
