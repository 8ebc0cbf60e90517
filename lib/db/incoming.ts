import type { IndexableType, Table } from 'dexie';
import type { BackupTable } from '../backup/format';
import type { Digest } from '../digest/digest';
import { aliasKey, idsConflict, sameWork, titleKey } from '../identity';
import type { ImportMode } from '../messages';
import type { LibraryEntry, Paper, PaperId, Sighting, Tag } from '../paper';
import { pairKey } from './distinct';
import { withFileWins, type FileWins } from './file-wins';
import { latestOfEach } from './latest';
import { unitePapers } from './refresh';
import { renamed, type NewNames } from './new-names';
import type {
  Alias,
  BeforeImage,
  Distinct,
  FeedbackRow,
  JournalRow,
  Merge,
  NotifiedRow,
} from './rows';
import { RowWrites } from './row-writes';
import type { OffprintDb } from './schema';
import { cleanTagName, tagNameKey } from '../tag-name';
import { ToldHere } from './told-here';
import { uniteSightings } from './unite-sightings';

/**
 * The records of a backup on their way in. In mode `add` each finds its paper here by identifier,
 * then by the rules of `lib/identity`, and what belongs to it follows; in mode `replace` they meet
 * nothing, and what is here and not among them goes.
 *
 * What was told stays told in either mode. The ledger, the digests and what the reader said of the
 * papers are a record of what has happened, which no file undoes: both sides' are kept. The digest
 * of a day that both have is ours, and feedback on a paper is the file's where it says anything of
 * it. See `ToldHere` for what becomes of told papers that the file does not have.
 *
 * To be used inside one transaction.
 */
export class Incoming {
  private readonly names: NewNames = { papers: new Map(), tags: new Map() };
  /** Every paper here that shares an identifier with one of the file. */
  private readonly met = new Map<PaperId, ReadonlySet<PaperId>>();
  private told: ToldHere | undefined;
  private readonly writes: RowWrites;

  constructor(
    private readonly db: OffprintDb,
    private readonly records: ReadonlyMap<BackupTable, object[]>,
    private readonly mode: ImportMode,
    private readonly fileWins: FileWins = new Map(),
  ) {
    this.writes = new RowWrites(db, mode);
  }

  /** Takes all of them; answers every touched row as it was. */
  async enter(clock: string): Promise<{ papers: number; saved: number; images: BeforeImage[] }> {
    if (this.mode === 'replace') this.told = await ToldHere.read(this.db);
    const papers = await this.enterPapers();
    await this.enterTags();
    const saved = await this.enterLibrary(clock);
    await this.enterBelongings();
    await this.enterHistory(clock);
    if (this.mode === 'replace') {
      await this.writes.plan('fills', await this.ofOurs(this.db.fills));
      await this.writes.plan('pdfs', await this.ofOurs(this.db.pdfs));
    }
    await this.writes.run();
    return { papers, saved, images: this.writes.images };
  }

  private rows<T extends object>(table: BackupTable): T[] {
    return (this.records.get(table) ?? []) as T[];
  }

  private async enterPapers(): Promise<number> {
    const { names } = this;
    const incoming = this.rows<Paper>('papers');
    const aliases = this.rows<Alias>('aliases');
    const keys = new Map<PaperId, Set<string>>(
      incoming.map(({ id, ids }) => [id, new Set(ids.map(aliasKey))]),
    );
    for (const { key, paperId } of aliases) keys.get(paperId)?.add(key);

    const owner = await this.owners(
      [...keys.values()].flatMap((set) => [...set]),
      aliases,
    );
    const known = await this.knownPapers(incoming, owner);
    const twins = await this.twins(incoming.filter(({ id }) => !known.has(id)));
    const apart = this.keptApart(keys, known, owner);
    for (const twin of twins.values()) known.set(twin.id, twin);
    const next = new Map<PaperId, Paper>();
    for (const row of incoming) {
      const paper = row.title ? { ...row, titleKey: titleKey(row.title) } : row;
      const mine = [...keys.get(paper.id)!];
      const twin = twins.get(paper.id);
      // It may have become a paper with another number just now.
      const isTwin =
        twin &&
        !apart.has(`${paper.id} ${twin.id}`) &&
        !idsConflict((next.get(twin.id) ?? twin).ids, paper.ids);
      const to =
        known.get(paper.id)?.id ??
        mine.flatMap((key) => owner.get(key) ?? [])[0] ??
        (isTwin ? twin.id : paper.id);
      const before = next.get(to) ?? known.get(to);
      const united = before ? unitePapers(before, paper) : { ...paper, id: to };
      next.set(to, withFileWins(united, paper, this.fileWins.get(to)));
      names.papers.set(paper.id, to);
      this.met.set(paper.id, new Set([to, ...mine.flatMap((key) => owner.get(key) ?? [])]));
      for (const key of mine) if (!owner.has(key)) owner.set(key, to);
    }
    await this.learnPapers(aliases.map(({ paperId }) => paperId));
    for (const { key, paperId } of aliases) {
      const to = names.papers.get(paperId);
      if (to && !owner.has(key)) owner.set(key, to);
    }
    this.told?.join(next, owner);
    await this.writes.plan('papers', [...next.values()]);
    await this.writes.plan(
      'aliases',
      [...owner].map(([key, paperId]) => ({ key, paperId })),
    );
    return incoming.length;
  }

