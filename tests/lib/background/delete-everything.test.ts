import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deleteEverything } from '../../../lib/background/forget';
import { savePapers } from '../../../lib/db/library';
import { Disk } from '../db/disk';
import { acts, seen, show } from '../db/fresh-db';
import { tell } from '../db/tell';
import { aWorker } from './a-worker';

test('deletes what was told too, and nothing of it comes back', async () => {
  fakeBrowser.reset();
  const disk = new Disk();
  const { db, copy } = await disk.start();
  const rows = await show(db, [
    seen('A told paper', { ids: ['doi:10.1000/t'] }),
    seen('A saved paper', { ids: ['doi:10.1000/s'] }),
  ]);
  await tell(db, [rows[0]!.paper.id]);
  await savePapers(db, acts()(), [rows[1]!.paper.id]);
  await copy.settled();
  expect((await disk.copied()).notified).toHaveLength(1);
  await deleteEverything(aWorker({ db, copy }));
  await copy.settled();
  const here = await Promise.all(db.tables.map((table) => table.count()));
  expect(here.every((count) => count === 0)).toBe(true);
  expect(Object.values(await disk.copied()).flat()).toEqual([]);
  disk.lose('main');
  expect((await disk.start()).restored).toBeUndefined();
});
