import { checkRecord, type BackupRecord } from '../backup/check-record';
import { sayFault } from '../backup/say-problem';
import type { BadRecord } from '../messages';
import type { Instant } from '../paper';
import type { OffprintDb } from './schema';
import { stageRecords } from './staging';

/** Checks one chunk of a backup and puts its good records aside; answers the bad ones. */
export async function stageLines(
  db: OffprintDb,
  chunk: { importId: string; n: number; lines: readonly string[]; now: Instant },
): Promise<{ bad: BadRecord[] }> {
  const { importId, n, lines, now } = chunk;
  const bad: BadRecord[] = [];
  const records: BackupRecord[] = [];
  lines.forEach((line, i) => {
    const checked = checkRecord(line);
    if ('record' in checked) records.push(checked.record);
    else bad.push({ n: n + i, why: sayFault(checked.bad) });
  });
  await stageRecords(db, { importId, n, records, now });
  return { bad };
}
