import { newId } from './new-id';
import { aliasKey, idsConflict, normalise, sameWork, titleKey } from '../identity';
import {
  isNewToYou,
  SIGNALS,
  type Instant,
  type LibraryEntry,
  type Paper,
  type PaperId,
  type SeenPaper,
  type Sighting,
} from '../paper';
import { mergePapers, mergeTables } from './merge';
import { emptyRecord, heard, learned, refreshed, saysTheSame } from './refresh';
import type { OffprintDb } from './schema';

/** A page that is read again so soon, and says nothing new, writes nothing. */
const SAME_VISIT_MS = 60_000;
/** A source that tells the same again so soon writes nothing. */
const SAME_NEWS_MS = 24 * 60 * 60 * 1000;

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
  /** What the user decided about it, where it is saved. */
  entry: LibraryEntry | undefined;
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
    const entered = rows.map((row) => book.enter(row));
    await book.write();
    const papers = entered.map((id) => book.current(id));
    const saved = await db.library.bulkGet(book.met(papers.map(({ id }) => id)));
    const entries = new Map(saved.flatMap((entry) => (entry ? [[entry.paperId, entry]] : [])));
    return papers.map((paper, i) => {
      const { firstSeenAt = shown.now } = paper;
      const { announcement } = rows[i]!;
      const entry = entries.get(paper.id);
      const isNew = isNewToYou(
        { firstSeenAt, announcement, saved: entry !== undefined },
        shown.now,
      );
      return { paper, entry, isNew, firstSeenAt };
    });
  });
}

/**
 * Takes in what a source such as an API says of papers that are here already. It is no sighting:
 * unknown papers are left out, and when a paper was seen last stays. Answers whose paper changed.
 */
export async function learnPapers(
  db: OffprintDb,
  rows: readonly SeenPaper[],
  source: string,
  now: Instant,
): Promise<PaperId[]> {
  const learned = await fromSource(db, rows, source, now, (book, row) => book.learn(row));
  return [...new Set(learned.filter((id) => id !== undefined))];
}

/**
 * Takes in what a polled source tells of papers, known or not, that no page has shown. Answers
 * their ids in the order of `rows`; the same answer taken twice changes nothing.
 */
export function hearPapers(
  db: OffprintDb,
  rows: readonly SeenPaper[],
  source: string,
  now: Instant,
): Promise<PaperId[]> {
  return fromSource(db, rows, source, now, (book, row) => book.hear(row));
}

/** What became of each row that `take` entered, after the merges. */
function fromSource<I extends PaperId | undefined>(
  db: OffprintDb,
  rows: readonly SeenPaper[],
  source: string,
  now: Instant,
  take: (book: Book, row: SeenPaper) => I,
): Promise<(I | PaperId)[]> {
  return db.transaction('rw', mergeTables(db), async () => {
    const book = await Book.open(db, rows, { site: source, listing: '', day: '', now });
    const taken = rows.map((row) => take(book, row));
    await book.write();
    return taken.map((id) => (id === undefined ? id : book.current(id).id));
  });
}

/**
 * The papers one message touches: read at once, entered without touching the database (Dexie
 * loses a transaction that awaits anything else), written at once.
 */
class Book {
  private readonly papers = new Map<PaperId, Paper>();
  private readonly byKey = new Map<string, PaperId>();
  private readonly byTitle = new Map<string, Set<PaperId>>();
  private readonly changed = new Set<PaperId>();
  private readonly created = new Set<PaperId>();
  private readonly newKeys = new Set<string>();
  /** Records that share an identifier, and those that only look like one work. */
  private readonly twins: [PaperId, PaperId][] = [];
  private readonly alike: [PaperId, PaperId][] = [];
  private readonly movedTo = new Map<PaperId, PaperId>();
  /** What the user keeps apart, from both sides. */
  private readonly apart = new Map<PaperId, Set<PaperId>>();
  private readonly noted: { paperId: PaperId; row: SeenPaper }[] = [];

  private constructor(
    private readonly db: OffprintDb,
    private readonly shown: Shown,
  ) {}

