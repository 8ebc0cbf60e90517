import type { PaperId } from '../paper';
import { openIndex, type SearchIndex } from '../search/search-index';
import { openSegment, type Segment } from '../search/segment';
import type { OffprintDb } from './schema';

/** The search index as a page reads it: what was opened stays open while it is current. */
export class SearchReader {
  private readonly opened = new Map<number, Segment | undefined>();
  private last: { segments: string; gone: string; index: SearchIndex } | undefined;

  constructor(private readonly db: OffprintDb) {}

  /** The index as it stands; the same object as long as it has not changed. */
  read(): Promise<SearchIndex> {
    const { db, opened } = this;
    return db.transaction('r', db.segments, db.gone, async () => {
      const [ids, gone] = await Promise.all([
        db.segments.toCollection().primaryKeys(),
        db.gone.toCollection().primaryKeys(),
      ]);
      const missing = ids.filter((id) => !opened.has(id));
      if (missing.length > 0)
        for (const row of await db.segments.bulkGet(missing))
          if (row) opened.set(row.id, openSegment(row.bytes));
      for (const id of opened.keys()) if (!ids.includes(id)) opened.delete(id);
      return this.indexOf(ids, gone);
    });
  }

  private indexOf(ids: readonly number[], gone: readonly PaperId[]): SearchIndex {
    const key = { segments: ids.join(), gone: gone.join() };
    if (this.last?.segments !== key.segments || this.last.gone !== key.gone) {
      // One that cannot be read is left out; the worker makes it anew.
      const segments = ids.flatMap((id) => this.opened.get(id) ?? []);
      this.last = { ...key, index: openIndex(segments, gone) };
    }
    return this.last.index;
  }
}
