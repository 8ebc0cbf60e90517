import type { StringTable } from './string-table';
import { MAX_WORD } from './tokens';

export interface NearTerm {
  /** Its number in the table. */
  i: number;
  distance: number;
}

const WIDTH = MAX_WORD + 1;

// Row d: the distances of a term's first d letters from each beginning of the word.
const rows = new Uint8Array(WIDTH * WIDTH);
// The least of each row, and the least end of the rows so far: of a term's beginning from the word.
const least = new Uint8Array(WIDTH);
const ends = new Uint8Array(WIDTH);

/**
 * The terms at most `most` typing errors from `word`: a letter wrong, missing, too many, or two
 * turned (Damerau-Levenshtein, each letter touched once). All terms are read, some 20 million a
 * second: neighbours share the rows of their beginning, and none is filled that is too far already.
 * @param isBeginning whether `word` may be the beginning of a term
 */
export function nearTerms(
  table: StringTable,
  word: string,
  most: number,
  isBeginning = false,
): NearTerm[] {
  const found: NearTerm[] = [];
  for (let j = 0; j <= word.length; j++) rows[j] = j;
  least[0] = 0;
  ends[0] = word.length;
  let depth = 0;
  const cursor = table.cursor();
  while (cursor.next()) {
    const { letters, length } = cursor;
    depth = Math.min(depth, cursor.shared);
    while (!isTooFar(depth, most) && depth < length) addRow(letters, depth++, word);
    const isWhole = depth === length;
    const distance = isBeginning
      ? ends[depth]!
      : isWhole
        ? rows[depth * WIDTH + word.length]!
        : WIDTH;
    if (distance <= most) found.push({ i: cursor.i, distance });
  }
  return found;
}

/** Whether no longer beginning comes near again; two turned letters reach back over a row. */
function isTooFar(depth: number, most: number): boolean {
  return least[depth]! > most && least[depth - 1]! >= most;
}

/** Fills row `depth + 1`. */
function addRow(term: Uint16Array, depth: number, word: string): void {
  const above = depth * WIDTH;
  const row = above + WIDTH;
  const letter = term[depth]!;
  let low = (rows[row] = depth + 1);
  for (let j = 1; j <= word.length; j++) {
    const other = word.charCodeAt(j - 1);
    let cell = rows[above + j - 1]! + (letter === other ? 0 : 1);
    cell = Math.min(cell, rows[above + j]! + 1, rows[row + j - 1]! + 1);
    const isTurned =
      depth > 0 && j > 1 && letter === word.charCodeAt(j - 2) && term[depth - 1] === other;
    if (isTurned) cell = Math.min(cell, rows[above - WIDTH + j - 2]! + 1);
    rows[row + j] = cell;
    if (cell < low) low = cell;
  }
  least[depth + 1] = low;
  ends[depth + 1] = Math.min(ends[depth]!, rows[row + word.length]!);
}
