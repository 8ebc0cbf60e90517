import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchPapers, type ChangedPapers } from '../../../lib/db/changes';
import { Documents } from '../../../lib/db/documents';
import { savePapers, setNote, setStatus, unsavePapers } from '../../../lib/db/library';
import type { OffprintDb } from '../../../lib/db/schema';
import { acts, freshDb, seen, show } from './fresh-db';

let db: OffprintDb;
let ids: string[];
let act: ReturnType<typeof acts>;
let end: () => void = () => {};

beforeEach(async () => {
  db = freshDb();
  act = acts();
  const rows = Array.from({ length: 1_200 }, (_, i) =>
    seen(`Invented paper number ${i}`, { ids: [`arxiv:2401.${String(i).padStart(5, '0')}`] }),
  );
  const recorded = [];
  for (let at = 0; at < rows.length; at += 250)
    recorded.push(...(await show(db, rows.slice(at, at + 250))));
  ids = recorded.map(({ paper }) => paper.id);
});
afterEach(() => end());

it('reads in slices, in the order asked for, and tells of each', async () => {
  const documents = new Documents(db, async () => {});
  const held: number[] = [];
  documents.subscribe(() => held.push(ids.filter((id) => documents.get(id)).length));
  await documents.load(ids);
  expect(held).toEqual([500, 1_000, 1_200]);
  expect(documents.hold(ids)).toBe(true);
  expect(documents.get(ids[7]!)?.text).toContain('invented paper number 7');
});

it('stops when told to, and goes on where it stopped', async () => {
  const stop = new AbortController();
  const documents = new Documents(db, async () => stop.abort());
  await documents.load(ids, stop.signal);
  expect(ids.filter((id) => documents.get(id))).toHaveLength(500);
  await documents.load(ids);
  expect(documents.hold(ids)).toBe(true);
});

it('counts a paper that is not there as read', async () => {
  const documents = new Documents(db, async () => {});
  await documents.load(['nowhere']);
  expect(documents.hold(['nowhere'])).toBe(true);
  expect(documents.get('nowhere')).toBeUndefined();
});

it('keeps up with what changes, reading only that', async () => {
  const documents = new Documents(db, async () => {});
  end = documents.watch();
  await documents.load(ids);
  const reads = vi.spyOn(db.papers, 'bulkGet');
  await savePapers(db, act(), [ids[3]!]);
  await vi.waitFor(() => expect(documents.get(ids[3]!)?.status).toBe('unread'));
  await setNote(db, act(), ids[3]!, 'Read BEFORE Monday');
  await vi.waitFor(() => expect(documents.get(ids[3]!)?.text).toContain('before monday'));
  expect(Math.max(...reads.mock.calls.map(([keys]) => keys.length))).toBe(1);
  await setStatus(db, act(), ids.slice(0, 60), 'archived');
  await vi.waitFor(() => expect(documents.get(ids[59]!)?.status).toBe('archived'));
  await unsavePapers(db, act(), [ids[3]!]);
  await vi.waitFor(() => expect(documents.get(ids[3]!)?.status).toBeUndefined());
});

it('says which papers changed, or that it cannot say', async () => {
  const heard: ChangedPapers[] = [];
  end = watchPapers(db, (changed) => heard.push(changed));
  await savePapers(db, act(), [ids[0]!, ids[1]!]);
  expect(heard).toEqual([new Set([ids[0], ids[1]])]);
  end();
  await savePapers(db, act(), [ids[2]!]);
  expect(heard).toHaveLength(1);
});
