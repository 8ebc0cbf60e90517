import { describe, expect, test } from 'vitest';
import { savePapers } from '../../../lib/db/library';
import type { OffprintDb } from '../../../lib/db/schema';
import type { SeenPaper } from '../../../lib/paper';
import { acts, freshDb, NOON, seen, show } from './fresh-db';

const TITLE = 'Lanterns for Language Models That Read at Night';
const ABSTRACT =
  'We hang lanterns along the path of a language model and ask which of them it needs to read at night. ' +
  'A lantern is a short hint that is shown for one step and then taken away again. Across nine tasks ' +
  'most lanterns can be put out without loss, and the few that matter stand where the text turns.';
const AUTHORS = ['Ida Lantern', 'Omar Wick', 'Lea Night'];

/** The same paper as five places show it. */
const PLACES: Record<string, { row: SeenPaper; site: string; listing: string }> = {
  hf: {
    site: 'hugging-face',
    listing: 'https://huggingface.co/papers/date/2026-08-22',
    row: {
      title: TITLE,
      authors: AUTHORS,
      abstract: ABSTRACT,
      ids: ['arxiv:2608.01234'],
      links: [{ rel: 'page', href: 'https://huggingface.co/papers/2608.01234' }],
      votes: 12,
    },
  },
  list: {
    site: 'arxiv',
    listing: 'https://arxiv.org/list/cs.CL/new',
    row: {
      title: TITLE,
      authors: AUTHORS,
      ids: ['arxiv:2608.01234'],
      links: [{ rel: 'pdf', href: 'https://arxiv.org/pdf/2608.01234' }],
      announcement: 'new',
      publishedAt: '2026-08-21',
    },
  },
  search: {
    site: 'arxiv',
    listing: 'https://arxiv.org/search/?query=lanterns',
    row: {
      title: TITLE,
      authors: AUTHORS.slice(0, 2),
      authorsCut: true,
      abstract: ABSTRACT,
      ids: ['arxiv:2608.01234'],
      links: [{ rel: 'page', href: 'https://arxiv.org/abs/2608.01234' }],
    },
  },
  abs: {
    site: 'arxiv',
    listing: 'https://arxiv.org/abs/2608.01234',
    row: {
      title: TITLE,
      authors: AUTHORS,
      abstract: ABSTRACT,
      ids: ['arxiv:2608.01234', 'doi:10.1000/lanterns'],
      links: [{ rel: 'html', href: 'https://arxiv.org/html/2608.01234' }],
      version: 1,
      publishedAt: '2026-08-21',
    },
  },
  text: {
    site: 'text',
    listing: 'import:listing.txt',
    row: { title: TITLE, authors: [], abstract: ABSTRACT, ids: [], links: [] },
  },
};

function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) =>
    orders([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
  );
}

async function titles(db: OffprintDb): Promise<string[]> {
  return (await db.papers.toArray()).map(({ title }) => title).sort();
}

