import { BACKUP_TABLES, FORMAT, FORMAT_VERSION, type BackupHead, type BackupTable } from './format';

/** Writes a backup piece by piece: tables in order, each row a line. */
export class BackupText {
  private readonly parts: string[] = [];
  private started: BackupTable | undefined;
  private next = 0;

  constructor(head: Omit<BackupHead, 'format' | 'version'>) {
    const lines = Object.entries({ format: FORMAT, version: FORMAT_VERSION, ...head }).map(
      ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},`,
    );
    this.parts.push(`{\n${lines.join('\n')}`);
  }

  /** Adds rows to a table; tables come in the order of the format. */
  add(table: BackupTable, rows: readonly object[]): void {
    while (this.started !== table) this.startNext();
    const first = this.parts.at(-1)!.endsWith('[');
    if (rows.length > 0)
      this.parts.push((first ? '\n' : ',\n') + rows.map((row) => JSON.stringify(row)).join(',\n'));
  }

  /** The whole file, closed by its checksum. */
  async finish(): Promise<Blob> {
    while (this.next < BACKUP_TABLES.length) this.startNext();
    this.parts.push('\n],\n');
    const body = await new Blob(this.parts).arrayBuffer();
    const end = `"checksum":${JSON.stringify(await checksum(body))}\n}\n`;
    return new Blob([body, end], { type: 'application/json' });
  }

  private startNext(): void {
    const table = BACKUP_TABLES[this.next++];
    if (!table) throw new Error('The tables of a backup come in the order of its format.');
    this.parts.push(this.started ? '\n],\n' : '\n', `${JSON.stringify(table)}:[`);
    this.started = table;
  }
}

/** `sha256:` and the digest in hexadecimal. */
export async function checksum(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
