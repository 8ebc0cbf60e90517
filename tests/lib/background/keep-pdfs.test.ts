import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepPdfs, PDF_ALARM } from '../../../lib/background/keep-pdfs';
import { askForPdfs, endPdfs, giveBackPdfs, takeAwayPdfs } from '../../../lib/background/pdf-acts';
import type { BackupRecord } from '../../../lib/backup/check-record';
import { commitImport } from '../../../lib/db/commit-import';
import { forget } from '../../../lib/db/forget';
import { goBack } from '../../../lib/db/go-back';
import { keepHouse } from '../../../lib/db/housekeeping';
import { mergePapers, mergeTables, undoMerge } from '../../../lib/db/merge';
import { heldByPdf, papersWithPdf, pdfsOf, readPdf } from '../../../lib/db/pdfs';
import { keepImages, settle, stageRecords, writeHead } from '../../../lib/db/staging';
import { sweepPdfs } from '../../../lib/db/sweep-pdfs';
import type { OffprintDb } from '../../../lib/db/schema';
import type { Paper } from '../../../lib/paper';
import { aWorker, type TestWorker } from './a-worker';
import { seen, show } from '../db/fresh-db';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const text = `%PDF-1.7\n${'y'.repeat(2_000)}`;

beforeEach(() => {
  fakeBrowser.reset();
});

/** Papers with one PDF link each, and a worker that is answered by `answer`. */
async function given(
  hrefs: string[],
  answer: (url: string) => Response = () => new Response(text),
): Promise<{ worker: TestWorker; ids: string[]; asked: string[] }> {
  const asked: string[] = [];
  const worker = aWorker({
    fetch: (input) => {
      asked.push(String(input));
      return Promise.resolve(answer(String(input)));
    },
  });
  const papers = await show(
    worker.db,
    hrefs.map((href, i) =>
      seen(`A study of kelp number ${i} in spring`, { links: [{ rel: 'pdf', href }] }),
    ),
    { now: worker.time, day: '2026-11-23' },
  );
  return { worker, ids: papers.map(({ paper }) => paper.id), asked };
}

const state = async (db: OffprintDb, id: string) => (await pdfsOf(db, [id])).get(id);

