import { asNumbers, ByteReader, ByteWriter } from './bytes';

const BLOCK = 16;

/**
 * Sorted strings in bytes, searched where they are: blocks of 16, of which each string but the
 * first says only how it differs from the one before. Order is JavaScript's, by UTF-16 units.
 */
export interface StringTable {
  size: number;
  at(i: number): string;
  /** How many strings come before `text`. */
  lowerBound(text: string): number;
  /** The number of `text`, or -1. */
  indexOf(text: string): number;
  /** The strings from number `start` on. */
  from(start: number): IterableIterator<string>;
  /** For a walk without making strings: stands before number 0. */
  cursor(): StringCursor;
}

/** The two parts of a table of `sorted`, no two equal. */
export function writeStringTable(sorted: readonly string[]): [Uint32Array, Uint8Array] {
  const writer = new ByteWriter();
  const blocks = new Uint32Array(1 + Math.ceil(sorted.length / BLOCK));
  blocks[0] = sorted.length;
  let before = '';
  for (const [i, text] of sorted.entries()) {
    let shared = 0;
    if (i % BLOCK === 0) blocks[1 + i / BLOCK] = writer.length;
    else while (shared < before.length && before[shared] === text[shared]) shared++;
    writer.varint(shared);
    writer.varint(text.length - shared);
    for (let j = shared; j < text.length; j++) writer.varint(text.charCodeAt(j));
    before = text;
  }
  return [blocks, writer.bytes()];
}

/** Walks a table; what it holds is that of the string it stands at. */
export class StringCursor {
  /** Its UTF-16 units, the first `length` of them. */
  letters = new Uint16Array(64);
  length = 0;
  /** How many of them the string before has too; 0 at the first of a block. */
  shared = 0;
  /** Its number. */
  i = -1;
  private readonly reader: ByteReader;

  constructor(
    private readonly size: number,
    private readonly blocks: Uint32Array,
    strings: Uint8Array,
  ) {
    this.reader = new ByteReader(strings);
  }

  /** Stands before number `i`, so that `next` goes there. */
  seek(i: number): this {
    const block = Math.floor(i / BLOCK);
    this.reader.at = this.blocks[1 + block] ?? 0;
    for (this.i = block * BLOCK - 1; this.i < i - 1 && this.next(););
    return this;
  }

  /** Goes to the next string; false at the end. */
  next(): boolean {
    if (this.i + 1 >= this.size) return false;
    this.i++;
    const { reader } = this;
    this.shared = reader.varint();
    this.length = this.shared + reader.varint();
    if (this.length > this.letters.length) {
      const larger = new Uint16Array(2 * this.length);
      larger.set(this.letters);
      this.letters = larger;
    }
    for (let j = this.shared; j < this.length; j++) this.letters[j] = reader.varint();
    return true;
  }

  text(): string {
    let text = '';
    for (let i = 0; i < this.length; i += 4096)
      text += String.fromCharCode.apply(
        null,
        this.letters.subarray(i, Math.min(i + 4096, this.length)) as unknown as number[],
      );
    return text;
  }

  /** Below 0 when it comes before `text`, 0 when it is the same. */
  compare(text: string): number {
    const length = Math.min(this.length, text.length);
    for (let j = 0; j < length; j++) {
      const difference = this.letters[j]! - text.charCodeAt(j);
      if (difference !== 0) return difference;
    }
    return this.length - text.length;
  }
}

/** Opens what `writeStringTable` made; nothing is read before it is asked for. */
export function openStringTable(blockBytes: Uint8Array, strings: Uint8Array): StringTable {
  const blocks = asNumbers(blockBytes);
  const size = blocks[0] ?? 0;
  const newCursor = () => new StringCursor(size, blocks, strings);
  const cursor = newCursor();

  const at = (i: number): string => (cursor.seek(i).next() ? cursor.text() : '');

  function lowerBound(text: string): number {
    let low = 0;
    let high = Math.ceil(size / BLOCK);
    while (low < high) {
      const middle = (low + high) >> 1;
      cursor.seek(middle * BLOCK).next();
      if (cursor.compare(text) < 0) low = middle + 1;
      else high = middle;
    }
    // The block before begins below `text`; what is looked for stands in it, or right after it.
    cursor.seek(Math.max(low - 1, 0) * BLOCK);
    while (cursor.next()) if (cursor.compare(text) >= 0) return cursor.i;
    return size;
  }

  function indexOf(text: string): number {
    const i = lowerBound(text);
    return i < size && cursor.compare(text) === 0 ? i : -1;
  }

  function* from(start: number): IterableIterator<string> {
    const walk = newCursor().seek(start);
    while (walk.next()) yield walk.text();
  }

  return { size, at, lowerBound, indexOf, from, cursor: newCursor };
}
