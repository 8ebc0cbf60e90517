import Dexie, { type IndexableType } from 'dexie';
import { inTurn } from '../in-turn';
import type { Paper, PaperId } from '../paper';
import { COPIED, DECIDED, TOLD, type CopyDb } from './copy-schema';
import { ofTheHeld, papersOf } from './of-the-held';
import type { Alias } from './rows';
import type { OffprintDb } from './schema';
import { stagedHeads } from './staging';
import { standingOfDecided, standingOfTold } from './standing';
import { watchWrites, type Written } from './watch-writes';

const ROWS_AT_ONCE = 500;

/** The database as it is being opened, which nobody else can read yet. */
export type Opened = Dexie;

/**
 * Keeps the second copy in step: every committed change of the reading list, its tags and its
 * history, of the ledger, the digests and the feedback, and the papers that were ever saved or
 * told, with all by which they are known. Copies one transaction after the other, so that the copy
 * is always as the database was at some moment.
 */
export class SecondCopy {
  private readonly turn = inTurn<void>();
  private last: Promise<void> = Promise.resolve();
  private opening: Promise<CopyDb | undefined> | undefined;
  /** Papers that are in the copy. */
  private held: Set<PaperId> | undefined;

  constructor(
    private readonly db: OffprintDb,
    /** Undefined where the browser has no place for it. */
    private readonly open: () => Promise<CopyDb | undefined>,
  ) {
    watchWrites(db, COPIED, (committed) => {
      // Out of the transaction that is being watched: what follows belongs to none.
      Dexie.ignoreTransaction(() => void this.do(async () => this.take(await committed)));
    });
  }

  /** Resolves when all that was committed so far is in the copy; never rejects. */
  settled(): Promise<void> {
    return this.last;
  }

  /**
   * Puts everything back into a database that is empty while the copy is not: the browser has lost
   * it. Answers how many saved papers came back; undefined where nothing was lost.
   */
  async restoreLost(db: Opened): Promise<number | undefined> {
    if ((await counts(db)).some((count) => count > 0)) return undefined;
    const copy = await this.store();
    if (!copy || (await counts(copy)).every((count) => count === 0)) return undefined;
    const rows = await Promise.all(COPIED.map((name) => copy.table(name).toArray()));
    await db.transaction('rw', [...COPIED], () =>
      Promise.all(COPIED.map((name, i) => db.table(name).bulkPut(rows[i]!))),
    );
    return rows[COPIED.indexOf('library')]!.length;
  }

  /** Copies what a worker that was stopped had no time to copy, and all of it the first time. */
  async catchUp(): Promise<void> {
    const copy = await this.store();
    if (!copy) return;
    for (const [tables, standing] of [
      [DECIDED, standingOfDecided],
      [TOLD, standingOfTold],
    ] as const) {
      const [here, there] = await Promise.all([standing(this.db), standing(copy)]);
      if (here !== there) for (const name of tables) await this.copyTable(name);
    }
    // It leaves no trace in either: what it took out of papers and digests is looked for.
    if ((await stagedHeads(this.db)).some(({ kind }) => kind === 'forget')) {
      for (const name of TOLD) await this.copyTable(name);
      await this.copyUnsaved(copy);
    }
  }

  /** Forgets everything, before the database itself is emptied. */
  empty(): Promise<void> {
    return this.do(async () => {
      const copy = await this.store();
      await copy?.transaction('rw', copy.tables, () =>
        Promise.all(copy.tables.map((table) => table.clear())),
      );
      this.held?.clear();
    });
  }

  private do(task: () => Promise<void>): Promise<void> {
    // What could not be copied is copied when the worker starts the next time.
    this.last = this.turn(task).catch((error: unknown) => console.warn('Offprint:', error));
    return this.last;
  }

  private store(): Promise<CopyDb | undefined> {
    return (this.opening ??= this.open().catch((error: unknown) => {
      console.warn('Offprint:', error);
      return undefined;
    }));
  }

