import { buildSegment, type IndexDocument } from '../search/build-segment';
import { mergeFrom } from '../search/merge-policy';
import { mergeSegments } from '../search/merge-segments';
import { liveDocuments } from '../search/search-index';
import { openSegment, type Segment } from '../search/segment';
import type { Paper, PaperId } from '../paper';
import type { IndexedRow, SegmentRow } from './rows';
import type { OffprintDb } from './schema';
import { textHash } from './text-hash';

/** Papers of one step: some fifty milliseconds, after which whoever waits has a turn. */
const PAPERS_AT_ONCE = 500;

/**
 * Keeps the search index in step with the papers. Each step is one transaction that takes what was
 * noted as dirty, adds a segment of what says something new, and merges segments where they have
 * become many: stopped anywhere, it stands as before a step or as after.
 */
export class SearchSegments {
  /** Segments that were opened, by the id of their row. */
  private readonly opened = new Map<number, Segment>();

  constructor(private readonly db: OffprintDb) {}

  /** Takes one step; answers whether more is left to be done. */
  async step(): Promise<boolean> {
    const { db } = this;
    const { ids, taken, isMore } = await this.nextDirty();
    const [papers, entries, indexed] = await Promise.all([
      db.papers.bulkGet(ids),
      db.library.bulkGet(ids),
      db.indexed.bulkGet(ids),
    ]);
    const documents: IndexDocument[] = [];
    const rows: IndexedRow[] = [];
    const gone: PaperId[] = [];
    ids.forEach((id, i) => {
      const paper = papers[i];
      if (!paper) {
        if (indexed[i]) gone.push(id);
        return;
      }
      const document = documentOf(paper, entries[i]?.note);
      const hash = hashOf(document);
      if (indexed[i]?.hash === hash) return;
      documents.push(document);
      rows.push({ id, hash });
    });
    const isNews = documents.length + gone.length > 0;
    const change = isNews ? await this.change(documents, gone) : undefined;
    await db.transaction('rw', [db.dirty, db.indexed, db.segments, db.gone], async () => {
      await db.dirty.bulkDelete(taken);
      if (!change) return;
      await db.indexed.bulkPut(rows);
      await db.indexed.bulkDelete(gone);
      await db.segments.bulkDelete(change.merged);
      if (change.segment) await db.segments.add({ bytes: change.segment.bytes } as SegmentRow);
      if (change.isWhole) await db.gone.clear();
      else await db.gone.bulkPut(gone.map((id) => ({ id })));
      await db.gone.bulkDelete(rows.map(({ id }) => id));
    });
    return isMore;
  }

  /**
   * Merges all segments where papers have gone whose words are still in one: what was forgotten is
   * to be nowhere. Answers whether there were any.
   */
  async purge(): Promise<boolean> {
    const { db } = this;
    const gone = await db.gone.toCollection().primaryKeys();
    if (gone.length === 0) return false;
    const rows = await this.segments();
    const segments = rows.map(({ segment }) => segment);
    const merged = mergeSegments(segments, liveDocuments(segments, gone));
    await db.transaction('rw', [db.segments, db.gone], async () => {
      await db.segments.bulkDelete(rows.map(({ id }) => id));
      await db.segments.add({ bytes: merged.bytes } as SegmentRow);
      await db.gone.bulkDelete(gone);
    });
    return true;
  }

  /**
   * Empties the index where it does not speak of the papers that there are, or cannot be read, and
   * notes them all as dirty; answers whether it did. Only numbers are compared unless `isThorough`.
   */
  async check(isThorough = false): Promise<boolean> {
    const { db } = this;
    if ((await db.dirty.count()) > 0) return false;
    if ((await this.isRight()) && !(isThorough && (await this.isWrongWithin()))) return false;
    this.opened.clear();
    await db.transaction('rw', [db.dirty, db.indexed, db.segments, db.gone], async () => {
      await Promise.all([db.indexed.clear(), db.segments.clear(), db.gone.clear()]);
      await db.dirty.add({ paperIds: 'all' } as never);
    });
    return true;
  }

  private async isRight(): Promise<boolean> {
    const { db } = this;
    // Counted in an index: to count the rows of a table, IndexedDB walks over every abstract.
    const [papers, indexed] = await Promise.all([
      db.papers.orderBy('titleKey').count(),
      db.indexed.count(),
    ]);
    return papers === indexed;
  }