  static async open(db: OffprintDb, rows: readonly SeenPaper[], shown: Shown): Promise<Book> {
    const book = new Book(db, shown);
    const keys = [...new Set(rows.flatMap((row) => lookupKeys(row, shown.listing)))];
    for (const alias of await db.aliases.bulkGet(keys))
      if (alias) book.byKey.set(alias.key, alias.paperId);
    for (const [a, b] of await db.distinct.toCollection().primaryKeys()) book.keepApart(a, b);
    const known = [...new Set(book.byKey.values())];
    for (const paper of await db.papers.bulkGet(known)) if (paper) book.add(paper);
    for (const [key, id] of book.byKey) if (!book.papers.has(id)) book.byKey.delete(key);
    // A paper that is known, and of which its row says nothing new, has met its twins before.
    const titles = rows
      .filter((row) => book.saysMore(row))
      .flatMap((row) => [
        row.title,
        ...book.known(lookupKeys(row, shown.listing)).map((p) => p.title),
      ])
      .map(titleKey);
    const wanted = [...new Set(titles.filter(Boolean))];
    if (wanted.length > 0)
      for (const paper of await db.papers.where('titleKey').anyOf(wanted).toArray())
        if (!book.papers.has(paper.id)) book.add(paper);
    return book;
  }

  private saysMore(row: SeenPaper): boolean {
    const [paper] = this.known(lookupKeys(row, this.shown.listing));
    if (!paper) return true;
    const { site, now } = this.shown;
    return !saysTheSame(paper, refreshed(paper, row, site, now));
  }

  /** The paper as it stands, after the merges once they are written. */
  current(id: PaperId): Paper {
    const to = this.movedTo.get(id);
    return to ? this.current(to) : this.papers.get(id)!;
  }

  /** Those that were here before: no row of any table can belong to the others. */
  met(ids: readonly PaperId[]): PaperId[] {
    return [...new Set(ids)].filter((id) => !this.created.has(id));
  }

  enter(row: SeenPaper): PaperId {
    const paperId = this.take(row, refreshed);
    this.noted.push({ paperId, row });
    return paperId;
  }

  hear(row: SeenPaper): PaperId {
    return this.take(row, heard);
  }

  learn(row: SeenPaper): PaperId | undefined {
    const { site, now, listing } = this.shown;
    const [found, ...others] = this.known(lookupKeys(row, listing));
    if (!found) return undefined;
    const own = this.ownOf(row, found);
    this.keep(learned(found, own, site, now), lookupKeys(own, listing), others);
    return found.id;
  }

  /** Finds the row's paper or makes it, and renews it by what the row says. */
  private take(row: SeenPaper, renewed: typeof refreshed): PaperId {
    const { site, now, listing } = this.shown;
    const keys = lookupKeys(row, listing);
    const [found, ...others] = this.find(row, keys);
    const own = found ? this.ownOf(row, found) : row;
    const paper = renewed(found ?? this.newRecord(), own, site, now);
    this.keep(paper, lookupKeys(own, listing), others);
    return paper.id;
  }

  /** What a row says of `paper`, where it also names one that the user keeps apart from it. */
  private ownOf(row: SeenPaper, { id }: Paper): SeenPaper {
    const others = this.apart.get(id);
    if (!others) return row;
    return { ...row, ids: row.ids.filter((key) => !others.has(this.byKey.get(aliasKey(key))!)) };
  }

  private keepApart(a: PaperId, b: PaperId): void {
    this.apart.set(a, (this.apart.get(a) ?? new Set()).add(b));
    this.apart.set(b, (this.apart.get(b) ?? new Set()).add(a));
  }

  private newRecord(): Paper {
    const { site, now } = this.shown;
    const record = emptyRecord(newId(now), site);
    this.created.add(record.id);
    return record;
  }

  private keep(paper: Paper, keys: readonly string[], twins: readonly Paper[]): void {
    for (const other of twins) this.twins.push([paper.id, other.id]);
    this.put(paper, keys);
    // A record may have gained the abstract or the authors that prove it to be another one's twin.
    for (const other of this.sameTitle(paper.titleKey))
      if (other.id !== paper.id && sameWork(other, paper)) this.alike.push([paper.id, other.id]);
  }

