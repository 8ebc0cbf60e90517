import { SIGNALS, type Instant, type PaperId, type Signal } from '../paper';
import { looked, noted, type Trend } from '../trending/trend';
import type { TrendRow } from './rows';
import type { OffprintDb } from './schema';

/** Stars stood on a repository long before any list named it. */
const BEGIN_WITH_THE_LIST: ReadonlySet<Signal> = new Set(['votes', 'comments']);

/** The counters of one paper as a source or a page showed them. */
export interface Look {
  paperId: PaperId;
  /** When votes and comments began, where the source says. */
  startedAt?: Instant | undefined;
  votes?: number | undefined;
  comments?: number | undefined;
  stars?: number | undefined;
}

/** Adds one look at counters of `source`, at `now`; the same look twice counts once. */
export function observeTrends(
  db: OffprintDb,
  source: string,
  looks: readonly Look[],
  now: Instant,
): Promise<void> {
  const wanted = looks.flatMap((counts) =>
    SIGNALS.flatMap((signal) => {
      const value = counts[signal];
      return value === undefined ? [] : [{ counts, signal, value }];
    }),
  );
  if (wanted.length === 0) return Promise.resolve();
  return db.transaction('rw', db.trends, async () => {
    const keys = wanted.map(({ counts, signal }): [PaperId, string, string] => [
      counts.paperId,
      source,
      signal,
    ]);
    const rows = await db.trends.bulkGet(keys);
    const next = wanted.map(({ counts: { paperId, startedAt }, signal, value }, i): TrendRow => {
      const began = BEGIN_WITH_THE_LIST.has(signal) ? startedAt : undefined;
      const look = { at: noted(now), value, startedAt: began };
      const trend = looked(trendOf(rows[i]), look, signal);
      return { ...trend, paperId, source, signal };
    });
    await db.trends.bulkPut(next);
  });
}

function trendOf(row: TrendRow | undefined): Trend | undefined {
  if (!row) return undefined;
  const { paperId: _id, source: _source, signal: _signal, ...trend } = row;
  return trend;
}
