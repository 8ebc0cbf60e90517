import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { BACKUP_TABLES } from '../../../lib/backup/format';
import { checkRecord } from '../../../lib/backup/check-record';
import { deletePapers } from '../../../lib/db/delete-papers';
import { OffprintDb, PAPER_TABLES } from '../../../lib/db/schema';

type Rows = Record<string, Record<string, unknown>[]>;

const FIXTURE = join(import.meta.dirname, '../../fixtures/db/v1.json');
const v1 = JSON.parse(readFileSync(FIXTURE, 'utf8')) as Rows;

/** The schema of version 1 as it was released, written down here once and never changed. */
const V1_STORES = {
  papers: 'id, titleKey, lastSeenAt, publishedAt',
  aliases: 'key, paperId',
  sightings: '[paperId+listing+day], [site+day], day',
  trends: '[paperId+source+signal]',
  library: 'paperId, savedAt, *tagIds, status, [status+savedAt]',
  tags: 'id, &nameKey',
  journal: 'id, groupId, at, [entity+entityId]',
  merges: 'id, from, to, at',
  feedback: '[paperId+kind], at',
  notified: '[paperId+kind], at',
  digests: 'date',
  fills: 'key, nextAt',
  requests: '++id, at',
  staging: '[importId+n]',
  siteHealth: '[site+day]',
};

async function releasedV1(indexedDB: IDBFactory): Promise<void> {
  const old = new Dexie('offprint', { indexedDB, IDBKeyRange });
  old.version(1).stores(V1_STORES);
  for (const [table, rows] of Object.entries(v1)) await old.table(table).bulkAdd(rows);
  old.close();
}

describe('a database of version 1', () => {
  test('opens today with every row of every table intact', async () => {
    expect(Object.keys(v1).sort()).toEqual(Object.keys(V1_STORES).sort());
    const indexedDB = new IDBFactory();
    await releasedV1(indexedDB);
    const db = new OffprintDb({ indexedDB, IDBKeyRange });
    for (const [name, rows] of Object.entries(v1)) {
      const found: unknown[] = await db.table(name).toArray();
      expect(found, name).toHaveLength(rows.length);
      expect(found, name).toEqual(expect.arrayContaining(rows));
    }
    expect(await db.library.where('tagIds').equals('01K3A0000000000000000000T2').count()).toBe(1);
    expect(await db.tags.where('nameKey').equals('später').count()).toBe(1);
    db.close();
  });

  test('has only rows that a backup may hold, unchanged by the check', () => {
    for (const table of BACKUP_TABLES.filter((name) => name in v1)) {
      expect(v1[table]!.length, table).toBeGreaterThan(0);
      for (const row of v1[table]!)
        expect(checkRecord(JSON.stringify([table, row])), table).toEqual({ record: [table, row] });
    }
  });
});

/** Rows of the tables that version 2 added. */
const V2_ROWS: Rows = {
  pdfs: ['P1', 'P3'].map((paper) => ({
    id: `01K3A0000000000000000000D${paper.slice(1)}`,
    paperId: `01K3A0000000000000000000${paper}`,
    keptFor: `01K3A0000000000000000000${paper}`,
    url: 'https://arxiv.org/pdf/2608.04321',
    host: 'arxiv.org',
    state: 'kept',
    received: 5,
    askedAt: 1,
    nextAt: 1,
    tries: 0,
  })),
};

describe('tables that speak of a paper', () => {
  // Each names its paper in another way; a new table has to be put where it belongs.
  const OWN_WAY = ['aliases', 'library', 'fills', 'pdfs'];

  test('are all known to merge and deletion', () => {
    const speaking = Object.entries({ ...v1, ...V2_ROWS })
      .filter(([, rows]) => rows.some((row) => 'paperId' in row))
      .map(([name]) => name);
    expect(speaking.sort()).toEqual([...PAPER_TABLES, ...OWN_WAY].sort());
    const indexed = new OffprintDb({ indexedDB: new IDBFactory(), IDBKeyRange }).tables.filter(
      ({ schema }) =>
        [schema.primKey, ...schema.indexes].some(({ keyPath }) =>
          [keyPath].flat().includes('paperId'),
        ),
    );
    for (const { name } of indexed) expect([...PAPER_TABLES, ...OWN_WAY]).toContain(name);
  });

  test('hold of a deleted paper only what keeps it from being told again', async () => {
    const indexedDB = new IDBFactory();
    await releasedV1(indexedDB);
    const db = new OffprintDb({ indexedDB, IDBKeyRange });
    for (const [table, rows] of Object.entries(V2_ROWS)) await db.table(table).bulkAdd(rows);
    const [untold, told] = ['01K3A0000000000000000000P1', '01K3A0000000000000000000P2'];
    const ids = new Set([untold!, told!]);
    const images = await db.transaction('rw', db.tables, () => deletePapers(db, ids));
    const holding: string[] = [];
    // What the search index has yet to forget is told of there, until it has.
    for (const { name } of db.tables.filter((table) => table.name !== 'dirty')) {
      const text = JSON.stringify(await db.table(name).toArray());
      expect(text, name).not.toContain(untold!);
      expect(text, name).not.toContain('a forgotten paper with a long name');
      if (text.includes(told!)) holding.push(name);
    }
    expect(holding.sort()).toEqual(['aliases', 'notified', 'papers']);
    const tables = new Set(images.map(({ table }) => table));
    expect([...tables].sort()).toEqual(
      ['papers', 'journal', 'merges', 'digests', ...PAPER_TABLES, ...OWN_WAY]
        .filter((name) => name !== 'notified')
        .sort(),
    );
    db.close();
  });
});