describe('the queue of PDFs', () => {
  it('keeps what may be asked for, and says how many may not', async () => {
    const { worker, ids, asked } = await given([
      'https://a.example/1.pdf',
      'https://b.example/2.pdf',
    ]);
    worker.mayRead = (origin) => Promise.resolve(origin === 'https://a.example/*');
    expect(await askForPdfs(worker, ids)).toEqual({ queued: 1, without: 1 });
    await keepPdfs(worker);
    expect(asked).toEqual(['https://a.example/1.pdf']);
    expect(await papersWithPdf(worker.db)).toEqual(new Set([ids[0]]));
    expect(await (await readPdf(worker.db, ids[0]!))!.text()).toBe(text);
    expect(await fakeBrowser.alarms.get(PDF_ALARM)).toBeUndefined();
  });

  it('asks once however often it is told to', async () => {
    const { worker, ids, asked } = await given(['https://a.example/1.pdf']);
    await Promise.all([askForPdfs(worker, ids), askForPdfs(worker, ids)]);
    await keepPdfs(worker);
    await askForPdfs(worker, ids);
    await keepPdfs(worker);
    expect(asked).toHaveLength(1);
    expect(await worker.db.pdfs.count()).toBe(1);
  });

  it('waits longer after each refusal, leaves it to the alarm, and gives up after a day', async () => {
    const { worker, ids, asked } = await given(
      ['https://a.example/1.pdf'],
      () => new Response('', { status: 503, headers: { 'retry-after': '60' } }),
    );
    await askForPdfs(worker, ids);
    await keepPdfs(worker);
    const waits: number[] = [];
    const start = worker.time;
    for (let i = 0; i < 60; i++) {
      const row = await state(worker.db, ids[0]!);
      if (row?.state !== 'waiting') break;
      expect(row.why).toBe('503');
      waits.push(row.nextAt - worker.time);
      expect(await fakeBrowser.alarms.get(PDF_ALARM)).toBeDefined();
      worker.time = row.nextAt;
      await keepPdfs(worker);
    }
    expect(await state(worker.db, ids[0]!)).toMatchObject({ state: 'failed', why: '503' });
    expect(worker.time - start).toBeGreaterThanOrEqual(DAY);
    expect(worker.time - start).toBeLessThan(DAY + 2 * HOUR);
    expect(waits.slice(0, 4)).toEqual([60_000, 60_000, 60_000, 90_000]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(HOUR);
    expect(asked.length).toBeLessThan(45);
  });

  it('does not ask while there is no connection', async () => {
    const { worker, ids, asked } = await given(['https://a.example/1.pdf']);
    worker.online = () => false;
    await askForPdfs(worker, ids);
    await keepPdfs(worker);
    expect(asked).toEqual([]);
    expect(await fakeBrowser.alarms.get(PDF_ALARM)).toBeDefined();
  });

  it('drops a cancelled one of which nothing is here', async () => {
    const { worker, ids } = await given(['https://a.example/1.pdf']);
    worker.online = () => false;
    await askForPdfs(worker, ids);
    await endPdfs(worker, ids);
    expect(await worker.db.pdfs.count()).toBe(0);
  });

  it('does not ask where permission was taken back since', async () => {
    const { worker, ids, asked } = await given(['https://a.example/1.pdf']);
    worker.online = () => false;
    await askForPdfs(worker, ids);
    worker.online = () => true;
    worker.mayRead = () => Promise.resolve(false);
    await keepPdfs(worker);
    expect(asked).toEqual([]);
    expect(await state(worker.db, ids[0]!)).toMatchObject({ state: 'failed', why: 'permission' });
  });
});

describe('a kept PDF', () => {
  async function kept(): Promise<{ worker: TestWorker; id: string; db: OffprintDb }> {
    const { worker, ids } = await given(['https://a.example/1.pdf']);
    await askForPdfs(worker, ids);
    await keepPdfs(worker);
    return { worker, id: ids[0]!, db: worker.db };
  }

  it('can be put back for ten minutes, and is then gone with every byte', async () => {
    const { worker, id, db } = await kept();
    expect(await takeAwayPdfs(worker, [id])).toEqual({ removed: [id] });
    expect(await readPdf(db, id)).toBeUndefined();
    worker.time += 9 * 60_000;
    await keepPdfs(worker);
    await giveBackPdfs(worker, [id]);
    expect(await (await readPdf(db, id))!.text()).toBe(text);
    await takeAwayPdfs(worker, [id]);
    worker.time += 11 * 60_000;
    await keepPdfs(worker);
    await giveBackPdfs(worker, [id]);
    expect([await db.pdfs.count(), await db.pdfPieces.count()]).toEqual([0, 0]);
  });

  it('holds its paper against forgetting, and housekeeping leaves its text', async () => {
    const { worker, id, db } = await kept();
    const now = worker.time + 400 * DAY;
    const what = { what: 'day' as const, day: '2026-11-23' };
    expect(await forget(db, { op: 'operation-1', what, now: worker.time, clock: '0' })).toBe(0);
    await keepHouse(db, { now, keepDays: 30 });
    expect((await db.papers.get(id))!.title).not.toBe('');
    expect(await heldByPdf(db)).toEqual(new Set([id]));
    expect(await (await readPdf(db, id))!.text()).toBe(text);
  });

  it('follows its paper through a merge and back', async () => {
    const { worker, id, db } = await kept();
    const [other] = await show(db, [
      seen('Another name of the same', { ids: ['arxiv:2601.00001'] }),
    ]);
    await db.transaction('rw', mergeTables(db), async () => {
      const [from, to] = await db.papers.bulkGet([id, other!.paper.id]);
      await mergePapers(db, from!, to!, worker.time);
    });
    expect(await papersWithPdf(db)).toEqual(new Set([other!.paper.id]));
    expect(await (await readPdf(db, other!.paper.id))!.text()).toBe(text);
    const [merge] = await db.merges.toArray();
    await undoMerge(db, merge!.id);
    expect(await papersWithPdf(db)).toEqual(new Set([id]));
  });

  it('leaves no bytes behind when nothing names them, unless an undo may', async () => {
    const { worker, id, db } = await kept();
    await takeAwayPdfs(worker, [id]);
    const [row] = await db.pdfs.toArray();
    await db.pdfs.clear();
    await keepImages(db, 'operation-2', [{ table: 'pdfs', key: row!.id, row }]);
    const head = {
      kind: 'forget',
      state: 'committed',
      at: worker.time,
      papers: 0,
      saved: 0,
    } as const;
    await writeHead(db, 'operation-2', { ...head, clock: '0' });
    await sweepPdfs(db, worker.time);
    expect(await db.pdfPieces.count()).toBeGreaterThan(0);
    await goBack(db, 'operation-2', worker.time);
    expect(await db.pdfs.count()).toBe(1);
    await db.pdfs.clear();
    await sweepPdfs(db, worker.time);
    expect(await db.pdfPieces.count()).toBe(0);
  });

  it('stays where a backup that replaces everything names its paper, and comes back with it', async () => {
    const { worker, id, db } = await kept();
    const paper = (await db.papers.get(id))!;
    const replaceBy = async (importId: string, papers: Paper[]) => {
      const records = papers.map((row) => ['papers', row] as BackupRecord);
      await stageRecords(db, { importId, n: 1, records, now: worker.time });
      const commit = { importId, mode: 'replace' as const, now: worker.time, clock: '9' };
      await commitImport(db, commit);
    };
    await replaceBy('import-1', [paper]);
    await settle(db, 'import-1');
    expect(await (await readPdf(db, id))!.text()).toBe(text);

    await replaceBy('import-2', [{ ...paper, id: '01K3A0000000000000000000XX', ids: [] }]);
    expect(await papersWithPdf(db)).toEqual(new Set());
    await sweepPdfs(db, worker.time);
    await goBack(db, 'import-2', worker.time);
    expect(await (await readPdf(db, id))!.text()).toBe(text);
  });
});
