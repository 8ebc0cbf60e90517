import { describe, expect, test } from 'vitest';
import { savePapers, setStatus } from '../../../lib/db/library';
import type { OffprintDb } from '../../../lib/db/schema';
import { abstractChange, toldVersions } from '../../../lib/db/version-read';
import { acts, freshDb, NOON, seen, show } from './fresh-db';

const DAY = 24 * 60 * 60 * 1000;
const FIRST = 'We grow kelp on ropes and measure how fast it grows.';
const THIRD = 'We grow kelp on nets and measure how fast it grows in winter.';

/** arXiv shows a version of the same paper, `day` days after noon. */
async function showVersion(db: OffprintDb, version: number, abstract: string, day: number) {
  const row = seen('How Fast Kelp Grows on Ropes', {
    ids: ['arxiv:2608.00011'],
    version,
    abstract,
  });
  const [recorded] = await show(db, [row], { now: NOON + day * DAY });
  return recorded!.paper.id;
}

async function changeOf(db: OffprintDb, id: string) {
  const [paper, entry] = await Promise.all([db.papers.get(id), db.library.get(id)]);
  return abstractChange(paper!, entry);
}

const numbers = async (db: OffprintDb, id: string) =>
  toldVersions((await db.papers.get(id))!).map(({ version }) => version);

describe('a paper of which version 1 was saved', () => {
  async function saved() {
    const db = freshDb();
    const id = await showVersion(db, 1, FIRST, 0);
    const next = acts(NOON + DAY);
    await savePapers(db, next(), [id]);
    return { db, id, next };
  }

  test('has not changed while no version changed the abstract', async () => {
    const { db, id } = await saved();
    expect(await changeOf(db, id)).toBeUndefined();
    await showVersion(db, 2, FIRST, 2);
    expect(await changeOf(db, id)).toBeUndefined();
    expect(await numbers(db, id)).toEqual([1]);
  });

  test('has changed with version 3, which was told after one that changed nothing', async () => {
    const { db, id } = await saved();
    await showVersion(db, 2, FIRST, 2);
    await showVersion(db, 3, THIRD, 3);
    expect(await changeOf(db, id)).toEqual({ read: 1, from: 1, to: 3 });
    expect(await numbers(db, id)).toEqual([1, 3]);
    await showVersion(db, 4, THIRD, 4);
    expect(await changeOf(db, id)).toEqual({ read: 1, from: 1, to: 3 });
  });

  test('has nothing new once it is marked as read, until the next change', async () => {
    const { db, id } = await saved();
    await showVersion(db, 3, THIRD, 2);
    await setStatus(db, acts(NOON + 3 * DAY)(), [id], 'read');
    expect(await changeOf(db, id)).toBeUndefined();
    await showVersion(db, 4, FIRST, 4);
    expect(await changeOf(db, id)).toEqual({ read: 3, from: 3, to: 4 });
  });

  test('has not been read by being archived', async () => {
    const { db, id } = await saved();
    await showVersion(db, 3, THIRD, 2);
    await setStatus(db, acts(NOON + 3 * DAY)(), [id], 'archived');
    expect(await changeOf(db, id)).toEqual({ read: 1, from: 1, to: 3 });
  });

  test('that goes back to its first words has not changed', async () => {
    const { db, id } = await saved();
    await showVersion(db, 2, THIRD, 2);
    await showVersion(db, 3, FIRST, 3);
    expect(await numbers(db, id)).toEqual([1, 2, 3]);
    expect(await changeOf(db, id)).toBeUndefined();
  });
});

describe('which version was read', () => {
  test('is the one that was current when the paper was saved', async () => {
    const db = freshDb();
    const id = await showVersion(db, 1, FIRST, 0);
    await showVersion(db, 3, THIRD, 1);
    await savePapers(db, acts(NOON + 2 * DAY)(), [id]);
    expect(await changeOf(db, id)).toBeUndefined();
  });

  test('is the first one seen where the paper is not saved', async () => {
    const db = freshDb();
    const id = await showVersion(db, 2, FIRST, 0);
    await showVersion(db, 3, THIRD, 1);
    expect(await changeOf(db, id)).toEqual({ read: 2, from: 2, to: 3 });
  });

  test('is not known where its abstract was never seen', async () => {
    const db = freshDb();
    const row = seen('How Fast Kelp Grows on Ropes', { ids: ['arxiv:2608.00011'], version: 1 });
    const [recorded] = await show(db, [row], { now: NOON });
    await showVersion(db, 3, THIRD, 1);
    expect(await changeOf(db, recorded!.paper.id)).toBeUndefined();
  });
});
