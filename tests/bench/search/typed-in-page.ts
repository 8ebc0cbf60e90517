import { OffprintDb } from '../../../lib/db/schema';
import { searchPapers } from '../../../lib/db/search-papers';
import { SearchReader } from '../../../lib/db/search-reader';
import { viewIds } from '../../../lib/db/views';
import { parseQuery } from '../../../lib/search/query';

/** Searches the reading list after every key; milliseconds each time. */
async function askAsTyped(typed: readonly string[]): Promise<number[]> {
  const db = new OffprintDb();
  const reader = new SearchReader(db);
  const among = await viewIds(db, { kind: 'list' }, 'saved', Date.now());
  await reader.read();
  const times: number[] = [];
  for (const whole of typed)
    for (let length = 1; length <= whole.length; length++) {
      const start = performance.now();
      const query = parseQuery(whole.slice(0, length));
      await searchPapers(db, await reader.read(), { query, among, order: 'best', now: Date.now() });
      times.push(performance.now() - start);
    }
  db.close();
  return times;
}

export type AskAsTyped = typeof askAsTyped;

Object.assign(globalThis, { askAsTyped });
