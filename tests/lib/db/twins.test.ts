import { describe, expect, test } from 'vitest';
import type { SeenPaper } from '../../../lib/paper';
import { freshDb, NOON, seen, show } from './fresh-db';

const ABSTRACT = 'We measure how two papers of one title drift apart over the years. '.repeat(5);
const row = (more: Partial<SeenPaper>): SeenPaper =>
  seen('Two Papers of One Title and Abstract', { abstract: ABSTRACT, ...more });

describe('two papers of one title and abstract with two numbers', () => {
  const numbered = [row({ ids: ['arxiv:2608.00001'] }), row({ ids: ['arxiv:2608.00002'] })];

  test('stay two when a row without a number is like both', async () => {
    const db = freshDb();
    await show(db, numbered);
    await show(db, [row({})], { site: 'text', listing: 'import:list.txt', now: NOON + 1 });
    expect(await db.papers.count()).toBe(2);
    expect(await db.merges.count()).toBe(0);
  });

  test('stay two when the row without a number was there first', async () => {
    const db = freshDb();
    await show(db, [row({})], { site: 'text', listing: 'import:list.txt' });
    await show(db, numbered, { now: NOON + 1 });
    expect(await db.papers.count()).toBe(2);
    const [one, two] = await db.aliases.bulkGet(['arxiv:2608.00001', 'arxiv:2608.00002']);
    expect(one!.paperId).not.toBe(two!.paperId);
  });

  test('stay two when a third record comes to be like both', async () => {
    const db = freshDb();
    await show(db, numbered);
    const doi = { ids: ['doi:10.1000/third'] };
    await show(db, [row({ ...doi, abstract: undefined, authors: [] } as never)]);
    await show(db, [row(doi)], { now: NOON + 1 });
    const [one, two] = await db.aliases.bulkGet(['arxiv:2608.00001', 'arxiv:2608.00002']);
    expect(one!.paperId).not.toBe(two!.paperId);
  });
});

describe('an identifier whose paper is gone', () => {
  test('names the paper that is made under it, once', async () => {
    const db = freshDb();
    await db.aliases.put({ key: 'arxiv:2608.00009', paperId: 'gone' });
    const again = seen('A Paper Without Its Record', { ids: ['arxiv:2608.00009'] });
    const [first] = await show(db, [again]);
    const [second] = await show(db, [again], { now: NOON + 600_000 });
    expect(second!.paper.id).toBe(first!.paper.id);
    expect(await db.papers.count()).toBe(1);
  });
});
