import { ulid } from 'ulid';
import { normalise, sameWork, titleKey } from '../identity';
import {
  isNewToYou,
  type Instant,
  type Paper,
  type PaperId,
  type SeenPaper,
  type Sighting,
} from '../paper';
import { mergePapers, mergeTables } from './merge';
import { firstRecord, refreshed } from './refresh';
import type { OffprintDb } from './schema';

/** Where rows were shown. */
export interface Shown {
  site: string;
  /** Canonical address of the list. */
  listing: string;
  /** The user's local date. */
  day: string;
  now: Instant;
}

/** What became of one row. */
export interface Recorded {
  paper: Paper;
  isNew: boolean;
  /** When it was shown first, before this visit or in it. */
  firstSeenAt: Instant;
}

/**
 * Keeps what a page showed: finds each row's paper by identifier, then by the rules of
 * `lib/identity`, makes it where there is none, refreshes it, and notes the sighting. The same
 * message sent twice changes nothing. Answers in the order of `rows`.
 */
export function recordSightings(
  db: OffprintDb,
  rows: readonly SeenPaper[],
  shown: Shown,
): Promise<Recorded[]> {
  return db.transaction('rw', mergeTables(db), async () => {
    const book = await Book.open(db, rows, shown);
    const papers: Paper[] = [];
    for (const row of rows) papers.push(await book.enter(row));
    await book.write();
    await book.writeSightings();
    const saved = await db.library.bulkGet(papers.map((paper) => paper.id));
    return papers.map(({ id }, i) => {
      const paper = book.current(id);
      const { firstSeenAt } = paper;
      const { announcement } = rows[i]!;
      const isNew = isNewToYou(
        { firstSeenAt, announcement, saved: saved[i] !== undefined },
        shown.now,
      );
      return { paper, isNew, firstSeenAt };
    });
  });
}

/** The papers one message touches, read at once and written at once. */
class Book {
  private readonly papers = new Map<PaperId, Paper>();
  private readonly byKey = new Map<string, PaperId>();
  private readonly byTitle = new Map<string, Set<PaperId>>();
  private readonly changed = new Set<PaperId>();
  private readonly newKeys = new Set<string>();
  private readonly movedTo = new Map<PaperId, PaperId>();
  private readonly noted: { paperId: PaperId; row: SeenPaper }[] = [];

  private constructor(
    private readonly db: OffprintDb,
    private readonly shown: Shown,
  ) {}

  static async open(db: OffprintDb, rows: readonly SeenPaper[], shown: Shown): Promise<Book> {
    const book = new Book(db, shown);
    const keys = [...new Set(rows.flatMap((row) => lookupKeys(row, shown.listing)))];
    const titles = [...new Set(rows.map((row) => titleKey(row.title)).filter(Boolean))];
    const [aliases, sameTitle] = await Promise.all([
      db.aliases.bulkGet(keys),
      db.papers.where('titleKey').anyOf(titles).toArray(),
    ]);
    for (const paper of sameTitle) book.add(paper);
    for (const alias of aliases) if (alias) book.byKey.set(alias.key, alias.paperId);
    const missing = [...new Set(book.byKey.values())].filter((id) => !book.papers.has(id));
    for (const paper of await db.papers.bulkGet(missing)) if (paper) book.add(paper);
    return book;
  }

  /** The paper as it stands after all rows, merges included. */
  current(id: PaperId): Paper {
    const to = this.movedTo.get(id);
    return to ? this.current(to) : this.papers.get(id)!;
  }

  async enter(row: SeenPaper): Promise<Paper> {
    const found = await this.find(row);
    const { site, now } = this.shown;
    const paper = found ? refreshed(found, row, site, now) : firstRecord(ulid(now), row, site, now);
    this.put(paper, lookupKeys(row, this.shown.listing));
    const one = await this.absorbTwins(paper);
    this.noted.push({ paperId: one.id, row });
    return one;
  }

  async write(): Promise<void> {
    const { db } = this;
    await db.papers.bulkPut([...this.changed].map((id) => this.papers.get(id)!));
    await db.aliases.bulkPut(
      [...this.newKeys].map((key) => ({ key, paperId: this.current(this.byKey.get(key)!).id })),
    );
    this.changed.clear();
    this.newKeys.clear();
  }

