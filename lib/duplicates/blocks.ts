import type { Print } from './print';

/** Words of a title it is looked up by. */
const RAREST = 3;
/** Records of a block that are all compared with each other; of a larger one, neighbours only. */
const ALL_OF = 40;
const NEIGHBOURS = 8;

/** Records, and pairs, between two pauses. */
const AT_ONCE = 100;
const PAIRS_AT_ONCE = 500;

/**
 * The pairs worth comparing, as places in `prints`, each once: those that share one of their rarest
 * title words, their title, or all their authors. In time that grows with the number of records,
 * whatever they have in common. Given in small lots, some of them empty, so that the caller can
 * pause.
 */
export function* candidatePairs(prints: readonly Print[]): Generator<readonly [number, number][]> {
  const blocks = new Map<string, number[]>();
  for (const counts of countWords(prints)) {
    if (!counts) yield [];
    else yield* fill(blocks, prints, counts);
  }
  const seen = new Set<number>();
  let lot: [number, number][] = [];
  for (const members of blocks.values()) {
    members.sort((x, y) => byTitle(prints[x]!, prints[y]!));
    const reach = members.length <= ALL_OF ? members.length : NEIGHBOURS;
    for (const [i, x] of members.entries()) {
      for (const y of members.slice(i + 1, i + 1 + reach)) {
        const [low, high] = x < y ? [x, y] : [y, x];
        const pair = low * prints.length + high;
        if (seen.has(pair)) continue;
        seen.add(pair);
        lot.push([low, high]);
      }
      if (lot.length < PAIRS_AT_ONCE) continue;
      yield lot;
      lot = [];
    }
  }
  yield lot;
}

/** In how many titles each word stands: nothing at each pause, then the counts. */
function* countWords(prints: readonly Print[]): Generator<Map<string, number> | undefined> {
  const counts = new Map<string, number>();
  for (const [i, { words }] of prints.entries()) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    if (i % AT_ONCE === 0) yield undefined;
  }
  yield counts;
}

function* fill(
  blocks: Map<string, number[]>,
  prints: readonly Print[],
  counts: ReadonlyMap<string, number>,
): Generator<[]> {
  for (const [i, print] of prints.entries()) {
    for (const key of keysOf(print, counts)) {
      const block = blocks.get(key);
      if (block) block.push(i);
      else blocks.set(key, [i]);
    }
    if (i % AT_ONCE === 0) yield [];
  }
}

function keysOf({ title, words, families }: Print, counts: ReadonlyMap<string, number>): string[] {
  // A word that no other title has, such as one with a slip of the pen, finds nothing.
  const useful = [...new Set(words)].filter((word) => counts.get(word)! > 1);
  const rarest = useful.sort((x, y) => counts.get(x)! - counts.get(y)!).slice(0, RAREST);
  const keys = rarest.map((word) => `w ${word}`);
  if (title) keys.push(`t ${title}`);
  if (families.size > 1) keys.push(`a ${[...families].sort().join(' ')}`);
  return keys;
}

function byTitle(x: Print, y: Print): number {
  return x.title < y.title ? -1 : x.title > y.title ? 1 : 0;
}
