import { BACKUP_TABLES, FORMAT, FORMAT_VERSION, type BackupHead, type BackupTable } from './format';

/** Writes a backup piece by piece, each row a line. */
export class BackupText {
  private readonly encoder = new TextEncoder();
  private readonly head: string;
  private readonly lines = new Map<BackupTable, Uint8Array[]>();

  constructor(head: Omit<BackupHead, 'format' | 'version'>) {
    const lines = Object.entries({ format: FORMAT, version: FORMAT_VERSION, ...head }).map(
      ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},`,
    );
    this.head = `{\n${lines.join('\n')}\n`;
  }

  /** Adds rows to a table; the tables may come in turns. */
  add(table: BackupTable, rows: readonly object[]): void {
    if (rows.length === 0) return;
    const pieces = this.lines.get(table) ?? [];
    const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
    // Encoded while the next piece is being read; all at once it would keep the page waiting.
    pieces.push(this.encoder.encode((pieces.length > 0 ? ',\n' : '\n') + lines));
    this.lines.set(table, pieces);
  }

  /** The whole file, closed by its checksum. */
  async finish(): Promise<Blob> {
    const tables = BACKUP_TABLES.flatMap((table) => [
      this.encoder.encode(`${JSON.stringify(table)}:[`),
      ...(this.lines.get(table) ?? []),
      this.encoder.encode('\n],\n'),
    ]);
    const body = joined([this.encoder.encode(this.head), ...tables]);
    const end = `"checksum":${JSON.stringify(await checksum(body))}\n}\n`;
    return new Blob([body, end], { type: 'application/json' });
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** `sha256:` and the digest in hexadecimal. */
export async function checksum(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
