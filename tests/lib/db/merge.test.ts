import { describe, expect, test } from 'vitest';
import { savePapers, setNote, setStatus, tagPapers } from '../../../lib/db/library';
import { mergePapers, mergeTables, undoMerge } from '../../../lib/db/merge';
import { observeTrends } from '../../../lib/db/trends';
import { PAPER_TABLES, type OffprintDb } from '../../../lib/db/schema';
import { acts, everything, freshDb, NOON, seen, show } from './fresh-db';

async function two(): Promise<{ db: OffprintDb; from: string; to: string }> {
  const db = freshDb();
  const next = acts();
  const [to] = await show(db, [
    seen('On Joining Two Records of One Work', { ids: ['arxiv:2608.00001'], rank: 4 }),
  ]);
  const [from] = await show(db, [
    seen('On joining two records', { ids: ['doi:10.1000/join'], rank: 2, abstract: 'Longer.' }),
  ]);
  await show(db, [seen('', { title: 'On joining two records', ids: ['doi:10.1000/join'] })], {
    site: 'hugging-face',
    listing: 'https://huggingface.co/papers',
  });
  const ids = { from: from!.paper.id, to: to!.paper.id };
  await tagPapers(db, next(), { paperIds: [ids.from], add: ['theirs'], remove: [] });
  await tagPapers(db, next(), { paperIds: [ids.to], add: ['mine'], remove: [] });
  await setNote(db, next(), ids.from, 'From the other.');
  await setStatus(db, next(), [ids.from], 'read');
  const told = (paperId: string) => ({ paperId, kind: 'digest' as const, at: NOON });
  await db.notified.bulkPut([told(ids.from), told(ids.to)]);
  await db.feedback.put({ paperId: ids.from, kind: 'fewer', at: NOON });
  await observeTrends(db, 'hugging-face', [{ paperId: ids.from, votes: 3 }], NOON);
  await db.fills.put({
    key: 'doi:10.1000/join',
    paperId: ids.from,
    state: 'waiting',
    askedAt: NOON,
    nextAt: NOON,
    tries: 0,
  });
  return { db, ...ids };
}

async function merge(db: OffprintDb, from: string, to: string): Promise<void> {
  await db.transaction('rw', mergeTables(db), async () => {
    const [a, b] = await db.papers.bulkGet([from, to]);
    await mergePapers(db, a!, b!, NOON + 1);
  });
}

describe('a merge', () => {
  test('moves all that belongs to a paper and loses none of what was decided', async () => {
    const { db, from, to } = await two();
    await merge(db, from, to);
    for (const name of ['aliases', 'library', 'fills', ...PAPER_TABLES]) {
      const rows: { paperId: string }[] = await db.table(name).toArray();
      expect(rows.length, name).toBeGreaterThan(0);
      expect(
        rows.every(({ paperId }) => paperId === to),
        name,
      ).toBe(true);
    }
    const names = new Map((await db.tags.toArray()).map(({ id, name }) => [id, name]));
    const entry = (await db.library.get(to))!;
    expect(entry.tagIds.map((id) => names.get(id)).sort()).toEqual(['mine', 'theirs']);
    expect(entry).toMatchObject({ note: 'From the other.', status: 'read' });
    const shown = await db.sightings.get([to, 'https://arxiv.org/list/cs.AI/new', '2026-08-22']);
    expect(shown!.rank).toBe(2);
  });

  test('taken apart gives every row as it was', async () => {
    const { db, from, to } = await two();
    const before = await everything(db);
    await merge(db, from, to);
    const [merged] = await db.merges.toArray();
    expect(await undoMerge(db, merged!.id)).toBe(true);
    expect(await everything(db)).toEqual(before);
    expect(await undoMerge(db, merged!.id)).toBe(false);
  });

  test('taken apart keeps what was decided since', async () => {
    const { db, from, to } = await two();
    const before = (await db.library.get(from))!;
    await merge(db, from, to);
    await setNote(db, acts(NOON + 3_600_000)(), to, 'Written about the one paper.');
    const [merged] = await db.merges.toArray();
    await undoMerge(db, merged!.id);
    expect((await db.library.get(to))!.note).toBe('Written about the one paper.');
    expect(await db.library.get(from)).toEqual(before);
  });

  test('is only taken apart before an older one of the same papers', async () => {
    const { db, from, to } = await two();
    const [third] = await show(db, [seen('Third of the Three Records Here', { ids: ['pmid:1'] })]);
    await savePapers(db, acts()(), [third!.paper.id]);
    const before = await everything(db);
    await merge(db, from, to);
    await merge(db, third!.paper.id, to);
    const [first, second] = await db.merges.orderBy('id').toArray();
    await expect(undoMerge(db, first!.id)).rejects.toThrow('take that apart first');
    await undoMerge(db, second!.id);
    await undoMerge(db, first!.id);
    expect(await everything(db)).toEqual(before);
  });
});
