import { BACKUP_TABLES, MAX_DEPTH, type BackupTable } from './format';
import { recordSchemas } from './record-schema';

/** One row and the table it belongs to. */
export type BackupRecord = [table: BackupTable, row: object];

/** A record that can be taken, or what is wrong with it. */
export type Checked = { record: BackupRecord } | { bad: RecordFault };

export type RecordFault =
  { kind: 'json' } | { kind: 'table' } | { kind: 'depth' } | { kind: 'field'; field: string };

const KNOWN = new Set<string>(BACKUP_TABLES);

/** Checks one `["papers",{…}]` of a backup; what came from the file is hostile until then. */
export function checkRecord(line: string): Checked {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { bad: { kind: 'json' } };
  }
  if (!Array.isArray(parsed) || parsed.length !== 2 || !KNOWN.has(parsed[0] as string))
    return { bad: { kind: 'table' } };
  const [table, row] = parsed as BackupRecord;
  if (!isShallow(row, MAX_DEPTH)) return { bad: { kind: 'depth' } };
  const result = recordSchemas[table].safeParse(row);
  if (result.success) return { record: [table, result.data as object] };
  const path = result.error.issues[0]?.path ?? [];
  return { bad: { kind: 'field', field: path.map(String).join('.') || 'record' } };
}

/** Whether a value is nested no deeper than `depth`; `__proto__` keys are dropped on the way. */
function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  if (Object.hasOwn(value, '__proto__')) Reflect.deleteProperty(value, '__proto__');
  return Object.values(value).every((part) => isShallow(part, depth - 1));
}