  private async copyTable(name: (typeof DECIDED | typeof TOLD)[number]): Promise<void> {
    const keys: IndexableType[] = await this.db.table(name).toCollection().primaryKeys();
    // Newest first: of two merges in a row the later one is known by its papers.
    keys.reverse();
    for (let at = 0; at < keys.length; at += ROWS_AT_ONCE) {
      const some = keys.slice(at, at + ROWS_AT_ONCE);
      await this.do(async () => {
        const rows = await this.db.table<object>(name).bulkGet(some);
        await this.take([{ table: name, put: rows.filter((row) => row !== undefined) }]);
      });
    }
    await this.do(async () => {
      const copy = await this.store();
      const own = await this.db.table(name).toCollection().primaryKeys();
      const here = new Set(own.map((key) => JSON.stringify(key)));
      const there = (await copy?.table(name).toCollection().primaryKeys()) ?? [];
      const gone = there.filter((key) => !here.has(JSON.stringify(key)));
      await copy?.table(name).bulkDelete(gone);
    });
  }

  /** Of papers that are not on the list, what is left of them: saved ones are never forgotten. */
  private async copyUnsaved(copy: CopyDb): Promise<void> {
    const { db } = this;
    await this.do(async () => {
      const saved = new Set(await db.library.toCollection().primaryKeys());
      const ids = (await copy.papers.toCollection().primaryKeys()).filter((id) => !saved.has(id));
      const [papers, aliases, keys] = await Promise.all([
        db.papers.bulkGet(ids),
        db.aliases.where('paperId').anyOf(ids).toArray(),
        copy.aliases.where('paperId').anyOf(ids).primaryKeys(),
      ]);
      await this.take([
        { table: 'papers', gone: ids.filter((_, i) => !papers[i]) },
        { table: 'papers', put: papers.filter((paper) => paper !== undefined) },
        { table: 'aliases', gone: keys },
        { table: 'aliases', put: aliases },
      ]);
    });
  }

  private async take(written: readonly Written[]): Promise<void> {
    if (written.length === 0) return;
    const copy = await this.store();
    if (!copy) return;
    const held = (this.held ??= new Set(await copy.papers.toCollection().primaryKeys()));
    const wanted = written.flatMap((each) => ofTheHeld(each, held));
    if (wanted.length === 0) return;
    const [papers, aliases] = await this.papersFor(wanted, held);
    await copy.transaction('rw', copy.tables, async () => {
      for (const each of wanted) await apply(copy, each, held);
      await copy.papers.bulkPut(papers);
      await copy.aliases.bulkPut(aliases);
    });
    for (const { id } of papers) held.add(id);
    // Which of them came back in the same transaction is read from the copy the next time.
    if (written.some((each) => each.table === 'papers' && 'emptied' in each)) this.held = undefined;
  }

  /** The papers of rows that are new to the copy, with their identifiers. */
  private async papersFor(
    written: readonly Written[],
    held: ReadonlySet<PaperId>,
  ): Promise<[Paper[], Alias[]]> {
    const wanted = [...new Set(written.flatMap(papersOf))].filter((id) => !held.has(id));
    if (wanted.length === 0) return [[], []];
    const [papers, aliases] = await Promise.all([
      this.db.papers.bulkGet(wanted),
      this.db.aliases.where('paperId').anyOf(wanted).toArray(),
    ]);
    return [papers.filter((paper) => paper !== undefined), aliases];
  }
}

async function apply(copy: CopyDb, written: Written, held: Set<PaperId>): Promise<void> {
  const table = copy.table<object>(written.table);
  if ('put' in written) {
    await table.bulkPut([...written.put]);
    if (written.table === 'papers') for (const row of written.put) held.add((row as Paper).id);
  } else if ('gone' in written) {
    await table.bulkDelete([...written.gone]);
    if (written.table === 'papers') for (const id of written.gone) held.delete(id as PaperId);
  } else {
    const { lower, upper, lowerOpen = false, upperOpen = false } = written.emptied;
    if (lower === undefined && upper === undefined) await table.clear();
    else await table.where(':id').between(lower, upper, !lowerOpen, !upperOpen).delete();
  }
}

function counts(db: Dexie): Promise<number[]> {
  return Promise.all([...DECIDED, ...TOLD].map((name) => db.table(name).count()));
}