  private async isWrongWithin(): Promise<boolean> {
    const { db } = this;
    const [rows, gone, papers, indexed] = await Promise.all([
      db.segments.toArray(),
      db.gone.toCollection().primaryKeys(),
      db.papers.toCollection().primaryKeys(),
      db.indexed.toCollection().primaryKeys(),
    ]);
    const segments = rows.map(({ bytes }) => openSegment(bytes));
    if (segments.some((segment) => segment === undefined)) return true;
    const whole = segments as Segment[];
    const live = liveDocuments(whole, gone);
    const held = whole.flatMap(({ ids }, s) => [...ids.from(0)].filter((_, doc) => live[s]![doc]));
    return !sameIds(held, papers) || !sameIds(indexed, papers);
  }

  /** The next papers that are dirty, and the rows that say so and are dealt with thereby. */
  private async nextDirty(): Promise<{ ids: PaperId[]; taken: number[]; isMore: boolean }> {
    const { db } = this;
    const rows = await db.dirty.orderBy('id').limit(PAPERS_AT_ONCE).toArray();
    const ids = new Set<PaperId>();
    const taken: number[] = [];
    for (const { id, paperIds } of rows) {
      if (paperIds === 'all') {
        // Alone, after those before it: it is done once none is left that differs.
        if (taken.length > 0) return { ids: [...ids], taken, isMore: true };
        const left = await this.unindexed();
        const isLast = left.length <= PAPERS_AT_ONCE;
        return {
          ids: left.slice(0, PAPERS_AT_ONCE),
          taken: isLast ? [id] : [],
          isMore: !isLast || rows.length > 1,
        };
      }
      if (ids.size > 0 && ids.size + paperIds.length > PAPERS_AT_ONCE) break;
      for (const paperId of paperIds) ids.add(paperId);
      taken.push(id);
    }
    return {
      ids: [...ids],
      taken,
      isMore: taken.length < rows.length || rows.length === PAPERS_AT_ONCE,
    };
  }

  /** Papers that are not in the index, and those that are and are no more. */
  private async unindexed(): Promise<PaperId[]> {
    const { db } = this;
    const [papers, indexed] = await Promise.all([
      db.papers.toCollection().primaryKeys(),
      db.indexed.toCollection().primaryKeys(),
    ]);
    const here = new Set(papers);
    const there = new Set(indexed);
    return [...papers.filter((id) => !there.has(id)), ...indexed.filter((id) => !here.has(id))];
  }

  private async change(documents: readonly IndexDocument[], gone: readonly PaperId[]) {
    const rows = await this.segments();
    const before = (await this.db.gone.toCollection().primaryKeys()).filter(
      (id) => !documents.some((document) => document.id === id),
    );
    const added = documents.length > 0 ? [buildSegment(documents)] : [];
    const segments = [...rows.map(({ segment }) => segment), ...added];
    const live = liveDocuments(segments, [...before, ...gone]);
    const from = mergeFrom(
      segments.map(({ ids }, s) => ({
        documents: ids.size,
        live: live[s]!.reduce((sum, each) => sum + each, 0),
      })),
    );
    const isMerged = from < segments.length - added.length;
    return {
      segment: isMerged ? mergeSegments(segments.slice(from), live.slice(from)) : added[0],
      merged: isMerged ? rows.slice(from).map(({ id }) => id) : [],
      isWhole: isMerged && from === 0,
    };
  }

  /** Every segment, oldest first; one that cannot be read makes the next check begin anew. */
  private async segments(): Promise<{ id: number; segment: Segment }[]> {
    const ids = await this.db.segments.toCollection().primaryKeys();
    const missing = ids.filter((id) => !this.opened.has(id));
    for (const row of await this.db.segments.bulkGet(missing)) {
      const segment = row && openSegment(row.bytes);
      if (segment) this.opened.set(row.id, segment);
    }
    for (const id of this.opened.keys()) if (!ids.includes(id)) this.opened.delete(id);
    return ids.flatMap((id) => {
      const segment = this.opened.get(id);
      return segment ? [{ id, segment }] : [];
    });
  }
}

function documentOf({ id, title, authors, abstract }: Paper, note = ''): IndexDocument {
  return { id, title, authors, abstract, note };
}

function hashOf({ title, authors, abstract = '', note = '' }: IndexDocument): number {
  return textHash([title, authors.join('\n'), abstract, note].join('\0'));
}

function sameIds(a: readonly PaperId[], b: readonly PaperId[]): boolean {
  const ids = new Set(a);
  return a.length === b.length && ids.size === a.length && b.every((id) => ids.has(id));
}
