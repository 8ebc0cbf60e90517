import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deletePapers } from '../../../lib/db/delete-papers';
import { savePapers, setNote } from '../../../lib/db/library';
import type { OffprintDb } from '../../../lib/db/schema';
import { SearchSegments } from '../../../lib/db/search-segments';
import { search } from '../../../lib/search/rank';
import { parseQuery } from '../../../lib/search/query';
import { openIndex } from '../../../lib/search/search-index';
import { openSegment } from '../../../lib/search/segment';
import type { PaperId } from '../../../lib/paper';
import { acts, freshDb, NOON, seen, show } from './fresh-db';

async function follow(index: SearchSegments): Promise<number> {
  let steps = 1;
  while (await index.step()) steps++;
  return steps;
}

/** The ids that the stored index finds, as a page would. */
async function found(db: OffprintDb, typed: string): Promise<PaperId[]> {
  const rows = await db.segments.toArray();
  const gone = await db.gone.toCollection().primaryKeys();
  const index = openIndex(
    rows.map(({ bytes }) => openSegment(bytes)!),
    gone,
  );
  const { hits } = search(index, parseQuery(typed).clauses, { mode: 'any', limit: 2_000 });
  return hits.map(({ id }) => id).sort();
}

const WORDS = ['quark', 'lemur', 'basalt', 'tundra', 'violin', 'kelp'];
const texts = WORDS.map((word, i) =>
  seen(`A study of the ${word} in winter number ${i}`, { ids: [`arxiv:2601.0000${i}`] }),
);

describe('the stored search index', () => {
  test('follows papers, their texts and notes, and forgets what went', async () => {
    const db = freshDb();
    const index = new SearchSegments(db);
    const [quark, lemur] = (await show(db, texts)).map(({ paper }) => paper.id);
    await follow(index);
    expect(await db.dirty.count()).toBe(0);
    expect(await found(db, 'lemur')).toEqual([lemur]);
    expect(await found(db, 'winter')).toHaveLength(WORDS.length);

    const next = acts();
    await savePapers(db, next(), [quark!]);
    await setNote(db, next(), quark!, 'Compare with the okapi.');
    await follow(index);
    expect(await found(db, 'okapi')).toEqual([quark]);
    await setNote(db, next(), quark!, '');
    await follow(index);
    expect(await found(db, 'okapi')).toEqual([]);
    expect(await found(db, 'quark')).toEqual([quark]);

    await db.transaction('rw', db.tables, () => deletePapers(db, new Set([lemur!])));
    await follow(index);
    expect(await found(db, 'lemur')).toEqual([]);
    expect(await found(db, 'winter')).toHaveLength(WORDS.length - 1);
  });

  test('keeps no word of a paper that went once it was purged', async () => {
    const db = freshDb();
    const index = new SearchSegments(db);
    const recorded = await show(db, texts);
    await follow(index);
    const lemur = recorded[1]!.paper.id;
    await db.transaction('rw', db.tables, () => deletePapers(db, new Set([lemur])));
    await follow(index);
    await index.purge();
    for (const { bytes } of await db.segments.toArray()) {
      const text = new TextDecoder().decode(bytes);
      expect(text).not.toContain('lemur');
      expect(text).not.toContain(lemur.slice(-6));
    }
    expect(await db.gone.count()).toBe(0);
    expect(await found(db, 'winter')).toHaveLength(WORDS.length - 1);
  });

  test('writes nothing for a paper that is only seen again, or tagged', async () => {
    const db = freshDb();
    const index = new SearchSegments(db);
    await show(db, texts);
    await follow(index);
    const before = await db.segments.toArray();
    await show(db, texts, { now: NOON + 3_600_000 });
    await savePapers(db, acts()(), await db.papers.toCollection().primaryKeys());
    await follow(index);
    expect(await db.segments.toArray()).toEqual(before);
  });

  test('is as before a step or as after it when the step cannot be written', async () => {
    const db = freshDb();
    const index = new SearchSegments(db);
    await show(db, texts.slice(0, 3));
    await follow(index);
    await show(db, texts.slice(3));
    const add = db.indexed.bulkPut.bind(db.indexed);
    db.indexed.bulkPut = () => {
      throw new Error('The disk is full.');
    };
    await expect(index.step()).rejects.toThrow('The disk is full.');
    db.indexed.bulkPut = add;
    expect(await found(db, 'winter')).toHaveLength(3);
    expect(await db.dirty.count()).toBeGreaterThan(0);
    // Another worker goes on.
    await follow(new SearchSegments(db));
    expect(await found(db, 'winter')).toHaveLength(WORDS.length);
  });

  test('is made anew where it disagrees with the papers, or cannot be read', async () => {
    const db = freshDb();
    const index = new SearchSegments(db);
    await show(db, texts);
    await follow(index);
    expect(await index.check()).toBe(false);
    expect(await index.check(true)).toBe(false);

    await db.indexed.limit(2).delete();
    expect(await index.check()).toBe(true);
    await follow(index);
    expect(await found(db, 'winter')).toHaveLength(WORDS.length);

    const [row] = await db.segments.toArray();
    await db.segments.put({ ...row!, bytes: row!.bytes.slice(0, 40) });
    expect(await index.check()).toBe(false);
    expect(await index.check(true)).toBe(true);
    await follow(index);
    expect(await found(db, 'winter')).toHaveLength(WORDS.length);
    expect(await index.check(true)).toBe(false);
  });

  test('of a library that was there before it is made in steps that can be stopped', async () => {
    const db = freshDb();
    const many = Array.from({ length: 1_200 }, (_, i) =>
      seen(`The ${WORDS[i % WORDS.length]} paper of number ${i}`, {
        ids: [`arxiv:2602.${String(10_000 + i)}`],
      }),
    );
    await show(db, many);
    await db.dirty.clear();
    const index = new SearchSegments(db);
    expect(await index.check()).toBe(true);
    expect(await index.step()).toBe(true);
    const begun = (await found(db, 'paper')).length;
    expect(begun).toBeGreaterThan(0);
    expect(begun).toBeLessThan(1_200);
    await follow(new SearchSegments(db));
    expect(await found(db, 'paper')).toHaveLength(1_200);
    expect(await db.indexed.count()).toBe(1_200);
    expect(await new SearchSegments(db).check(true)).toBe(false);
  });

  test('finds what an index built at once finds, whatever came and went', async () => {
    const act = fc.record({
      what: fc.constantFrom('show', 'delete', 'note', 'follow', 'purge'),
      which: fc.nat({ max: WORDS.length - 1 }),
      word: fc.constantFrom(...WORDS),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (list) => {
        const db = freshDb();
        const index = new SearchSegments(db);
        const next = acts();
        for (const { what, which, word } of list) {
          const key = `arxiv:2601.0000${which}`;
          const id = (await db.aliases.get(key))?.paperId;
          if (what === 'show') await show(db, [texts[which]!]);
          if (what === 'follow') await index.step();
          if (what === 'purge') await index.purge();
          if (what === 'delete' && id)
            await db.transaction('rw', db.tables, () => deletePapers(db, new Set([id])));
          if (what === 'note' && id) await setNote(db, next(), id, word);
        }
        await follow(index);
        expect(await index.check(true)).toBe(false);
        const papers = await db.papers.toArray();
        for (const word of WORDS) {
          const notes = await db.library.bulkGet(papers.map(({ id }) => id));
          const expected = papers
            .filter(({ title }, i) => `${title} ${notes[i]?.note}`.includes(word))
            .map(({ id }) => id)
            .sort();
          expect(await found(db, word)).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  });
});
