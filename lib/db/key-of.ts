import type { IndexableType, Table } from 'dexie';

/** The primary key under which a table keeps a row; a list where the key has several parts. */
export function keyOf(table: Table, row: object): IndexableType {
  const path = table.schema.primKey.keyPath as string | string[];
  return Array.isArray(path) ? path.map((field) => valueOf(row, field)) : valueOf(row, path);
}

function valueOf(row: object, field: string): string {
  return Reflect.get(row, field) as string;
}
