import { BACKUP_TABLES, FORMAT, FORMAT_VERSION, MAX_BYTES, type BackupHead } from './format';
import type { BackupProblem, BackupReading, Scan } from './reading';
import { scanLines } from './scan-lines';
import { checksum } from './write-backup';

/** Reads a backup, UTF-8. What each record says is checked by the worker when it is staged. */
export async function readBackup(bytes: Uint8Array<ArrayBuffer>): Promise<BackupReading> {
  if (bytes.length > MAX_BYTES) return broken({ kind: 'tooBig', bytes: bytes.length });
  const isWhole = hasChecksum(bytes);
  const text = new TextDecoder().decode(bytes);
  if (await isWhole) return judge(scanLines(text));
  const parsed = parseJson(text);
  if (parsed === undefined) {
    const scan = scanLines(text);
    return isOurs(scan.head) ? judge(scan) : broken({ kind: 'notJson' });
  }
  if (!isOurs(parsed)) return broken({ kind: 'notOurs' });
  const [byLine, whole] = [scanLines(text), scanObject(parsed)];
  // Where nobody has laid it out anew, its lines can be named.
  const hasLines = byLine.complete && byLine.records.length === whole.records.length;
  return judge(hasLines ? byLine : whole, [{ kind: 'checksum' }]);
}

function broken(problem: BackupProblem): BackupReading {
  return { records: [], problems: [problem] };
}

async function hasChecksum(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const end = new TextDecoder().decode(bytes.subarray(-200));
  const line = /(?<=\n)"checksum":"(sha256:[0-9a-f]{64})"\s*\}\s*$/.exec(end);
  // The line is plain ASCII: as many bytes as letters.
  return line !== null && line[1] === (await checksum(bytes.subarray(0, -line[0].length)));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isOurs(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Reflect.get(value, 'format') === FORMAT;
}

// A formatter or an editor may have laid the same JSON out in another way.
function scanObject(parsed: Record<string, unknown>): Scan {
  const records: string[] = [];
  const counts = new Map<string, number>();
  for (const table of BACKUP_TABLES) {
    const rows = parsed[table];
    if (!Array.isArray(rows)) continue;
    for (const row of rows) records.push(JSON.stringify([table, row]));
    counts.set(table, rows.length);
  }
  return { head: parsed, records, counts, complete: true };
}

function judge(scan: Scan, problems: BackupProblem[] = []): BackupReading {
  const { records, lines, complete } = scan;
  if (!isOurs(scan.head)) return broken({ kind: 'notOurs' });
  const head = readHead(scan.head);
  if (!(head.version <= FORMAT_VERSION)) return broken({ kind: 'newer', version: head.version });
  const of = Object.values(head.counts).reduce((sum, n) => sum + n, 0);
  if (!complete) problems.push({ kind: 'cut', after: records.length, of });
  for (const table of complete ? BACKUP_TABLES : []) {
    const [promised, found] = [head.counts[table] ?? 0, scan.counts.get(table) ?? 0];
    if (promised !== found) problems.push({ kind: 'count', table, promised, found });
  }
  return { head, records, problems, ...(lines ? { lines } : {}) };
}

function readHead(said: Record<string, unknown>): BackupHead {
  const counts: BackupHead['counts'] = {};
  for (const table of BACKUP_TABLES) {
    const count = Number((said.counts as Record<string, unknown> | undefined)?.[table]);
    if (Number.isSafeInteger(count) && count >= 0) counts[table] = count;
  }
  const { settings = {} } = said;
  return {
    format: FORMAT,
    version: Number(said.version),
    madeAt: Number(said.madeAt) || 0,
    counts,
    settings,
  };
}