  // Which papers here own these identifiers already.
  private async owners(keys: string[], aliases: Alias[]): Promise<Map<string, PaperId>> {
    const wanted = [...new Set([...keys, ...aliases.map(({ key }) => key)])];
    const rows = await this.get<Alias>('aliases', wanted);
    return new Map(rows.flatMap((row) => (row ? [[row.key, row.paperId] as const] : [])));
  }

  // By the id they come with (also where it was merged away here), and every owner by its own id.
  private async knownPapers(
    incoming: readonly Paper[],
    owner: ReadonlyMap<string, PaperId>,
  ): Promise<Map<PaperId, Paper>> {
    const { db } = this;
    const ids = [...new Set([...incoming.map(({ id }) => id), ...owner.values()])];
    const rows = await this.get<Paper>('papers', ids);
    const known = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
    if (this.mode === 'replace' || (await db.merges.count()) === 0) return known;
    const merges = await db.merges
      .where('from')
      .anyOf(ids.filter((id) => !known.has(id)))
      .toArray();
    for (const { from, to } of merges) {
      const paper = known.get(to) ?? (await db.papers.get(to));
      if (paper) known.set(from, paper).set(to, paper);
    }
    return known;
  }

  /** Papers of the file and those here that the file keeps apart from them. */
  private keptApart(
    keys: ReadonlyMap<PaperId, ReadonlySet<string>>,
    known: ReadonlyMap<PaperId, Paper>,
    owner: ReadonlyMap<string, PaperId>,
  ): ReadonlySet<string> {
    const here = (id: PaperId) =>
      known.get(id)?.id ?? [...(keys.get(id) ?? [])].flatMap((key) => owner.get(key) ?? [])[0];
    return new Set(
      this.rows<Distinct>('distinct').flatMap(({ a, b }) => [`${a} ${here(b)}`, `${b} ${here(a)}`]),
    );
  }

  private async twins(strangers: readonly Paper[]): Promise<Map<PaperId, Paper>> {
    const { db } = this;
    const found = new Map<PaperId, Paper>();
    if (this.mode === 'replace' || (await db.papers.count()) === 0) return found;
    const wanted = new Set(strangers.map(({ title }) => titleKey(title)).filter(Boolean));
    const candidates = new Map<string, Paper[]>();
    const rows = await db.papers
      .where('titleKey')
      .anyOf([...wanted])
      .toArray();
    for (const row of rows)
      candidates.set(row.titleKey, [...(candidates.get(row.titleKey) ?? []), row]);
    for (const paper of strangers) {
      const evidence = { ...paper, titleKey: titleKey(paper.title) };
      const twin = candidates.get(evidence.titleKey)?.find((other) => sameWork(other, evidence));
      if (twin) found.set(paper.id, twin);
    }
    return found;
  }

  // Records may belong to papers that are here and not in the file, as in the half of a file.
  private async learnPapers(ids: readonly PaperId[]): Promise<void> {
    const { papers } = this.names;
    const unknown = [...new Set(ids.filter((id) => !papers.has(id)))];
    for (const paper of await this.get<Paper>('papers', unknown))
      if (paper) papers.set(paper.id, paper.id);
  }

  private async enterTags(): Promise<void> {
    const { db, names } = this;
    const here = this.mode === 'replace' ? [] : await db.tags.toArray();
    const byKey = new Map(here.map((tag) => [tag.nameKey, tag.id]));
    const ids = new Set(here.map(({ id }) => id));
    for (const id of ids) names.tags.set(id, id);
    const added: Tag[] = [];
    for (const tag of this.rows<Tag>('tags')) {
      const nameKey = tagNameKey(tag.name);
      if (!nameKey || ids.has(tag.id)) continue;
      const same = byKey.get(nameKey);
      names.tags.set(tag.id, same ?? tag.id);
      if (same) continue;
      byKey.set(nameKey, tag.id);
      ids.add(tag.id);
      added.push({ ...tag, name: cleanTagName(tag.name), nameKey });
    }
    await this.writes.plan('tags', added);
  }

