import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/settings';
import { failureOf } from '../../../lib/snapshots/failure';
import { folderPlace } from '../../../lib/snapshots/folder-place';
import { beyond } from '../../../lib/snapshots/place';
import { freshDb, NOON, seen, show } from '../db/fresh-db';
import { fakeFolder } from './fake-folder';

const NAME = 'offprint-2026-11-23-070509.json';
const options = { settings: DEFAULT_SETTINGS, now: NOON };

async function aDraft(folder: ReturnType<typeof fakeFolder>) {
  const db = freshDb();
  await show(db, [seen('Moss on North Walls'), seen('Kelp Forests by Night')]);
  const place = folderPlace(db, folder.folder);
  return { place, draft: await place.draft(options) };
}

describe('a copy in a folder', () => {
  test.each([true, false])('is there, whole, under its name; renamed: %s', async (canMove) => {
    const fake = fakeFolder({ canMove });
    const { place, draft } = await aDraft(fake);
    await draft.save(NAME);
    expect([...fake.files.keys()]).toEqual([NAME]);
    expect(JSON.parse(fake.files.get(NAME)!)).toMatchObject({ format: 'offprint-backup' });
    expect(await place.list()).toEqual([{ name: NAME, bytes: draft.bytes, at: 1 }]);
    expect(draft.papers).toBe(2);
  });

  test.each([
    ['full', 'full'],
    ['rot', 'damaged'],
  ] as const)('does not count when the disk is %s', async (trouble, kind) => {
    const fake = fakeFolder();
    const { place, draft } = await aDraft(fake);
    fake.files.set('offprint-2026-11-22-070509.json', 'the one before');
    fake.trouble = trouble;
    const failure = await draft.save(NAME).catch(failureOf);
    expect(failure).toBe(kind);
    expect((await place.list()).map(({ name }) => name)).toEqual([
      'offprint-2026-11-22-070509.json',
    ]);
    await place.clear(NAME);
    expect([...fake.files]).toEqual([['offprint-2026-11-22-070509.json', 'the one before']]);
  });

  test('is not made where the permission has lapsed or there is no folder', async () => {
    const fake = fakeFolder();
    fake.permission = 'prompt';
    expect(await folderPlace(freshDb(), fake.folder).mustBeOpen().catch(failureOf)).toBe('folder');
    expect(await folderPlace(freshDb(), undefined).mustBeOpen().catch(failureOf)).toBe('gone');
  });

  test('goes by age, and nothing of the user goes with it', async () => {
    const fake = fakeFolder();
    const names = ['21', '22', '23'].map((day) => `offprint-2026-11-${day}-070509.json`);
    for (const name of ['thesis.json', 'offprint-2026.json', ...names]) fake.files.set(name, 'x');
    const place = folderPlace(freshDb(), fake.folder);
    const old = beyond(await place.list(), 2);
    expect(old.map(({ name }) => name)).toEqual([names[0]]);
    for (const each of old) await place.remove(each);
    await place.remove({ name: 'thesis.json', bytes: 1, at: 1 });
    expect([...fake.files.keys()]).toEqual([
      'thesis.json',
      'offprint-2026.json',
      ...names.slice(1),
    ]);
  });
});

test('the same library has the same mark whenever it is written, and a changed one another', async () => {
  const db = freshDb();
  await show(db, [seen('Moss on North Walls')]);
  const place = folderPlace(db, fakeFolder().folder);
  const first = await place.draft(options);
  const later = await place.draft({ ...options, now: NOON + 86_400_000 });
  expect(later.mark).toBe(first.mark);
  await show(db, [seen('Kelp Forests by Night')]);
  expect((await place.draft(options)).mark).not.toBe(first.mark);
});
