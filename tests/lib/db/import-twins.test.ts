import { expect, test } from 'vitest';
import { commitImport } from '../../../lib/db/commit-import';
import { emptyRecord, refreshed } from '../../../lib/db/refresh';
import type { OffprintDb } from '../../../lib/db/schema';
import { stageRecords } from '../../../lib/db/staging';
import type { Paper, SeenPaper } from '../../../lib/paper';
import { acts, freshDb, NOON, seen, show } from './fresh-db';

const ABSTRACT = 'We weigh shadows at noon and find that none of them is the same. '.repeat(5);
const row = (more: Partial<SeenPaper>): SeenPaper =>
  seen('Weighing the Shadows of Tall Buildings', { abstract: ABSTRACT, ...more });

async function add(db: OffprintDb, papers: readonly Paper[]): Promise<void> {
  const records = papers.flatMap((paper): [['papers', Paper], ...['aliases', object][]] => [
    ['papers', paper],
    ...paper.ids.map((key): ['aliases', object] => ['aliases', { key, paperId: paper.id }]),
  ]);
  await stageRecords(db, { importId: 'import-1', n: 1, records, now: NOON });
  const { clock } = acts(NOON)().clock.next(NOON);
  await commitImport(db, { importId: 'import-1', mode: 'add', now: NOON, clock });
}

const record = (id: string, key: string) =>
  refreshed(emptyRecord(id, 'arxiv'), row({ ids: [key] }), 'arxiv', NOON + 1);

test('a paper of a backup completes its twin here and takes nothing from it', async () => {
  const db = freshDb();
  const link = { rel: 'page' as const, href: 'https://example.org/shadows' };
  const [mine] = await show(db, [row({ ids: ['doi:10.1000/shadow'], links: [link] })]);
  await add(db, [record('backup-1', 'arxiv:2608.00001')]);
  const [paper, ...others] = await db.papers.toArray();
  expect(others).toEqual([]);
  expect(paper).toMatchObject({
    id: mine!.paper.id,
    ids: ['doi:10.1000/shadow', 'arxiv:2608.00001'],
    links: [link],
    firstSeenAt: NOON,
  });
});

test('two numbered papers of a backup stay two where one here looks like both', async () => {
  const db = freshDb();
  await show(db, [row({})]);
  const numbers = ['2608.00001', '2608.00002'];
  await add(
    db,
    numbers.map((n) => record(`backup-${n}`, `arxiv:${n}`)),
  );
  const [one, two] = await db.aliases.bulkGet(numbers.map((n) => `arxiv:${n}`));
  expect(one!.paperId).not.toBe(two!.paperId);
  expect(await db.papers.count()).toBe(2);
});
