/** Bytes that grow, numbers of varying length in them, and parts that open without a copy. */

/** Collects bytes; numbers are unsigned, below 2^32, seven bits a byte, the lowest first. */
export class ByteWriter {
  private buffer = new Uint8Array(1024);
  length = 0;

  varint(number: number): void {
    this.reserve(5);
    while (number > 127) {
      this.buffer[this.length++] = (number & 127) | 128;
      number >>>= 7;
    }
    this.buffer[this.length++] = number;
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What was written so far; good until more is. */
  view(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  bytes(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(2 * this.buffer.length, this.length + more));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }
}

/** Reads what a `ByteWriter` wrote, from `at` on. */
export class ByteReader {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  varint(): number {
    let byte = this.bytes[this.at++]!;
    if (byte < 128) return byte;
    let number = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.bytes[this.at++]!;
      number |= (byte & 127) << shift;
    }
    return number >>> 0;
  }
}

// "OPS" and the version of the format, in the byte order of the machine that wrote it.
const MAGIC = 0x4f505301;
const aligned = (length: number) => (length + 3) & ~3;

/** Parts one after the other, each where four-byte numbers may begin. */
export function pack(parts: readonly (Uint8Array | Uint32Array)[]): Uint8Array {
  const head = new Uint32Array(2 + parts.length);
  head.set([MAGIC, parts.length, ...parts.map((part) => part.byteLength)]);
  const total = parts.reduce((sum, part) => sum + aligned(part.byteLength), head.byteLength);
  const packed = new Uint8Array(total);
  let at = 0;
  for (const part of [head, ...parts]) {
    packed.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += aligned(part.byteLength);
  }
  return packed;
}

/** The parts of what `pack` made, as views; undefined when it is anything else, or cut. */
export function unpack(packed: Uint8Array, count: number): Uint8Array[] | undefined {
  // Views of four-byte numbers want an even start.
  if (packed.byteOffset % 4 !== 0) packed = packed.slice();
  if (packed.length < 4 * (2 + count)) return undefined;
  const head = new Uint32Array(packed.buffer, packed.byteOffset, 2 + count);
  if (head[0] !== MAGIC || head[1] !== count) return undefined;
  let at = head.byteLength;
  const parts = Array.from(head.subarray(2), (length) => {
    const part = packed.subarray(at, at + length);
    at += aligned(length);
    return part;
  });
  return at === packed.length ? parts : undefined;
}

/** The same bytes as numbers of four bytes. */
export function asNumbers(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}
