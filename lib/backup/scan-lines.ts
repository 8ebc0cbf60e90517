import type { Scan } from './reading';

/**
 * Walks a backup line by line, so that half a file gives half its records. Lines are not parsed
 * here, but for the last of a file that was cut: the worker parses and checks each.
 */
export function scanLines(text: string): Scan {
  const scan: Required<Scan> = {
    head: {},
    records: [],
    lines: [],
    counts: new Map(),
    complete: false,
  };
  let table: string | undefined;
  let number = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const isLast = newline < 0;
    const line = text.slice(start, isLast ? text.length : newline).trim();
    start = isLast ? text.length : newline + 1;
    number++;
    if (table !== undefined) {
      if (line === ']' || line === '],') table = undefined;
      else if (line && takeRecord(scan, table, line, isLast)) scan.lines.push(number);
    } else {
      table = /^"(\w+)":\[$/.exec(line)?.[1];
      if (table === undefined) takeHead(scan, line);
      else scan.counts.set(table, 0);
    }
  }
  return scan;
}

function takeHead(scan: Scan, line: string): void {
  if (line === '}') scan.complete = 'checksum' in scan.head;
  else Object.assign(scan.head, parsed(`{${line.replace(/,$/, '')}}`));
}

function takeRecord(scan: Scan, table: string, line: string, isLast: boolean): boolean {
  const row = line.endsWith(',') ? line.slice(0, -1) : line;
  if (isLast && parsed(row) === undefined) return false;
  scan.records.push(`[${JSON.stringify(table)},${row}]`);
  scan.counts.set(table, (scan.counts.get(table) ?? 0) + 1);
  return true;
}

function parsed(text: string): object | undefined {
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}