  async writeSightings(): Promise<void> {
    const rows = new Map<PaperId, Sighting>();
    const ids = [...new Set(this.noted.map(({ paperId }) => this.current(paperId).id))];
    const { listing, day } = this.shown;
    for (const known of await this.db.sightings.bulkGet(ids.map((id) => [id, listing, day])))
      if (known) rows.set(known.paperId, known);
    for (const { paperId, row } of this.noted) {
      const { id } = this.current(paperId);
      rows.set(id, this.sighting(id, row, rows.get(id)));
    }
    await this.db.sightings.bulkPut([...rows.values()]);
  }

  private async find(row: SeenPaper): Promise<Paper | undefined> {
    const keys = lookupKeys(row, this.shown.listing);
    const ids = new Set(keys.flatMap((key) => this.byKey.get(key) ?? []));
    const known = [...ids].map((id) => this.current(id)).filter(Boolean);
    let paper = known[0];
    for (const other of known.slice(1))
      if (paper && other.id !== paper.id) paper = await this.merge(other, paper);
    if (paper) return paper;
    const evidence = { ...row, titleKey: row.provisional ? '' : titleKey(row.title) };
    return this.sameTitle(evidence.titleKey).find((candidate) => sameWork(candidate, evidence));
  }

  // A record may have gained the abstract or the authors that prove it to be another one's twin.
  private async absorbTwins(paper: Paper): Promise<Paper> {
    let one = paper;
    for (const other of this.sameTitle(paper.titleKey)) {
      if (other.id !== one.id && sameWork(other, one)) one = await this.merge(other, one);
    }
    return one;
  }

  private async merge(a: Paper, b: Paper): Promise<Paper> {
    const [to, from] = a.id < b.id ? [a, b] : [b, a];
    await this.write();
    const united = await mergePapers(this.db, from, to, this.shown.now);
    this.movedTo.set(from.id, to.id);
    for (const [key, id] of this.byKey) if (id === from.id) this.byKey.set(key, to.id);
    this.papers.delete(from.id);
    this.changed.delete(from.id);
    this.byTitle.get(from.titleKey)?.delete(from.id);
    this.add(united);
    return united;
  }

  private sameTitle(key: string): Paper[] {
    return key ? [...(this.byTitle.get(key) ?? [])].map((id) => this.papers.get(id)!) : [];
  }

  private add(paper: Paper): void {
    this.papers.set(paper.id, paper);
    if (!paper.titleKey) return;
    const ids = this.byTitle.get(paper.titleKey) ?? new Set();
    this.byTitle.set(paper.titleKey, ids.add(paper.id));
  }

  private put(paper: Paper, keys: readonly string[]): void {
    this.add(paper);
    this.changed.add(paper.id);
    for (const key of new Set([...paper.ids, ...keys])) {
      if (this.byKey.has(key)) continue;
      this.byKey.set(key, paper.id);
      this.newKeys.add(key);
    }
  }

  private sighting(paperId: PaperId, row: SeenPaper, before: Sighting | undefined): Sighting {
    const { site, listing, day, now } = this.shown;
    const sighting: Sighting = {
      ...before,
      paperId,
      site,
      listing,
      day,
      firstAt: Math.min(before?.firstAt ?? now, now),
      lastAt: Math.max(before?.lastAt ?? now, now),
    };
    if (row.rank) sighting.rank = Math.min(before?.rank ?? row.rank, row.rank);
    for (const count of ['votes', 'comments', 'stars'] as const)
      if (row[count] !== undefined) sighting[count] = row[count];
    if (row.announcement) sighting.announcement = row.announcement;
    return sighting;
  }
}

/**
 * The keys a row is found by: its identifiers; or, where it has none, its own words (the same
 * title and abstract, or the same title in the same list), so that reading twice makes no double.
 */
function lookupKeys(row: SeenPaper, listing: string): string[] {
  if (row.ids.length > 0) return row.ids;
  const title = normalise(row.title).slice(0, 300);
  return [`text:${title}|${row.abstract ? normalise(row.abstract).slice(0, 300) : listing}`];
}
