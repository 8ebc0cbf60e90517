import Dexie, { type IndexableType } from 'dexie';
import { inTurn } from '../in-turn';
import type { LibraryEntry, Paper, PaperId } from '../paper';
import { COPIED, type CopyDb } from './copy-schema';
import type { Alias } from './rows';
import type { OffprintDb } from './schema';
import { watchWrites, type Written } from './watch-writes';

const ROWS_AT_ONCE = 500;
const DECIDED = ['library', 'tags', 'journal', 'distinct'] as const;

/** The database as it is being opened, which nobody else can read yet. */
export type Opened = Dexie;

/**
 * Keeps the second copy in step: every committed change of the reading list, its tags and its
 * history, and the papers that were ever saved. Copies one transaction after the other, so that the
 * copy is always as the database was at some moment.
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
    const [here, there] = await Promise.all([standing(this.db), standing(copy)]);
    if (here === there) return;
    for (const name of DECIDED) await this.copyTable(name);
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

  private async copyTable(name: (typeof DECIDED)[number]): Promise<void> {
    const keys: IndexableType[] = await this.db.table(name).toCollection().primaryKeys();
    for (let at = 0; at < keys.length; at += ROWS_AT_ONCE) {
      const some = keys.slice(at, at + ROWS_AT_ONCE);
      await this.do(async () => {
        const rows = await this.db.table<object>(name).bulkGet(some);
        await this.take([{ table: name, put: rows.filter((row) => row !== undefined) }]);
      });
    }
    await this.do(async () => {
      const copy = await this.store();
      const here = new Set((await this.db.table(name).toCollection().primaryKeys()).map(String));
      const there = (await copy?.table(name).toCollection().primaryKeys()) ?? [];
      await copy?.table(name).bulkDelete(there.filter((key) => !here.has(String(key))));
    });
  }

  private async take(written: readonly Written[]): Promise<void> {
    if (written.length === 0) return;
    const copy = await this.store();
    if (!copy) return;
    const held = (this.held ??= new Set(await copy.papers.toCollection().primaryKeys()));
    if (written.some((each) => each.table === 'papers' && 'emptied' in each)) held.clear();
    const wanted = written.flatMap((each) => ofTheSaved(each, held));
    if (wanted.length === 0) return;
    const [papers, aliases] = await this.papersFor(wanted, held);
    await copy.transaction('rw', copy.tables, async () => {
      for (const each of wanted) await apply(copy, each, held);
      await copy.papers.bulkPut(papers);
      await copy.aliases.bulkPut(aliases);
    });
    for (const { id } of papers) held.add(id);
  }

  /** The papers of entries that are new to the copy, with their identifiers. */
  private async papersFor(
    written: readonly Written[],
    held: ReadonlySet<PaperId>,
  ): Promise<[Paper[], Alias[]]> {
    const entries = written.flatMap((each) =>
      each.table === 'library' && 'put' in each ? (each.put as LibraryEntry[]) : [],
    );
    const wanted = entries.map(({ paperId }) => paperId).filter((id) => !held.has(id));
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
  } else if ('gone' in written) {
    await table.bulkDelete([...written.gone]);
    if (written.table === 'papers') for (const id of written.gone) held.delete(id as PaperId);
  } else {
    const { lower, upper, lowerOpen = false, upperOpen = false } = written.emptied;
    if (lower === undefined && upper === undefined) await table.clear();
    else await table.where(':id').between(lower, upper, !lowerOpen, !upperOpen).delete();
  }
}

/** What of it belongs into the copy: of papers, only those that were saved at some time. */
function ofTheSaved(written: Written, held: ReadonlySet<PaperId>): Written[] {
  const { table } = written;
  if (!('put' in written) || (table !== 'papers' && table !== 'aliases')) return [written];
  const own = table === 'papers' ? 'id' : 'paperId';
  const put = written.put.filter((row) => held.has(Reflect.get(row, own) as PaperId));
  return put.length > 0 ? [{ table, put }] : [];
}

function counts(db: Dexie): Promise<number[]> {
  return Promise.all(DECIDED.map((name) => db.table(name).count()));
}

// Every change has its row in the journal, and the copy takes them in their order.
async function standing(db: Dexie): Promise<string> {
  const [newest] = await db.table('journal').toCollection().reverse().limit(1).primaryKeys();
  return [newest, ...(await counts(db))].join();
}
