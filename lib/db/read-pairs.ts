import type { Suggestion } from '../duplicates/compare';
import type { DuplicateRecord } from '../duplicates/record';
import type { Instant, Paper, PaperId } from '../paper';
import { paperRows, type PaperRow } from './list';
import type { Merge } from './rows';
import type { OffprintDb } from './schema';

const ROWS_AT_ONCE = 200;
/** Letters of an abstract that are compared. */
const ABSTRACT_LETTERS = 2_000;

/**
 * What is compared of every paper that has a title of its own, read in pieces.
 * @param onPiece told after each piece how many were read, and how many there are
 * @throws the signal's reason when it was given up
 */
export async function duplicateRecords(
  db: OffprintDb,
  onPiece: (done: number, of: number) => void,
  signal: AbortSignal,
): Promise<DuplicateRecord[]> {
  const keys = await db.papers.toCollection().primaryKeys();
  const records: DuplicateRecord[] = [];
  for (let at = 0; at < keys.length; at += ROWS_AT_ONCE) {
    const papers = await db.papers.bulkGet(keys.slice(at, at + ROWS_AT_ONCE));
    signal.throwIfAborted();
    for (const paper of papers) if (paper?.title && !paper.provisional) records.push(slim(paper));
    onPiece(Math.min(at + ROWS_AT_ONCE, keys.length), keys.length);
  }
  return records;
}

function slim({ id, title, authors, authorsCut, abstract, publishedAt, ids }: Paper) {
  const record: DuplicateRecord = { id, title, authors, ids };
  if (authorsCut) record.authorsCut = true;
  if (abstract) record.abstract = abstract.slice(0, ABSTRACT_LETTERS);
  if (publishedAt) record.publishedAt = publishedAt;
  return record;
}

/** Those of the suggestions that are still to be decided: both papers here, and not kept apart. */
export async function openPairs(
  db: OffprintDb,
  suggestions: readonly Suggestion[],
): Promise<Suggestion[]> {
  const ids = [...new Set(suggestions.flatMap(({ a, b }) => [a, b]))];
  const [here, apart] = await Promise.all([
    db.papers.where('id').anyOf(ids).primaryKeys(),
    db.distinct.toCollection().primaryKeys(),
  ]);
  const known = new Set(here);
  const two = new Set(apart.map(([a, b]) => `${a} ${b}`));
  return suggestions.filter(({ a, b }) => known.has(a) && known.has(b) && !two.has(`${a} ${b}`));
}

/** A paper with where it was seen: sites, on how many days, and when last. */
export interface PairSide extends PaperRow {
  seen: { site: string; days: number; lastAt: Instant }[];
}

/** Both papers of a pair; undefined when one is gone. */
export async function readPair(
  db: OffprintDb,
  a: PaperId,
  b: PaperId,
): Promise<[PairSide, PairSide] | undefined> {
  const rows = await paperRows(db, [a, b]);
  const [first, second] = await Promise.all(
    rows.map(async (row) => ({ ...row, seen: await whereSeen(db, row.paper.id) })),
  );
  return first && second ? [first, second] : undefined;
}

async function whereSeen(db: OffprintDb, id: PaperId): Promise<PairSide['seen']> {
  const bySite = new Map<string, PairSide['seen'][number]>();
  const rows = await db.sightings.where(':id').between([id], [id, []]).toArray();
  for (const { site, lastAt, folded = 1 } of rows) {
    const before = bySite.get(site);
    bySite.set(site, {
      site,
      days: (before?.days ?? 0) + folded,
      lastAt: Math.max(before?.lastAt ?? 0, lastAt),
    });
  }
  return [...bySite.values()].sort((x, y) => y.lastAt - x.lastAt);
}

/** A merge as the list of merges shows it. */
export interface MergeMade {
  id: string;
  at: Instant;
  byHand: boolean;
  /** The title of the record that went, and that of the paper now. */
  from: string;
  to: string;
  /** False where the papers were merged with others since: those are to be taken apart first. */
  canUndo: boolean;
}

/** The last merges, newest first, and how many there are. */
export async function lastMerges(
  db: OffprintDb,
  limit: number,
): Promise<{ merges: MergeMade[]; count: number }> {
  const [count, rows] = await Promise.all([
    db.merges.count(),
    db.merges.orderBy(':id').reverse().limit(limit).toArray(),
  ]);
  const papers = await db.papers.bulkGet(rows.map(({ to }) => to));
  // Newest first: whatever stands before a row came after it.
  const later: PaperId[] = [];
  const merges = rows.map((row, i): MergeMade => {
    const { id, at, from, to, byHand = false } = row;
    const canUndo = !later.includes(from) && !later.includes(to);
    later.push(from, to);
    const title = papers[i]?.title ?? titleBefore(row, to);
    return { id, at, byHand, from: titleBefore(row, from), to: title, canUndo };
  });
  return { merges, count };
}

function titleBefore({ before }: Merge, id: PaperId): string {
  const image = before.find(({ table, key }) => table === 'papers' && key === id);
  return (image?.row as Paper | null | undefined)?.title ?? '';
}
