import { beforeAll, describe, expect, test } from 'vitest';
import { savePapers, setNote, setStatus, tagPapers } from '../../../lib/db/library';
import type { OffprintDb } from '../../../lib/db/schema';
import { SearchReader } from '../../../lib/db/search-reader';
import { SearchSegments } from '../../../lib/db/search-segments';
import { searchPapers } from '../../../lib/db/search-papers';
import { parseQuery } from '../../../lib/search/query';
import { acts, freshDb, NOON, seen, show } from './fresh-db';

const DAY = 24 * 60 * 60 * 1000;

const PAPERS = {
  bees: seen('Honey bees plan their routes by memory', {
    ids: ['arxiv:2401.00001'],
    authors: ['Ada van den Berg', 'Kim Lee'],
    abstract: 'We follow foragers by radar and find that memory explains their routes.',
    publishedAt: '2024-01-05',
    links: [{ rel: 'code', href: 'https://github.com/example/bees' }],
  }),
  clay: seen('Drying clay cracks along memory lines', {
    ids: ['arxiv:2501.00001'],
    authors: ['Lee Berg'],
    publishedAt: '2025-06-01',
  }),
  dunes: seen('Dunes that sing at night', {
    ids: ['arxiv:2601.00001'],
    authors: ['Zoë Åkerström'],
    abstract: 'Singing dunes hum when routes of grains align.',
    publishedAt: '2026-02-03',
  }),
  frost: seen('Frost flowers on young sea ice', { ids: ['arxiv:2601.00002'] }),
};
type Name = keyof typeof PAPERS;

let db: OffprintDb;
const ids = {} as Record<Name, string>;

beforeAll(async () => {
  db = freshDb();
  let day = 0;
  for (const [name, row] of Object.entries(PAPERS)) {
    const site = name === 'dunes' ? 'hugging-face' : 'arxiv';
    const [recorded] = await show(db, [row], { site, now: NOON + 10 * day++ * DAY });
    ids[name as Name] = recorded!.paper.id;
  }
  const act = acts(NOON);
  await savePapers(db, act(), [ids.bees, ids.clay]);
  await setStatus(db, act(), [ids.clay], 'reading');
  await tagPapers(db, act(), { paperIds: [ids.bees], add: ['animal minds'], remove: [] });
  await setNote(db, act(), ids.clay, 'Reminds me of the Atacama.');
  const index = new SearchSegments(db);
  while (await index.step());
});

async function found(typed: string, { among = undefined as Name[] | undefined } = {}) {
  const index = await new SearchReader(db).read();
  const answer = await searchPapers(db, index, {
    query: parseQuery(typed),
    among: among?.map((name) => ids[name]),
    order: among ? 'list' : 'best',
    now: NOON + 30 * DAY,
  });
  const nameOf = (id: string) => Object.entries(ids).find(([, each]) => each === id)![0];
  return { ...answer, names: answer.ids.map(nameOf) };
}
const names = async (typed: string) => (await found(typed)).names.sort();

describe('a search of everything that was shown', () => {
  test.each<[string, Name[]]>([
    ['memory', ['bees', 'clay']],
    ['memory routes', ['bees']],
    ['atacama', ['clay']],
    ['akerstrom', ['dunes']],
    ['minds', ['bees']],
    ['"sing at night"', ['dunes']],
    ['memory -clay', ['bees']],
    ['author:berg', ['bees', 'clay']],
    ['author:"van den berg"', ['bees']],
    ['author:åkerström', ['dunes']],
    ['-author:berg', ['dunes', 'frost']],
    ['tag:"animal minds"', ['bees']],
    ['tag:animal', ['bees']],
    ['is:saved', ['bees', 'clay']],
    ['is:reading', ['clay']],
    ['is:unread memory', ['bees']],
    ['-is:saved', ['dunes', 'frost']],
    ['is:new', ['frost']],
    ['site:hf', ['dunes']],
    ['site:arxiv', ['bees', 'clay', 'frost']],
    ['year:2025', ['clay']],
    ['year:2024..2025', ['bees', 'clay']],
    ['year:>=2025', ['clay', 'dunes']],
    ['-year:>=2025', ['bees', 'frost']],
    ['seen:11d', ['dunes', 'frost']],
    ['has:note', ['clay']],
    ['has:code', ['bees']],
    ['has:abstract', ['bees', 'dunes']],
    ['dune grain', ['dunes']],
    ['froest', ['frost']],
    ['sea ic', ['frost']],
    ['xylophone', []],
    ['tag:nothing', []],
  ])('%s', async (typed, expected) => expect(await names(typed)).toEqual([...expected].sort()));

  test('says when no paper has all words, and shows those that have some', async () => {
    const { isPartial, names, total } = await found('dunes atacama');
    expect({ isPartial, total }).toEqual({ isPartial: true, total: 2 });
    expect([...names].sort()).toEqual(['clay', 'dunes']);
    expect((await found('memory routes')).isPartial).toBe(false);
  });

  test('stays within a list, in its order', async () => {
    const { names } = await found('memory', { among: ['frost', 'clay', 'bees'] });
    expect(names).toEqual(['clay', 'bees']);
    expect((await found('is:saved', { among: ['clay', 'dunes'] })).names).toEqual(['clay']);
  });

  test('marks the words as they stand in a text, stems and beginnings too', async () => {
    const { mark } = await found('route memor');
    const title = PAPERS.bees.title;
    expect(mark(title).map(({ start, end }) => title.slice(start, end))).toEqual([
      'routes',
      'memory',
    ]);
  });
});
