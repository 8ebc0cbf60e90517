import { describe, expect, test } from 'vitest';
import { forget } from '../../../lib/db/forget';
import { goBack } from '../../../lib/db/go-back';
import { mergePapers, mergeTables } from '../../../lib/db/merge';
import type { OffprintDb } from '../../../lib/db/schema';
import { hearPapers } from '../../../lib/db/sightings';
import { observeTrends } from '../../../lib/db/trends';
import type { Forgetting } from '../../../lib/messages';
import type { FeedbackKind } from '../../../lib/paper';
import { everything, freshDb, NOON, seen, show } from './fresh-db';
import { digestOf, tell } from './tell';

const DAY = 86_400_000;
const TITLE = 'A lantern for two rivers and one long night';
const IDS = ['arxiv:2608.00001', 'doi:10.1000/Lantern'];
const lantern = seen(TITLE, {
  ids: IDS,
  abstract: 'We carry a light.',
  authors: ['Ada Example'],
  links: [{ rel: 'page', href: 'https://example.org/light' }],
  version: 2,
});
const WAYS: [string, Forgetting][] = [
  ['a day', { what: 'day', day: '2026-08-22' }],
  ['a site', { what: 'site', site: 'hugging-face' }],
  ['the days between two', { what: 'between', from: '2026-08-01', to: '2026-08-31' }],
];

async function shown(): Promise<{ db: OffprintDb; id: string }> {
  const db = freshDb();
  const where = { site: 'hugging-face', listing: 'https://huggingface.co/papers' };
  const [recorded] = await show(db, [lantern], where);
  const { id } = recorded!.paper;
  // The same words without a number, as a page may show them: they became one paper.
  await db.aliases.put({ key: 'text:a lantern for two rivers|we carry a light', paperId: id });
  await observeTrends(db, 'hugging-face', [{ paperId: id, votes: 3 }], NOON);
  return { db, id };
}

function forgetIt(db: OffprintDb, what: Forgetting): Promise<number> {
  return forget(db, { op: 'forget-1', what, now: NOON, clock: '00mzzzzzz-00000-testdev1' });
}

/** What would be told if a source named the paper by these, one after the other. */
async function toldAgain(db: OffprintDb, ids: readonly string[]): Promise<string[]> {
  const titles: string[] = [];
  for (const [n, id] of ids.entries()) {
    const now = NOON + (n + 1) * DAY;
    await hearPapers(db, [{ ...lantern, ids: [id] }], 'arxiv-rss', now);
    titles.push(...(await digestOf(db, 'lantern', now)));
  }
  return titles;
}

describe.each(WAYS)('forgetting %s', (_, what) => {
  test('tells what was shown and never told', async () => {
    const { db } = await shown();
    expect(await forgetIt(db, what)).toBe(1);
    expect(await db.papers.count()).toBe(0);
    expect(await toldAgain(db, IDS.slice(1))).toEqual([TITLE]);
  });

  test('leaves of what was told its numbers alone, and never tells it again', async () => {
    const { db, id } = await shown();
    await tell(db, [id]);
    await db.feedback.put({ paperId: id, kind: 'more', at: NOON });
    const before = await everything(db);
    expect(await forgetIt(db, what)).toBe(1);
    const { notified, aliases, papers, digests, ...others } = await everything(db);
    expect(notified).toEqual([{ paperId: id, kind: 'digest', at: NOON }]);
    expect((aliases as { key: string }[]).map(({ key }) => key)).toEqual([
      'arxiv:2608.00001',
      'doi:10.1000/lantern',
    ]);
    expect(papers).toEqual([
      {
        id,
        title: '',
        titleKey: '',
        provisional: true,
        authors: [],
        ids: IDS,
        links: [],
        versions: [],
        firstSite: '',
        stub: true,
      },
    ]);
    expect(digests).toMatchObject([{ date: '2026-08-22', items: [] }]);
    expect(Object.values(others).flat()).toEqual([]);

    await goBack(db, 'forget-1', NOON + 1);
    expect(await everything(db)).toEqual(before);
    await forgetIt(db, what);
    expect(await toldAgain(db, [...IDS, ...IDS])).toEqual([]);
    // Heard again, it is a paper like others.
    expect(await db.papers.get(id)).toMatchObject({ title: TITLE, firstSite: 'arxiv-rss' });
  });

  test.each<[FeedbackKind, string[]]>([
    ['not-interested', []],
    ['fewer', [TITLE]],
  ])('of a paper on which the reader said %s', async (kind, told) => {
    const { db, id } = await shown();
    await db.feedback.put({ paperId: id, kind, at: NOON });
    await forgetIt(db, what);
    expect(JSON.stringify(await everything(db))).not.toMatch(/lantern for|fewer/);
    expect(await toldAgain(db, IDS.slice(1))).toEqual(told);
  });
});

test('a digest tells nothing more of a forgotten paper that was two', async () => {
  const { db, id } = await shown();
  const others = await show(
    db,
    ['doi:10.1000/x', 'pmid:1'].map((key) => seen('A lamp', { ids: [key] })),
  );
  const [one, two] = others.map(({ paper }) => paper.id);
  await tell(db, [one!]);
  const pairs = [
    [one!, two!],
    [two!, id],
  ] as const;
  for (const [n, [from, to]] of pairs.entries())
    await db.transaction('rw', mergeTables(db), async () => {
      const [a, b] = await db.papers.bulkGet([from, to]);
      await mergePapers(db, a!, b!, NOON + n);
    });
  await forgetIt(db, { what: 'between', from: '2026-08-01', to: '2026-08-31' });
  expect(await db.digests.toArray()).toMatchObject([{ date: '2026-08-22', items: [] }]);
  expect(await db.merges.count()).toBe(0);
  expect((await db.notified.toArray()).map(({ paperId }) => paperId)).toEqual([id]);
});