describe('the same paper', () => {
  test('met in five places in every order is one record with all its links', async () => {
    for (const order of orders(Object.keys(PLACES))) {
      const db = freshDb();
      let now = NOON;
      for (const place of order) {
        const { row, ...where } = PLACES[place]!;
        await show(db, [row], { ...where, now: (now += 60_000), day: '2026-08-22' });
      }
      const name = order.join(' ');
      const papers = await db.papers.toArray();
      expect(papers, name).toHaveLength(1);
      const [paper] = papers;
      expect(paper!.links.map(({ href }) => href).sort(), name).toEqual([
        'https://arxiv.org/abs/2608.01234',
        'https://arxiv.org/html/2608.01234',
        'https://arxiv.org/pdf/2608.01234',
        'https://huggingface.co/papers/2608.01234',
      ]);
      expect([...paper!.ids].sort(), name).toEqual(['arxiv:2608.01234', 'doi:10.1000/lanterns']);
      expect(paper!.authors, name).toEqual(AUTHORS);
      expect(paper!.abstract, name).toBe(ABSTRACT);
      expect(paper!.publishedAt, name).toBe('2026-08-21');
      expect(paper!.firstSeenAt, name).toBe(NOON + 60_000);
      const sightings = await db.sightings.toArray();
      expect(sightings.map(({ listing }) => listing).sort(), name).toEqual(
        Object.values(PLACES)
          .map(({ listing }) => listing)
          .sort(),
      );
      expect(
        sightings.every(({ paperId }) => paperId === paper!.id),
        name,
      ).toBe(true);
      const aliases = await db.aliases.toArray();
      expect(
        aliases.every(({ paperId }) => paperId === paper!.id),
        name,
      ).toBe(true);
    }
  }, 60_000);

  test('five times in one message is one record', async () => {
    const db = freshDb();
    const rows = Object.values(PLACES).map(({ row }) => row);
    const recorded = await show(db, rows);
    expect(new Set(recorded.map(({ paper }) => paper.id)).size).toBe(1);
    expect(await db.papers.count()).toBe(1);
    expect(await db.sightings.count()).toBe(1);
  });

  test('told twice changes nothing', async () => {
    const db = freshDb();
    const rows = Object.values(PLACES).map(({ row }) => row);
    await show(db, rows);
    const before = await Promise.all(db.tables.map((table) => table.toArray()));
    await show(db, rows);
    expect(await Promise.all(db.tables.map((table) => table.toArray()))).toEqual(before);
  });

  test('whose two records are joined by a later row keeps what was decided about either', async () => {
    const db = freshDb();
    const [arxiv] = await show(db, [seen(TITLE, { ids: ['arxiv:2608.01234'] })]);
    const [doi] = await show(db, [seen('Lanterns, as printed', { ids: ['doi:10.1000/lanterns'] })]);
    await savePapers(db, acts()(), [doi!.paper.id]);
    const both = ['arxiv:2608.01234', 'doi:10.1000/lanterns'];
    const [one] = await show(db, [seen(TITLE, { ids: both })], { now: NOON + 1 });
    expect(await db.papers.count()).toBe(1);
    expect(one!.paper.id).toBe(arxiv!.paper.id);
    expect(await db.library.toCollection().primaryKeys()).toEqual([one!.paper.id]);
    // A page that was drawn before still speaks of the record that is gone.
    const again = await savePapers(db, acts(NOON + 60_000)(), [doi!.paper.id]);
    expect(again.changed).toBe(0);
    expect(await db.library.count()).toBe(1);
  });
});

describe('different papers', () => {
  test('of one title are two', async () => {
    const db = freshDb();
    const title = 'A Survey of Everything That Was Ever Measured';
    await show(db, [
      seen(title, { ids: ['arxiv:2608.00001'], abstract: ABSTRACT }),
      seen(title, { ids: ['arxiv:2608.00002'], abstract: ABSTRACT }),
      seen(title, {
        authors: ['Someone Else'],
        abstract: `${ABSTRACT.split('').reverse().join('')}`,
      }),
    ]);
    expect(await db.papers.count()).toBe(3);
  });

  test('in any script stay apart', async () => {
    const db = freshDb();
    const names = [
      '面向大型语言模型的夜间阅读方法研究与评测',
      '面向小型语言模型的夜间阅读方法研究与评测',
      'Фонари для языковых моделей, читающих ночью',
      'Фонари для языковых моделей, пишущих ночью',
      'مصابيح لنماذج اللغة التي تقرأ في الليل',
      'مصابيح لنماذج اللغة التي تكتب في الليل',
      'VAE: learning to see in the dark of night',
      'β-VAE: learning to see in the dark of night',
      'Ω',
      'Α',
    ];
    await show(
      db,
      names.map((title) => seen(title, { publishedAt: '2026-08-01' })),
    );
    expect(await titles(db)).toEqual([...names].sort());
  });
});

describe('a replacement', () => {
  test('makes a record and is not new to the reader', async () => {
    const db = freshDb();
    const row = seen(TITLE, { ids: ['arxiv:2608.01234'], announcement: 'replacement', version: 2 });
    const [recorded] = await show(db, [row]);
    expect(recorded!.isNew).toBe(false);
    const [fresh] = await show(db, [
      seen('Another Paper That Nobody Has Met', { ids: ['arxiv:2608.9999'] }),
    ]);
    expect(fresh!.isNew).toBe(true);
  });
});