  async write(): Promise<void> {
    const { db } = this;
    const hasTwins = this.twins.length + this.alike.length > 0;
    await Promise.all([
      db.papers.bulkPut([...this.changed].map((id) => this.papers.get(id)!)),
      db.aliases.bulkPut([...this.newKeys].map((key) => ({ key, paperId: this.byKey.get(key)! }))),
      hasTwins ? undefined : this.writeSightings(),
    ]);
    if (!hasTwins) return;
    for (const [a, b] of this.twins) await this.merge(this.current(a), this.current(b));
    for (const [a, b] of this.alike) {
      const [one, other] = [this.current(a), this.current(b)];
      // One of them may have become a paper with another number just now.
      if (!idsConflict(one.ids, other.ids)) await this.merge(one, other);
    }
    await this.writeSightings();
  }

  private find(row: SeenPaper, keys: readonly string[]): Paper[] {
    const known = this.known(keys);
    if (known.length > 0) return known;
    const evidence = { ...row, titleKey: row.provisional ? '' : titleKey(row.title) };
    // Further ones are met when the record is kept: a row can look like two that are not one.
    return this.sameTitle(evidence.titleKey)
      .filter((other) => sameWork(other, evidence))
      .slice(0, 1);
  }

  private known(keys: readonly string[]): Paper[] {
    const ids = new Set(keys.flatMap((key) => this.byKey.get(key) ?? []));
    return [...ids].flatMap((id) => this.papers.get(id) ?? []);
  }

  private async merge(a: Paper, b: Paper): Promise<void> {
    if (a.id === b.id || this.apart.get(a.id)?.has(b.id)) return;
    const [to, from] = a.id < b.id ? [a, b] : [b, a];
    const { paper } = await mergePapers(this.db, from, to, this.shown.now);
    this.papers.set(to.id, paper);
    this.movedTo.set(from.id, to.id);
    for (const other of this.apart.get(from.id) ?? []) this.keepApart(to.id, other);
  }

  private async writeSightings(): Promise<void> {
    const rows = new Map<PaperId, Sighting>();
    const fresh = new Set<PaperId>();
    const ids = [...new Set(this.noted.map(({ paperId }) => this.current(paperId).id))];
    const { listing, day } = this.shown;
    const keys = this.met(ids).map((id): [PaperId, string, string] => [id, listing, day]);
    for (const known of await this.db.sightings.bulkGet(keys))
      if (known) rows.set(known.paperId, known);
    for (const { paperId, row } of this.noted) {
      const { id } = this.current(paperId);
      const before = rows.get(id);
      const after = this.sighting(id, row, before);
      if (before && isSameVisit(before, after)) continue;
      rows.set(id, after);
      fresh.add(id);
    }
    await this.db.sightings.bulkPut([...fresh].map((id) => rows.get(id)!));
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
    const before = this.papers.get(paper.id);
    this.add(paper);
    if (!before || !isOld(before, paper)) this.changed.add(paper.id);
    for (const key of new Set([...paper.ids.map(aliasKey), ...keys])) {
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
    for (const count of SIGNALS) if (row[count] !== undefined) sighting[count] = row[count];
    if (row.announcement) sighting.announcement = row.announcement;
    return sighting;
  }
}

/** Whether a record says nothing that is worth a write. */
function isOld(before: Paper, after: Paper): boolean {
  return (
    saysTheSame(before, after) &&
    (after.lastSeenAt ?? 0) - (before.lastSeenAt ?? 0) < SAME_VISIT_MS &&
    (after.heardAt ?? 0) - (before.heardAt ?? 0) < SAME_NEWS_MS
  );
}

function isSameVisit(before: Sighting, after: Sighting): boolean {
  return (
    after.lastAt - before.lastAt < SAME_VISIT_MS &&
    (['firstAt', 'rank', 'announcement', ...SIGNALS] as const).every(
      (field) => after[field] === before[field],
    )
  );
}

/**
 * The keys a row is found by: its identifiers; or, where it has none, its own words (the same
 * title and abstract, or the same title in the same list), so that reading twice makes no double.
 */
function lookupKeys(row: SeenPaper, listing: string): string[] {
  if (row.ids.length > 0) return row.ids.map(aliasKey);
  const title = normalise(row.title).slice(0, 300);
  return [`text:${title}|${row.abstract ? normalise(row.abstract).slice(0, 300) : listing}`];
}
