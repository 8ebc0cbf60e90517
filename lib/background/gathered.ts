import type { Instant } from '../paper';

const MAGIC = [...'%PDF-'].map((letter) => letter.charCodeAt(0));
export const MAGIC_BYTES = MAGIC.length;
/** How much is written at once, and how long bytes wait for it. */
const PIECE_BYTES = 512 * 1024;
const PIECE_MS = 1_000;

/** Bytes that came and were not taken yet. */
export class Gathered {
  bytes = 0;
  private parts: Uint8Array[] = [];
  private since: Instant;

  constructor(private readonly now: () => Instant) {
    this.since = now();
  }

  add(part: Uint8Array): void {
    this.parts.push(part);
    this.bytes += part.byteLength;
  }

  isDue(): boolean {
    return this.bytes >= PIECE_BYTES || this.now() - this.since >= PIECE_MS;
  }

  isPdf(): boolean {
    const start = this.parts.flatMap((part) => [...part.subarray(0, MAGIC.length)]);
    return MAGIC.every((byte, i) => start[i] === byte);
  }

  empty(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.bytes);
    let at = 0;
    for (const part of this.parts) {
      all.set(part, at);
      at += part.byteLength;
    }
    this.parts = [];
    this.bytes = 0;
    this.since = this.now();
    return all;
  }
}
