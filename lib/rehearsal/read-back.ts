import { checkRecord } from '../backup/check-record';
import { BACKUP_TABLES, type BackupTable } from '../backup/format';
import type { BackupReading } from '../backup/reading';
import { keyOf } from '../db/key-of';
import { sameRow } from '../db/same-row';
import type { OffprintDb } from '../db/schema';
import { t } from '../i18n';
import type { BadRecord } from '../messages';
import type { LibraryEntry } from '../paper';
import type { Readable, Rehearsal, Unreadable } from './rehearsal';

const AT_ONCE = 2_000;

/**
 * A restore leaves merges out whose paper was merged on since, for there is nothing to take apart;
 * and it makes the key of a title anew.
 */
const MAY_GO = new Set<BackupTable>(['merges']);
const MADE_ANEW = { titleKey: undefined };

interface Row {
  n: number;
  table: BackupTable;
  row: object;
}

/**
 * Compares every record of a backup with what a database holds after it was restored there.
 * @param scratch holds this backup and nothing else
 */
export async function readBack(
  scratch: OffprintDb,
  { head, records, lines, problems }: BackupReading,
  { bad, onChunk }: { bad: readonly BadRecord[]; onChunk: (done: number) => void },
): Promise<Rehearsal> {
  const found = Object.fromEntries(
    BACKUP_TABLES.map((name): [string, Readable] => [name, { readable: 0, of: 0 }]),
  ) as Rehearsal['tables'];
  const notes: Readable = { readable: 0, of: 0 };
  const at = (n: number, why: string): Unreadable => {
    const line = lines?.[n - 1];
    return line === undefined ? { n, why } : { n, line, why };
  };
  const unreadable: Unreadable[] = bad.map(({ n, why }) => at(n, why));
  for (let from = 0; from < records.length; from += AT_ONCE) {
    const rows = records.slice(from, from + AT_ONCE).flatMap((line, i): Row[] => {
      const checked = checkRecord(line);
      const name = tableOf(line);
      if (name) found[name].of++;
      if (!('record' in checked)) return [];
      const [table, row] = checked.record;
      return [{ n: from + i + 1, table, row }];
    });
    for (const { n, table, row, isBack } of await looked(scratch, rows)) {
      const hasNote = table === 'library' && (row as LibraryEntry).note !== '';
      if (hasNote) notes.of++;
      if (!isBack) {
        unreadable.push(at(n, t('rehearsal_not_back')));
        continue;
      }
      found[table].readable++;
      if (hasNote) notes.readable++;
    }
    onChunk(Math.min(from + AT_ONCE, records.length));
  }
  for (const name of BACKUP_TABLES)
    found[name].of = Math.max(found[name].of, head?.counts[name] ?? 0);
  return { tables: found, notes, problems, bad: unreadable.sort((a, b) => a.n - b.n) };
}

async function looked(
  scratch: OffprintDb,
  rows: readonly Row[],
): Promise<(Row & { isBack: boolean })[]> {
  const answers: (Row & { isBack: boolean })[] = [];
  for (const name of BACKUP_TABLES) {
    const table = scratch.table<object>(name);
    const own = rows.filter((each) => each.table === name);
    const keys = own.map(({ row }) => keyOf(table, row));
    const there = await table.bulkGet(keys);
    own.forEach((each, i) => {
      const isSame = sameRow({ ...each.row, ...MADE_ANEW }, { ...there[i], ...MADE_ANEW });
      answers.push({ ...each, isBack: isSame || MAY_GO.has(name) });
    });
  }
  return answers;
}

/** The table that a record says it is of, also where the rest of it is bad. */
function tableOf(line: string): BackupTable | undefined {
  const name = /^\["(\w+)",/.exec(line)?.[1];
  return BACKUP_TABLES.find((each) => each === name);
}
