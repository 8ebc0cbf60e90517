import { expect, test } from 'vitest';
import { hybridClock } from '../../../lib/db/clock';
import { commitImport } from '../../../lib/db/commit-import';
import { goBack } from '../../../lib/db/go-back';
import { lastClock } from '../../../lib/db/last-clock';
import { savePapers, setNote } from '../../../lib/db/library';
import { stageRecords } from '../../../lib/db/staging';
import { acts, freshDb, NOON, seen, show } from './fresh-db';

const DAY = 86_400_000;

test('what is decided after an import is later than it, also when the clock was set back', async () => {
  const db = freshDb();
  const row = seen('Hourglasses That Run Both Ways', { ids: ['arxiv:2608.00001'] });
  const [recorded] = await show(db, [row]);
  const { id } = recorded!.paper;
  await savePapers(db, acts()(), [id]);
  const entry = (await db.library.get(id))!;
  const theirs = {
    ...entry,
    note: 'Theirs.',
    clocks: { ...entry.clocks, note: entry.clocks.saved! },
  };
  await stageRecords(db, { importId: 'import-1', n: 1, records: [['library', theirs]], now: NOON });
  const { clock } = hybridClock('testdev1', await lastClock(db)).next(NOON + DAY);
  await commitImport(db, { importId: 'import-1', mode: 'add', now: NOON + DAY, clock });

  const restarted = hybridClock('testdev1', await lastClock(db));
  await setNote(db, { op: 'operation-late', now: NOON + 3_600_000, clock: restarted }, id, 'Mine.');
  await goBack(db, 'import-1', NOON + 2 * 3_600_000);
  expect((await db.library.get(id))!.note).toBe('Mine.');
});