  private async enterLibrary(clock: string): Promise<number> {
    const { names } = this;
    const incoming = this.rows<LibraryEntry>('library');
    await this.learnPapers(incoming.map(({ paperId }) => paperId));
    const mine = incoming.flatMap((entry): LibraryEntry[] => {
      const paperId = names.papers.get(entry.paperId);
      const tagIds = [...new Set(entry.tagIds.flatMap((id) => names.tags.get(id) ?? []))];
      return paperId ? [{ ...entry, paperId, tagIds, clocks: notLater(entry.clocks, clock) }] : [];
    });
    const here = await this.get<LibraryEntry>(
      'library',
      mine.map(({ paperId }) => paperId),
    );
    const next = new Map<PaperId, LibraryEntry>();
    mine.forEach((entry, i) => {
      const before = next.get(entry.paperId) ?? here[i];
      next.set(entry.paperId, before ? latestOfEach(before, entry) : entry);
    });
    await this.writes.plan('library', [...next.values()]);
    return next.size;
  }

  private async enterBelongings(): Promise<void> {
    const follow = async <T extends { paperId: PaperId }>(name: BackupTable): Promise<T[]> => {
      const rows = this.rows<T>(name);
      await this.learnPapers(rows.map(({ paperId }) => paperId));
      return rows.flatMap((row) => {
        const paperId = this.names.papers.get(row.paperId);
        return paperId ? [{ ...row, paperId }] : [];
      });
    };
    await this.writes.plan('sightings', await follow<Sighting>('sightings'), uniteSightings);
    await this.writes.plan('trends', await follow('trends'), keepOurs);
    const feedback = await follow<FeedbackRow>('feedback');
    const said = new Set(feedback.map(({ paperId }) => paperId));
    const saidHere = this.told?.feedbackBut(said) ?? [];
    await this.writes.plan('feedback', [...saidHere, ...feedback], keepOurs);
    const notified = (await follow<NotifiedRow>('notified')).concat(this.toldOfOthers());
    const toldHere = this.told?.ledger() ?? [];
    await this.writes.plan('notified', [...toldHere, ...notified], keepOurs);
    const digests = [...(this.told?.history() ?? []), ...this.renamedDigests()];
    await this.writes.plan('digests', digests, keepOurs);
    await this.writes.plan('distinct', await this.renamedDistinct(), keepOurs);
  }

  // One paper of the file can be several here that have not met yet: all of them were told.
  private toldOfOthers(): NotifiedRow[] {
    return this.rows<NotifiedRow>('notified').flatMap((row) =>
      [...(this.met.get(row.paperId) ?? [])].map((paperId) => ({ ...row, paperId })),
    );
  }

  private async renamedDistinct(): Promise<Distinct[]> {
    const rows = this.rows<Distinct>('distinct');
    await this.learnPapers(rows.flatMap(({ a, b }) => [a, b]));
    const { papers } = this.names;
    return rows.flatMap((row): Distinct[] => {
      const [x, y] = [papers.get(row.a), papers.get(row.b)];
      if (!x || !y || x === y) return [];
      const [a, b] = pairKey(x, y);
      return [{ ...row, a, b }];
    });
  }

  private renamedDigests(): Digest[] {
    const { papers } = this.names;
    return this.rows<Digest>('digests').map((digest) => ({
      ...digest,
      items: digest.items.map((item) => ({
        ...item,
        paperId: papers.get(item.paperId) ?? item.paperId,
      })),
    }));
  }

  private async enterHistory(clock: string): Promise<void> {
    const { names } = this;
    const merges = this.rows<Merge>('merges').filter(({ to }) => names.papers.get(to) === to);
    await this.writes.plan('merges', merges, keepOurs);
    // History from the future would be undone before all that the user does from now on.
    const past = this.rows<JournalRow>('journal').filter((row) => row.clock < clock);
    const journal = past.map((row) => renamed(row, names));
    await this.writes.plan('journal', journal, keepOurs);
  }

  private async get<T>(name: BackupTable, keys: readonly unknown[]): Promise<(T | undefined)[]> {
    const table = this.db.table<T>(name);
    const isEmpty = this.mode === 'replace' || keys.length === 0 || (await table.count()) === 0;
    return isEmpty ? keys.map(() => undefined) : table.bulkGet([...keys] as IndexableType[]);
  }

  // Not in a backup: what is asked for already stays asked for, and a PDF that is kept is kept.
  private ofOurs<T extends { paperId: PaperId }>(table: Table<T, string>): Promise<T[]> {
    return table.filter(({ paperId }) => this.names.papers.has(paperId)).toArray();
  }
}

function keepOurs<T>(ours: T): T {
  return ours;
}

// A clock from the future would win over every change the user makes from now on.
function notLater(clocks: LibraryEntry['clocks'], clock: string): LibraryEntry['clocks'] {
  return Object.fromEntries(
    Object.entries(clocks).map(([field, at]) => [field, at < clock ? at : clock]),
  );
}
